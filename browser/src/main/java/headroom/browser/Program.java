package headroom.browser;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The program as people run it: a process of its own.
final class Program {
  private Program() {}

  /// Runs a command to its end.
  ///
  /// @return what it wrote
  /// @throws IllegalStateException if it did not succeed
  static String headroom(Path folder, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(System.getProperty("java.class.path", "").replace("\n", File.pathSeparator));
    command.add("headroom.cli.Main");
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("headroom must succeed, did not: " + said);
    }
    return said;
  }
}
