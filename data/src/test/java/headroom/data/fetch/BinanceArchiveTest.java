package headroom.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headroom.data.Sha256;
import headroom.data.imports.BarImport;
import headroom.data.imports.ImportOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinanceArchiveTest {

  @TempDir Path folder;

  private final Map<String, byte[]> archive = new TreeMap<>();
  private final List<Long> waited = new ArrayList<>();

  @Test
  void wholeMonthsComeAsOneFileAndTheRestByDays() throws IOException {
    month("2025-01");
    day("2025-02-01");
    day("2025-02-02");
    try (Vendor vendor = new Vendor((_, asked) -> file(asked))) {
      Fetched fetched = fetch(vendor, "2025-01-01", "2025-02-03");
      assertThat(fetched.files())
          .extracting(file -> file.getFileName().toString())
          .containsExactly(
              "BTCUSDT-5m-2025-01.zip", "BTCUSDT-5m-2025-02-01.zip", "BTCUSDT-5m-2025-02-02.zip");
      assertThat(fetched.missing())
          .containsExactly("BTCUSDT 5m: the archive has no klines of 2025-02-03");
      assertThat(BarImport.of(fetched.files(), ImportOptions.NONE).series().getFirst().length())
          .isEqualTo(3 * 288);
      vendor.asked.clear();
      assertThat(fetch(vendor, "2025-01-01", "2025-02-03").reused()).isEqualTo(3);
      assertThat(vendor.asked).allMatch(asked -> asked.endsWith(".CHECKSUM"));
    }
  }

  @Test
  void aMonthThatIsNotThereYetComesByDays() throws IOException {
    for (int day = 1; day <= 28; day++) {
      day(LocalDate.of(2025, 2, day).toString());
    }
    try (Vendor vendor = new Vendor((_, asked) -> file(asked))) {
      Fetched fetched = fetch(vendor, "2025-02-01", "2025-02-28");
      assertThat(fetched.files()).hasSize(28);
      assertThat(fetched.missing()).isEmpty();
    }
  }

  @Test
  void aBrokenDownloadGoesOnWhereItBroke() throws IOException {
    day("2025-02-01");
    byte[] whole = archive.values().iterator().next();
    List<String> ranges = new ArrayList<>();
    try (Vendor vendor =
        new Vendor((exchange, asked) -> {
          if (asked.endsWith(".CHECKSUM")) {
            return file(asked);
          }
          String range = exchange.getRequestHeaders().getFirst("Range");
          ranges.add(String.valueOf(range));
          if (range == null) {
            return new Vendor.Answer(
                200,
                new String(whole, 0, 1_000, StandardCharsets.ISO_8859_1),
                Map.of("X-Claimed-Length", String.valueOf(whole.length)));
          }
          int from = Integer.parseInt(range.replaceAll("\\D", ""));
          return Vendor.Answer.of(206, Arrays.copyOfRange(whole, from, whole.length));
        })) {
      Fetched fetched = fetch(vendor, "2025-02-01", "2025-02-01");
      assertThat(Files.readAllBytes(fetched.files().getFirst())).isEqualTo(whole);
      assertThat(ranges).hasSize(2).first().isEqualTo("null");
      assertThat(ranges.getLast()).startsWith("bytes=");
      assertThat(waited).containsExactly(1_000L);
    }
  }

  @Test
  void aPartOfSomethingElseIsThrownAway() throws IOException {
    day("2025-02-01");
    Files.writeString(folder.resolve("BTCUSDT-5m-2025-02-01.zip.part"), "something else");
    try (Vendor vendor =
        new Vendor((exchange, asked) ->
            exchange.getRequestHeaders().getFirst("Range") == null
                ? file(asked)
                : Vendor.Answer.of(206, "abc"))) {
      assertThat(fetch(vendor, "2025-02-01", "2025-02-01").files()).hasSize(1);
    }
    assertThat(folder.toFile().list()).containsExactly("BTCUSDT-5m-2025-02-01.zip");
  }

  @Test
  void aFileWithAnotherChecksumIsRefused() throws IOException {
    day("2025-02-01");
    try (Vendor vendor =
        new Vendor((_, asked) ->
            asked.endsWith(".CHECKSUM") ? file(asked) : Vendor.Answer.of(200, "tampered"))) {
      assertThatThrownBy(() -> fetch(vendor, "2025-02-01", "2025-02-01"))
          .isInstanceOf(FetchException.class)
          .hasMessageContaining("must have the SHA-256");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aSourceThatFailsIsAskedAgainAndThenNamed() throws IOException {
    try (Vendor vendor = new Vendor((_, _) -> Vendor.Answer.of(503, ""))) {
      assertThatThrownBy(() -> fetch(vendor, "2025-02-01", "2025-02-01"))
          .isInstanceOf(FetchException.class)
          .hasMessageEndingWith("must answer, did not after 6 tries: status 503");
    }
    assertThat(waited).containsExactly(1_000L, 2_000L, 4_000L, 8_000L, 16_000L);
  }

  private Fetched fetch(Vendor vendor, String from, String to) throws IOException {
    return new BinanceArchive(vendor.host(), folder, waited::add, InstantSource.system())
        .fetch("btcusdt", "5m", LocalDate.parse(from), LocalDate.parse(to));
  }

  private Vendor.Answer file(String asked) {
    String path = asked.replace(".CHECKSUM", "");
    byte[] bytes = archive.get(path);
    if (bytes == null) {
      return Vendor.Answer.of(404, "");
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    return asked.endsWith(".CHECKSUM")
        ? Vendor.Answer.of(200, Sha256.hex(bytes) + "  " + name + "\n")
        : Vendor.Answer.of(200, bytes);
  }

  private void month(String month) {
    archive.put(
        "/data/spot/monthly/klines/BTCUSDT/5m/BTCUSDT-5m-" + month + ".zip",
        klines(LocalDate.parse(month + "-01")));
  }

  private void day(String day) {
    archive.put(
        "/data/spot/daily/klines/BTCUSDT/5m/BTCUSDT-5m-" + day + ".zip",
        klines(LocalDate.parse(day)));
  }

  /// A day in the microseconds that the archive writes since 2025.
  private static byte[] klines(LocalDate day) {
    StringBuilder rows = new StringBuilder();
    for (int bar = 0; bar < 288; bar++) {
      long open = (day.toEpochDay() * 86_400 + bar * 300L) * 1_000_000;
      rows.append(
          "%s,100,10%s,99,100.5,%s,%s,1,1,1,1,0\n"
              .formatted(open, 1 + bar % 9, bar * 7 % 101, open + 299_999_999));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("klines.csv"));
      out.write(rows.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return bytes.toByteArray();
  }
}
