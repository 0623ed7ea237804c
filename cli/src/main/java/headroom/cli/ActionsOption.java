package headroom.cli;

import headroom.data.reshape.ActionsFile;
import headroom.data.reshape.CorporateAction;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option `--actions` of what plays or checks bars as they were traded.
final class ActionsOption {
  @Option(
      names = "--actions",
      paramLabel = "FILE",
      description = "splits and dividends of stocks, whose bars are as they were traded")
  private @Nullable Path file;

  ActionsOption() {}

  /// @throws IllegalArgumentException if there is no such file
  void requireThere() {
    IntentsFile.requireThere("--actions", file);
  }

  /// What the file says; nothing if none was given.
  List<CorporateAction> read() {
    return file == null ? List.of() : ActionsFile.read(file);
  }
}
