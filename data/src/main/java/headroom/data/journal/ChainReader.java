package headroom.data.journal;

import headroom.data.bars.BadDataException;
import headroom.data.bars.Problem;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Reads lines that [ChainWriter] wrote, and stops at the first that is damaged.
///
/// Not thread safe; owned by whoever reads the file.
public final class ChainReader implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int MOST_SHOWN = 40;

  private final String place;
  private final InputStream in;
  private final ChainWriter.Chain chain = new ChainWriter.Chain();
  private byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;
  private boolean ended;
  private long number;
  private @Nullable String problem;

  /// @param file compressed if its name ends in `.gz`
  public ChainReader(Path file) throws IOException {
    this.place = file.toString();
    if (!Files.isRegularFile(file)) {
      throw new BadDataException(
          List.of(new Problem(place, 0, "file must exist, was missing or a folder")));
    }
    InputStream raw = Files.newInputStream(file);
    try {
      this.in =
          ChainWriter.isCompressed(file)
              ? new GZIPInputStream(raw, BUFFER)
              : new BufferedInputStream(raw, BUFFER);
    } catch (ZipException | EOFException broken) {
      raw.close();
      throw new BadDataException(List.of(new Problem(place, 0, "file must be gzip, was not")));
    }
  }

  /// The number of the line read last, the first being 1.
  public long number() {
    return number;
  }

  /// What is wrong with the line read last.
  public BadDataException damage(String message) {
    return new BadDataException(List.of(new Problem(place, number, message)));
  }

  /// The next object, without its checksum; null at the end.
  ///
  /// @throws BadDataException if the line is damaged
  public byte @Nullable [] next() throws IOException {
    byte[] line = nextLine();
    String wrong = problem;
    if (line != null && wrong != null) {
      throw damage(wrong);
    }
    return line;
  }

  /// What is wrong with the checksum of the line that [#nextLine] gave; null if nothing is.
  @Nullable String problem() {
    return problem;
  }

  /// The next object even if its checksum is wrong, so that a better reason can be looked for.
  byte @Nullable [] nextLine() throws IOException {
    int end = lineEnd();
    if (end < 0) {
      if (from == to) {
        return null;
      }
      number++;
      throw damage(
          "line must end with its checksum and a line feed, was cut off after " + shown(from, to));
    }
    number++;
    int length = end - from;
    int covered = length - ChainWriter.TAIL;
    String tail =
        new String(
            buffer,
            Math.max(from, from + covered),
            Math.min(length, ChainWriter.TAIL),
            StandardCharsets.ISO_8859_1);
    if (covered < 1 || !tail.startsWith(ChainWriter.CRC) || !tail.endsWith("\"}")) {
      throw damage(
          "line must end with its checksum, such as %s1a2b3c4d\"}, was %s"
              .formatted(ChainWriter.CRC, shown(from, end)));
    }
    byte[] json = Arrays.copyOfRange(buffer, from, from + covered + 1);
    json[covered] = '}';
    from = end + 1;
    String found = tail.substring(ChainWriter.CRC.length(), ChainWriter.TAIL - 2);
    String expected = HexFormat.of().toHexDigits(chain.next(json, covered));
    problem =
        expected.equals(found)
            ? null
            : "checksum must be %s, was %s: this line was changed, or the one before is missing"
                .formatted(expected, found);
    return json;
  }

  /// Where the line that begins at `from` ends; −1 if the file ends before.
  private int lineEnd() throws IOException {
    int searched = from;
    while (true) {
      for (int i = searched; i < to; i++) {
        if (buffer[i] == '\n') {
          return i;
        }
      }
      searched = to - from;
      if (!fill()) {
        return -1;
      }
    }
  }

  private boolean fill() throws IOException {
    if (ended) {
      return false;
    }
    System.arraycopy(buffer, from, buffer, 0, to - from);
    to -= from;
    from = 0;
    if (to == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    try {
      int read = in.read(buffer, to, buffer.length - to);
      ended = read < 0;
      to += Math.max(0, read);
      return !ended;
    } catch (ZipException | EOFException broken) {
      number++;
      throw damage("file must be whole gzip, was cut off or damaged in or before this line");
    }
  }

  private String shown(int begin, int end) {
    String text = new String(buffer, begin, end - begin, StandardCharsets.UTF_8);
    return text.length() <= MOST_SHOWN
        ? "'" + text + "'"
        : "'…" + text.substring(text.length() - MOST_SHOWN) + "'";
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
