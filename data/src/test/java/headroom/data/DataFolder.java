package headroom.data;

import headroom.data.bars.BarFolder;
import headroom.data.bars.LoadRequest;
import headroom.data.bars.Loaded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// A data folder under construction.
public record DataFolder(Path path) {

  public static final String HEADER = "timestamp,open,high,low,close,volume";

  /// A file of the given lines; compressed if its name ends in `.gz`.
  public DataFolder with(String name, String... lines) {
    byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    return withBytes(name, name.endsWith(".gz") ? zipped(text) : text);
  }

  /// A file of the header and the given rows.
  public DataFolder withRows(String name, String... rows) {
    return with(name, HEADER + "\n" + String.join("\n", rows));
  }

  /// A file of three good bars from 2025-01-02 14:30 UTC on.
  public DataFolder withGoodRows(String name) {
    return withRows(
        name,
        "2025-01-02T14:30:00Z,10,11,9,10.5,100",
        "2025-01-02T14:35:00Z,10.5,11,10,10.5,0",
        "2025-01-02T14:40:00Z,10.5,11,10,10.75,7");
  }

  public DataFolder withBytes(String name, byte[] bytes) {
    try {
      Path file = path.resolve(name);
      Path parent = file.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.write(file, bytes);
      return this;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public Loaded load(String... symbols) {
    return BarFolder.load(LoadRequest.of(path).withSymbols(List.of(symbols)));
  }

  public static byte[] zipped(byte[] bytes) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return zipped.toByteArray();
  }
}
