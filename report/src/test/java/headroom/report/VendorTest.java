package headroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The scripts of others are what they were when they were taken over.
class VendorTest {
  @Test
  void theyAreUnchanged() throws IOException, NoSuchAlgorithmException {
    List<String> sums = new String(read("SHA256SUMS"), StandardCharsets.UTF_8).lines().toList();
    assertThat(sums).hasSize(3);
    for (String line : sums) {
      String[] parts = line.split(" {2}", 2);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(read(parts[1]));
      assertThat(HexFormat.of().formatHex(digest)).as(parts[1]).isEqualTo(parts[0]);
    }
  }

  @Test
  void theirLicencesLieBesideThem() throws IOException {
    assertThat(text("uplot-1.6.32.LICENSE")).contains("MIT License");
    assertThat(text("lightweight-charts-5.2.1.LICENSE")).contains("Apache License");
  }

  private static String text(String name) throws IOException {
    return new String(read(name), StandardCharsets.UTF_8);
  }

  private static byte[] read(String name) throws IOException {
    try (InputStream in = Page.class.getResourceAsStream("vendor/" + name)) {
      assertThat(in).as(name).isNotNull();
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }
}
