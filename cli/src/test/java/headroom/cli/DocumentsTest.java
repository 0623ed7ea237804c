package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every link, path and type that a document names exists.
final class DocumentsTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");
  private static final Pattern PATH =
      Pattern.compile("`((?:core|data|sim|cli|bench|docs)/[A-Za-z0-9_./-]+)`");
  // The settings file looks like a package.
  private static final Pattern TYPE =
      Pattern.compile("`(headroom(?!\\.yaml)(?:\\.[a-z]+)+(?:\\.[A-Z][A-Za-z]+)?)`");
  private static final Pattern FILE = Pattern.compile("`([A-Z][A-Za-z]+\\.java)`");

  static Stream<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (String name : List.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")) {
      documents.add(ROOT.resolve(name));
    }
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
    }
    return documents.stream();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void namesOnlyWhatExists(Path document) throws IOException {
    String text = Files.readString(document);
    Path home = document.resolveSibling("");
    List<String> missing = new ArrayList<>();
    for (String link : all(LINK, text)) {
      if (!Files.exists(home.resolve(link))) {
        missing.add(link);
      }
    }
    for (String path : all(PATH, text)) {
      if (!Files.exists(ROOT.resolve(path))) {
        missing.add(path);
      }
    }
    for (String type : all(TYPE, text)) {
      if (!exists(type.replace('.', '/'))) {
        missing.add(type);
      }
    }
    for (String file : all(FILE, text)) {
      if (sources().noneMatch(source -> source.endsWith(file))) {
        missing.add(file);
      }
    }
    assertThat(missing).isEmpty();
  }

  private static Set<String> all(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  /// A package or a type of one of the modules.
  private static boolean exists(String name) {
    return Stream.of("core", "data", "sim", "report", "cli", "bench")
        .flatMap(module ->
            Stream.of("src/main/java", "src/test/java")
                .map(folder -> ROOT.resolve(module).resolve(folder)))
        .anyMatch(source ->
            Files.isDirectory(source.resolve(name))
                || Files.exists(source.resolve(name + ".java")));
  }

  private static Stream<String> sources() throws IOException {
    List<String> files = new ArrayList<>();
    for (String module : List.of("core", "data", "sim", "report", "cli", "bench")) {
      try (Stream<Path> all = Files.walk(ROOT.resolve(module).resolve("src"))) {
        all.map(file -> file.getFileName().toString()).forEach(files::add);
      }
    }
    return files.stream();
  }
}
