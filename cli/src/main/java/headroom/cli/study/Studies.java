package headroom.cli.study;

import headroom.cli.settings.SettingsException;
import headroom.data.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The studies that come with the product, and those of the user.
public final class Studies {
  private static final List<String> NAMES =
      List.of(
          "protection",
          "age",
          "fights",
          "cooldown",
          "position-size",
          "regimes",
          "mixed",
          "leverage");

  private Studies() {}

  /// Those that come with the product.
  public static List<String> names() {
    return NAMES;
  }

  /// The text of one that comes with the product.
  ///
  /// @throws SettingsException if there is none of that name
  public static String text(String name) throws IOException {
    if (!NAMES.contains(name)) {
      throw new SettingsException(List.of(unknown(name)));
    }
    try (InputStream in = Studies.class.getResourceAsStream(name + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("study " + name + " must be there, was missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// A study by its name, or from a file.
  ///
  /// @throws SettingsException with everything that is wrong with it
  public static Study find(String nameOrFile) throws IOException {
    if (NAMES.contains(nameOrFile)) {
      return read(nameOrFile, nameOrFile + ".yaml", text(nameOrFile));
    }
    Path file = Path.of(nameOrFile);
    if (!Files.isRegularFile(file)) {
      throw new SettingsException(List.of(unknown(nameOrFile)));
    }
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
    try {
      return read(name, nameOrFile, Files.readString(file));
    } catch (CharacterCodingException _) {
      throw new SettingsException(List.of("study must be text in UTF-8, was not: " + file));
    }
  }

  private static Study read(String name, String place, String text) {
    List<String> problems = new ArrayList<>();
    @Nullable Study study = new StudyReader(place, problems).read(name, text);
    if (study == null || !problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return study;
  }

  private static String unknown(String name) {
    @Nullable String near = Nearest.near(name, NAMES);
    return "study must be one of %s, or a file, was '%s'%s"
        .formatted(
            String.join(", ", NAMES), name, near == null ? "" : "; did you mean " + near + "?");
  }
}
