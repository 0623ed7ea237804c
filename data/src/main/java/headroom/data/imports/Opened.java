package headroom.data.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Opens files, also those that are compressed.
final class Opened {

  private Opened() {}

  /// The bytes of a file; of a `.zip` those of its only entry.
  ///
  /// @throws IllegalArgumentException if an archive does not hold exactly one file
  static InputStream bytes(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      String name = file.toString().toLowerCase(Locale.ROOT);
      return name.endsWith(".gz")
          ? new GZIPInputStream(raw, 1 << 16)
          : name.endsWith(".zip") ? onlyEntry(file, raw) : raw;
    } catch (IOException | IllegalArgumentException failed) {
      raw.close();
      throw failed;
    }
  }

  private static InputStream onlyEntry(Path file, InputStream raw) throws IOException {
    try (ZipInputStream counting = new ZipInputStream(Files.newInputStream(file))) {
      int entries = 0;
      for (ZipEntry entry = counting.getNextEntry();
          entry != null;
          entry = counting.getNextEntry()) {
        entries += entry.isDirectory() ? 0 : 1;
      }
      if (entries != 1) {
        throw new IllegalArgumentException("archive must hold one file, held " + entries);
      }
    }
    ZipInputStream zip = new ZipInputStream(raw);
    ZipEntry entry = zip.getNextEntry();
    while (entry != null && entry.isDirectory()) {
      entry = zip.getNextEntry();
    }
    return zip;
  }

  /// The name of a file without what it is wrapped in: `bars.csv.gz` is `bars.csv`. Archives are
  /// named after a `.csv` that they hold.
  static String unwrapped(Path file) {
    Path last = file.getFileName();
    String name = last == null ? file.toString() : last.toString();
    String bare = name.replaceFirst("(?i)\\.(gz|zip)$", "");
    boolean zip = name.toLowerCase(Locale.ROOT).endsWith(".zip");
    return zip && bare.indexOf('.') < 0 ? bare + ".csv" : bare;
  }
}
