package headroom.cli;

import java.io.Console;
import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// A progress bar on standard error; nothing without a terminal.
///
/// Thread safe.
final class Progress implements AutoCloseable {
  private final String task;
  private final String unit;
  private final boolean visible;
  private @Nullable ProgressBar bar;

  private Progress(String task, String unit, boolean visible) {
    this.task = task;
    this.unit = unit;
    this.visible = visible;
  }

  /// @param err where messages go; nothing is shown if that is not the terminal
  static Progress of(String task, String unit, PrintWriter err) {
    err.flush();
    return new Progress(task, unit, isTerminal());
  }

  /// Whether standard error is a terminal: the launcher knows it, Java only guesses from the other
  /// two streams.
  @SuppressWarnings("SystemConsoleNull") // Not so: without a terminal a JDK 25 has none.
  private static boolean isTerminal() {
    String told = System.getProperty("headroom.terminal");
    if (told != null) {
      return told.equals("true");
    }
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /// So much is done.
  synchronized void at(long done, long total) {
    if (!visible) {
      return;
    }
    if (bar == null) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(total)
              .setUnit(" " + unit, 1)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(200)
              .build();
    }
    bar.stepTo(done);
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
