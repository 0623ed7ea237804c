package headroom.mutants;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Compiles a module with a fault in it and runs tests against what comes out, in a process of its
/// own: a fault may never end.
final class Workshop {
  private static final long PATIENCE_S = 90;

  private final Path root;
  private final Path scratch;
  private final String classPath;

  /// @param root the folder of all modules
  /// @param scratch where classes with faults may lie; nothing of it is used again
  /// @param classPath what the tests of all modules need besides the modules
  Workshop(Path root, Path scratch, String classPath) {
    this.root = root.toAbsolutePath().normalize();
    this.scratch = scratch.toAbsolutePath();
    this.classPath = classPath;
  }

  /// Applies a fault and asks its test.
  Verdict judge(Mutant mutant) throws IOException, InterruptedException {
    Path folder = scratch.resolve(mutant.name());
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Path main = root.resolve(mutant.module()).resolve("src/main/java");
    Path original = main.resolve(mutant.source());
    Path patched = folder.resolve("src").resolve(mutant.source());
    String text;
    try {
      if (!Files.exists(original)) {
        return new Verdict.Broken("there is no " + mutant.source());
      }
      text = mutant.applied(Files.readAllLines(original));
    } catch (IllegalArgumentException e) {
      return new Verdict.Broken(Objects.toString(e.getMessage()));
    }
    Files.createDirectories(Objects.requireNonNull(patched.getParent()));
    Files.writeString(patched, text);
    List<Path> sources = new ArrayList<>(List.of(patched));
    try (Stream<Path> files = Files.walk(main)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("module-info.java") && !file.equals(original))
          .forEach(sources::add);
    }
    String errors = compile(sources, classes);
    return errors.isEmpty()
        ? run(mutant.module(), classes + File.pathSeparator, List.of(mutant.test()), true)
        : new Verdict.Broken("it must compile: " + errors);
  }

  /// Runs tests without any fault.
  Verdict control(String module, List<String> tests) throws IOException, InterruptedException {
    Files.createDirectories(scratch);
    return run(module, "", tests, false);
  }

  /// What the compiler says; empty if all is well.
  private String compile(List<Path> sources, Path classes) throws IOException {
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-proc:none",
              "-nowarn",
              "-implicit:none",
              "-d",
              classes.toString(),
              "-cp",
              modules() + classPath);
      boolean done =
          compiler
              .getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      return done ? "" : said + " ";
    }
  }

  private String modules() {
    StringBuilder path = new StringBuilder();
    for (String module : List.of("core", "sim")) {
      for (String kind : List.of("classes", "test-classes")) {
        path.append(root.resolve(module).resolve("target").resolve(kind))
            .append(File.pathSeparator);
      }
    }
    return path.toString();
  }

  private Verdict run(String module, String first, List<String> tests, boolean untilFirst)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Short lives: what starts fast is better than what becomes fast.
    command.addAll(List.of("-ea", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    command.addAll(List.of("-cp", first + modules() + classPath));
    command.add(NamedTests.class.getName());
    command.add(Boolean.toString(untilFirst));
    command.addAll(tests);
    Path said = Files.createTempFile(scratch, "said", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(root.resolve(module).toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      return new Verdict.Broken("its test must end within " + PATIENCE_S + " s");
    }
    return NamedTests.verdict(process.exitValue(), Files.readAllLines(said));
  }
}
