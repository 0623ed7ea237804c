package headroom.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Results as JSON: members in the order in which they are declared, numbers plain.
final class Json {
  /// Standard output, as an argument of `--json`.
  static final String STANDARD_OUTPUT = "-";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private Json() {}

  static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /// The members of a record, to be added to.
  static SequencedMap<String, Object> members(Object value) {
    Map<String, Object> members =
        MAPPER.convertValue(value, new TypeReference<LinkedHashMap<String, Object>>() {});
    return new LinkedHashMap<>(members);
  }

  /// Prints, or writes to a file, whole or not at all.
  static void write(Object value, String target, PrintWriter out) {
    if (target.isEmpty() || target.equals(STANDARD_OUTPUT)) {
      out.println(text(value));
      return;
    }
    try {
      Path file = Path.of(target).toAbsolutePath();
      Path parent = file.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(file, text(value) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
