package headroom.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ends a command in order when the user interrupts it.
///
/// At first there is nothing to keep: an interruption is told, and the process ends. Once the
/// command says that it [follows][#follow], the process waits for it, and the command asks whether
/// it is to end early.
///
/// Thread safe.
final class Interrupts implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 10;

  private final String task;
  private final PrintWriter err;
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupt, "interrupt");
  private boolean interrupted;
  private boolean followed;
  private boolean abandoned;

  /// @param task what the command does until it has something to keep, after the word "while"
  Interrupts(String task, PrintWriter err) {
    this.task = task;
    this.err = err;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /// What happens when the process is told to end. It does end when this returns.
  void interrupt() {
    synchronized (this) {
      interrupted = true;
      if (!followed) {
        sayThatNothingWasWritten();
        return;
      }
    }
    try {
      // The process ends with its hooks: this keeps it until the results are written.
      boolean written = finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!written) {
        err.println("headroom: the results could not be written in time");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void sayThatNothingWasWritten() {
    err.println("headroom: interrupted while %s; nothing was written".formatted(task));
    err.flush();
  }

  /// From here on the process waits for the command, which asks what to do.
  ///
  /// @throws InterruptedRun if it is ending already
  synchronized void follow() {
    if (interrupted) {
      throw new InterruptedRun("interrupted while " + task);
    }
    followed = true;
  }

  /// Whether to end early with what there is.
  synchronized boolean isInterrupted() {
    return interrupted;
  }

  /// For a command that keeps nothing unless it is whole.
  ///
  /// @throws InterruptedRun if it is to end early; that nothing was written is told on closing,
  ///   when it is true
  synchronized void requireNone() {
    if (interrupted) {
      abandoned = true;
      throw new InterruptedRun("interrupted while " + task);
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      if (abandoned) {
        sayThatNothingWasWritten();
      }
      if (!interrupted) {
        try {
          Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
          interrupted = true;
        }
      }
    }
    finished.countDown();
  }
}
