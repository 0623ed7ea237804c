package headroom.data.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Writes JSON objects as lines. The last member of each, `crc`, is the CRC32C over the checksum of
/// the line before and the line up to this member, so that no line can be changed, left out, added
/// or moved unnoticed.
///
/// Not thread safe; owned by whoever writes the file.
public final class ChainWriter implements AutoCloseable {
  static final String CRC = ",\"crc\":\"";

  /// From the comma to the closing brace.
  static final int TAIL = CRC.length() + 8 + 2;

  private static final int BUFFER = 1 << 16;
  private static final byte[] CRC_BYTES = CRC.getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final OutputStream out;
  private final Chain chain = new Chain();
  private final byte[] tail = new byte[TAIL + 1];

  /// @param out owned from now on
  public ChainWriter(OutputStream out) {
    this.out = out;
    System.arraycopy(CRC_BYTES, 0, tail, 0, CRC_BYTES.length);
    tail[TAIL - 2] = '"';
    tail[TAIL - 1] = '}';
    tail[TAIL] = '\n';
  }

  /// Whether a file of this name is compressed.
  public static boolean isCompressed(Path file) {
    return file.toString().endsWith(".gz");
  }

  /// Compresses fast rather than small: numbers hardly get smaller with more effort.
  public static OutputStream compressed(OutputStream out) throws IOException {
    return new Fast(out);
  }

  /// Writes one object.
  ///
  /// @param json an object with at least one member, on one line, as UTF-8
  public void line(byte[] json) throws IOException {
    int length = json.length - 1;
    int crc = chain.next(json, length);
    for (int i = 0; i < 8; i++) {
      tail[CRC_BYTES.length + i] = DIGITS[(crc >>> (28 - 4 * i)) & 0xf];
    }
    out.write(json, 0, length);
    out.write(tail);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /// The checksums of lines that follow each other.
  static final class Chain {
    private final CRC32C crc = new CRC32C();
    private final ByteBuffer before = ByteBuffer.allocate(Integer.BYTES);

    /// The checksum of the next line.
    ///
    /// @param length how much of it is covered
    int next(byte[] line, int length) {
      crc.reset();
      crc.update(before.array());
      crc.update(line, 0, length);
      int value = (int) crc.getValue();
      before.putInt(0, value);
      return value;
    }
  }

  private static final class Fast extends GZIPOutputStream {
    Fast(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
