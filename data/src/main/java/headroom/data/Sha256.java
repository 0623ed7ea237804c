package headroom.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A SHA-256 over numbers and words, each in one fixed form: numbers as eight bytes, most
/// significant first; words as their length in bytes and then UTF-8.
///
/// Not thread safe; owned by whoever hashes.
public final class Sha256 {

  private final MessageDigest digest;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 13);

  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java must have SHA-256, this one has not", missing);
    }
  }

  /// The hash of bytes in hexadecimal, as tools for files write it.
  public static String hex(byte[] bytes) {
    Sha256 sha = new Sha256();
    sha.digest.update(bytes);
    return HexFormat.of().formatHex(sha.digest.digest());
  }

  public void number(long value) {
    if (buffer.remaining() < Long.BYTES) {
      flush();
    }
    buffer.putLong(value);
  }

  public void word(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(bytes.length);
    flush();
    digest.update(bytes);
  }

  /// The hash in lower-case hexadecimal; the sum begins anew after it.
  public String hex() {
    flush();
    return HexFormat.of().formatHex(digest.digest());
  }

  private void flush() {
    digest.update(buffer.flip());
    buffer.clear();
  }
}
