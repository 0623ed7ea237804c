package headroom.data.bars;

import headroom.core.market.Bars;
import headroom.core.num.Fixed;
import headroom.data.FileFailure;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;

/// Writes series as files of a data folder. Loading gives the series that was written.
public final class BarWriter {

  private BarWriter() {}

  /// Where a series belongs in a folder: `crypto/BTCUSD`, without an ending.
  public static String place(Bars bars) {
    String home = bars.instrument().isStock() ? "stocks/" : "crypto/";
    return home + bars.id().value().replace("/", "");
  }

  /// Writes gzip CSV; the same series gives the same bytes.
  public static void write(Bars bars, Path file) throws IOException {
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
      out.write(RowReader.HEADER);
      out.write('\n');
      for (int bar = 0; bar < bars.length(); bar++) {
        out.write(Instant.ofEpochSecond(0, bars.startNs(bar)).toString());
        writeDecimal(out, bars.openRaw(bar));
        writeDecimal(out, bars.highRaw(bar));
        writeDecimal(out, bars.lowRaw(bar));
        writeDecimal(out, bars.closeRaw(bar));
        writeDecimal(out, bars.volumeRaw(bar));
        out.write('\n');
      }
    } catch (IOException failed) {
      throw FileFailure.of(file, failed);
    }
  }

  private static void writeDecimal(Writer out, long raw) throws IOException {
    out.write(',');
    out.write(Fixed.text(raw));
  }
}
