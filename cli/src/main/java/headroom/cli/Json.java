package headroom.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

  /// The same in one line.
  static String line(Object value) {
    return MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
  }

  /// The members of a record, to be added to.
  static SequencedMap<String, Object> members(Object value) {
    Map<String, Object> members =
        MAPPER.convertValue(value, new TypeReference<LinkedHashMap<String, Object>>() {});
    return new LinkedHashMap<>(members);
  }

  /// Writes a file, whole or not at all.
  static void write(Object value, Path target) throws IOException {
    Path file = target.toAbsolutePath();
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      // A pipe or a terminal is written to; nothing may take its place.
      Places.write(file, text(value) + "\n");
      return;
    }
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    Places.write(unfinished, text(value) + "\n");
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
