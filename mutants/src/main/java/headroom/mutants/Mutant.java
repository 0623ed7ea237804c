package headroom.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// A deliberate fault: some lines of a source file replaced by others, and the test that must fail
/// because of it.
///
/// @param name of its file, without the ending
/// @param module whose source it changes and whose test must fail
/// @param says the fault in a sentence
/// @param source the file, below `src/main/java` of the module
/// @param test `class#method`
/// @param original whole lines of the source, without indentation
/// @param replacement what stands in their place
record Mutant(
    String name,
    String module,
    String says,
    String source,
    String test,
    List<String> original,
    List<String> replacement) {
  private static final String ENDING = ".mutant";
  private static final String ORIGINAL = "--- original";
  private static final String REPLACEMENT = "--- mutant";

  /// All of a module, by name.
  ///
  /// @throws IllegalArgumentException if a file is not of the form; it names the file
  static List<Mutant> of(Path root, String module) throws IOException {
    List<Mutant> mutants = new ArrayList<>();
    try (Stream<Path> files = Files.list(root.resolve(module).resolve("src/mutants"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(ENDING)).sorted().toList()) {
        String name = file.getFileName().toString();
        String base = name.substring(0, name.length() - ENDING.length());
        mutants.add(parse(base, module, Files.readAllLines(file)));
      }
    }
    return mutants;
  }

  /// @throws IllegalArgumentException if the text is not of the form
  static Mutant parse(String name, String module, List<String> lines) {
    int original = lines.indexOf(ORIGINAL);
    int replacement = lines.indexOf(REPLACEMENT);
    if (original < 3 || replacement < original + 2) {
      throw new IllegalArgumentException(
          "%s must be a sentence, source, test, '%s' with lines and '%s'"
              .formatted(name, ORIGINAL, REPLACEMENT));
    }
    List<String> head = lines.subList(0, original);
    String test = field(name, head, "test");
    if (test.indexOf('#') <= 0) {
      throw new IllegalArgumentException(name + " must name class#method, was " + test);
    }
    return new Mutant(
        name,
        module,
        head.getFirst(),
        field(name, head, "source"),
        test,
        stripped(lines.subList(original + 1, replacement)),
        List.copyOf(lines.subList(replacement + 1, lines.size())));
  }

  private static String field(String name, List<String> head, String key) {
    return head.stream()
        .filter(line -> line.startsWith(key + " "))
        .map(line -> line.substring(key.length()).strip())
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(name + " must have a line '" + key + " …'"));
  }

  private static List<String> stripped(List<String> lines) {
    return lines.stream().map(String::strip).toList();
  }

  /// The source with the fault in it.
  ///
  /// @throws IllegalArgumentException if the original is not found exactly once
  String applied(List<String> lines) {
    List<String> bare = stripped(lines);
    int at = Collections.indexOfSubList(bare, original);
    int last = Collections.lastIndexOfSubList(bare, original);
    if (at < 0 || at != last) {
      throw new IllegalArgumentException(
          "the original must be in %s exactly once, was %s"
              .formatted(source, at < 0 ? "not there" : "there more than once"));
    }
    List<String> patched = new ArrayList<>(lines.subList(0, at));
    patched.addAll(replacement);
    patched.addAll(lines.subList(at + original.size(), lines.size()));
    return String.join("\n", patched) + "\n";
  }
}
