package headroom.data.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import headroom.core.market.AssetClass;
import headroom.core.market.Bars;
import headroom.core.num.Fixed;
import headroom.data.DataFolder;
import headroom.data.bars.BadDataException;
import headroom.data.bars.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarImportTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"1735689600000,300000,milliseconds", "1735689600000000,300000000,microseconds"})
  void klinesOfBinanceWithoutAHeaderAreKnownByTheirTimes(long first, long step, String unit)
      throws IOException {
    List<String> rows = new ArrayList<>();
    for (int bar = 0; bar < 3; bar++) {
      long open = first + bar * step;
      rows.add("%s,100.1,101,99,100.%s,5.5,%s,550,7,2,200,0".formatted(open, bar, open + step - 1));
    }
    Imported imported = one(zip("BTCUSDT-5m-2025-01.zip", rows), ImportOptions.NONE);
    Bars bars = imported.series().getFirst();
    assertThat(bars.id().value()).isEqualTo("BTC/USD");
    assertThat(bars.instrument().assetClass()).isEqualTo(AssetClass.CRYPTO);
    assertThat(texts(bars))
        .containsExactly(
            "2025-01-01T00:00:00Z,100.1,101,99,100,5.5",
            "2025-01-01T00:05:00Z,100.1,101,99,100.1,5.5",
            "2025-01-01T00:10:00Z,100.1,101,99,100.2,5.5");
    assertThat(said(imported))
        .containsEntry("layout", "Binance klines without header")
        .containsEntry("stamps", "open")
        .containsEntry("symbol", "BTCUSDT")
        .hasEntrySatisfying("times", times -> assertThat(times).startsWith(unit));
  }

  @Test
  void barsOfAlpacaComeInPagesOfOneOrSeveralSymbols() throws IOException {
    Path file =
        file(
            "pages.json",
            "{\"bars\":{\"AAPL\":[" + alpaca(30) + "," + alpaca(31) + "],\"BRK.B\":null},",
            "\"next_page_token\":\"x\"}",
            "{\"bars\":[" + alpaca(32) + "],\"symbol\":\"AAPL\",\"next_page_token\":null}");
    Imported imported = one(file, ImportOptions.NONE);
    assertThat(imported.series()).hasSize(1);
    assertThat(texts(imported.series().getFirst()))
        .containsExactly(
            "2025-01-02T14:30:00Z,199.1,199.42,198.95,199.3,1204331",
            "2025-01-02T14:31:00Z,199.1,199.42,198.95,199.3,1204331",
            "2025-01-02T14:32:00Z,199.1,199.42,198.95,199.3,1204331");
    assertThat(said(imported))
        .containsEntry("class", "stocks")
        .containsEntry("layout", "Alpaca bars");
  }

  private static String alpaca(int minute) {
    return "{\"t\":\"2025-01-02T14:%s:00Z\",\"o\":199.1,\"h\":199.42,\"l\":198.95,\"c\":199.3,"
            .formatted(minute)
        + "\"v\":1204331,\"n\":9822,\"vw\":199.187342}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          America/New_York | 0 | open
          America/New_York | 5 | close
          UTC | 0 | open
          UTC | 5 | close
          """)
  void sessionsTellTheZoneAndTheStampsOfAStock(String zone, int late, String stamps)
      throws IOException {
    DateTimeFormatter local =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of(zone));
    Path file =
        sessions("aapl.csv", ',', at -> local.format(at.plus(Duration.ofMinutes(late))), "%.2f");
    Imported imported = one(file, ofClass(AssetClass.STOCK));
    assertThat(texts(imported.series().getFirst()).getFirst()).startsWith("2025-03-06T14:30:00Z,");
    assertThat(texts(imported.series().getFirst()).getLast()).startsWith("2025-03-11T19:55:00Z,");
    assertThat(said(imported).get("zone")).isEqualTo(zone.equals("UTC") ? "Z" : zone);
    assertThat(said(imported)).containsEntry("stamps", stamps).containsEntry("symbol", "AAPL");
  }

  @Test
  void aLayoutOfOnesOwnIsMapped() throws IOException {
    DateTimeFormatter date =
        DateTimeFormatter.ofPattern("d.M.yyyy", Locale.ROOT).withZone(NEW_YORK);
    DateTimeFormatter time =
        DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(NEW_YORK);
    List<String> rows = new ArrayList<>(List.of("Tag;Zeit;Auf;Hoch;Tief;Zu;Stück"));
    for (String at :
        List.of("2025-03-07T15:35:00Z", "2025-03-07T15:40:00Z", "2025-03-10T13:35:00Z")) {
      Instant instant = Instant.parse(at);
      rows.add(
          date.format(instant)
              + ";"
              + time.format(instant)
              + ";1.234,5;1.240,00;1.230,25;1.235;1.000");
    }
    ImportOptions options =
        new ImportOptions(
            "AAA",
            AssetClass.STOCK,
            Map.of(
                Role.TIME, List.of("Tag", "Zeit"),
                Role.OPEN, List.of("Auf"),
                Role.HIGH, List.of("Hoch"),
                Role.LOW, List.of("Tief"),
                Role.CLOSE, List.of("6"),
                Role.VOLUME, List.of("Stück")),
            NEW_YORK,
            true,
            null,
            null);
    Imported imported = one(file("kurse.txt", rows.toArray(String[]::new)), options);
    assertThat(texts(imported.series().getFirst()))
        .containsExactly(
            "2025-03-07T15:30:00Z,1234.5,1240,1230.25,1235,1000",
            "2025-03-07T15:35:00Z,1234.5,1240,1230.25,1235,1000",
            "2025-03-10T13:30:00Z,1234.5,1240,1230.25,1235,1000");
    assertThat(said(imported))
        .containsEntry("numbers", "comma")
        .containsEntry("dates", "day-first")
        .containsEntry("zone", "America/New_York")
        .containsEntry("stamps", "close");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2025-01-02 00:00 | 1 | BTCUSDT.csv | times have no offset and nothing tells their zone; say --zone UTC or another
          02/01/2025 00:00 | 1 | BTCUSDT.csv | times such as 02/01/2025 00:05 do not tell day from month; say which with --dates
          1735776000 | "1,234" | BTCUSDT.csv | numbers such as 1,234 may have a decimal comma or not; say which with --numbers
          1735776000 | 1 | ABC.csv | nothing tells whether ABC is a stock or a coin; say --class
          """)
  void whatCannotBeToldIsAskedFor(String time, String price, String name, String question)
      throws IOException {
    String next = time.endsWith("00:00") ? time.replace("00:00", "00:05") : "1735776300";
    String row = ",%s,%s,%s,%s,5".formatted(price, price, price, price);
    Path file = file(name, "time,open,high,low,close,volume", time + row, next + row);
    assertThat(refused(file, ImportOptions.NONE)).contains(question);
  }

  @Test
  void columnsThatCouldBeSeveralAreAskedFor() throws IOException {
    Path file =
        file(
            "BTCUSD.csv",
            "unix,date,open,high,low,close,Volume,Vol",
            "1735776000,2025-01-02,1,1,1,1,1,1",
            "1735776300,2025-01-02,1,1,1,1,1,1");
    assertThat(refused(file, ImportOptions.NONE))
        .containsExactly(
            "time must be one column, or date and time, could be any of [unix, date]; name it with"
                + " --columns time=…",
            "volume must be one column, could be any of [Volume, Vol]; name it with --columns"
                + " volume=…");
    Path nameless = file("BTCUSDT.csv", "1735776000,1,1,1,1,1", "1735776300,1,1,1,1,1");
    assertThat(refused(nameless, ImportOptions.NONE))
        .containsExactly(
            "columns must hold time, open, high, low, close, volume, no header tells, had"
                + " [1735776000, 1, 1, 1, 1, 1]; name them with --columns time=…");
  }

  @Test
  void coinsWhoseDaysBeginOneBarLateAreAskedForTheirStamps() throws IOException {
    List<String> rows = new ArrayList<>(List.of("time,open,high,low,close,volume"));
    for (int bar = 1; bar <= 48; bar++) {
      rows.add(1_735_689_600L + bar * 3_600L + ",1,1,1,1,1");
    }
    Path file = file("BTCUSDT.csv", rows.toArray(String[]::new));
    assertThat(refused(file, ImportOptions.NONE))
        .containsExactly("nothing tells whether times are those of open or close; say --stamps");
  }

  @Test
  void badRowsAreLeftOutAndNamed() throws IOException {
    Path file =
        file(
            "BTCUSDT.csv",
            "time,open,high,low,close,volume",
            "1735776000,1,1,1,1,1",
            "1735776300,1,1,1,1,-1",
            "yesterday,1,1,1,1,1",
            "1735776600,1,1,2,1,1",
            "1735776900,1.00000000049,1.1,1,1,1",
            "1735777200,1,1,1",
            "1735777200,1,1,1,1,1");
    Imported imported = one(file, ImportOptions.NONE);
    assertThat(imported.problems())
        .extracting(problem -> problem.line() + " " + problem.message())
        .containsExactlyInAnyOrder(
            "3 volume must be at least 0, was '-1'",
            "4 time must be a date and time or a number since 1970, was 'yesterday'",
            "5 high must be at least the low 2, was 1",
            "7 row must have 6 columns, had 4");
    assertThat(imported.rounded()).isEqualTo(1);
    assertThat(imported.series().getFirst().length()).isEqualTo(3);
  }

  @Test
  void filesOfOneSeriesAreJoinedAndMustNotContradict() throws IOException {
    String header = "timestamp,open,high,low,close,volume";
    Path later =
        file(
            "BTCUSDT-b.csv",
            header,
            "2025-01-01T00:05:00Z,1,1,1,1,1",
            "2025-01-01T00:10:00Z,1,1,1,1,1");
    Path first =
        file(
            "BTCUSDT-a.csv",
            header,
            "2025-01-01T00:00:00Z,1,1,1,1,1",
            "2025-01-01T00:05:00Z,1,1,1,1,1");
    Imported imported = BarImport.of(List.of(later, first), ImportOptions.NONE);
    assertThat(imported.series().getFirst().length()).isEqualTo(3);
    assertThat(imported.again()).isEqualTo(1);
    Path other =
        file(
            "BTCUSDT-c.csv",
            header,
            "2025-01-01T00:05:00Z,1,1,1,1,2",
            "2025-01-01T00:10:00Z,1,1,1,1,1");
    BadDataException bad =
        catchThrowableOfType(
            BadDataException.class, () -> BarImport.of(List.of(first, other), ImportOptions.NONE));
    assertThat(bad)
        .hasMessage(
            "BTC/USD: bars of BTC/USD must be alike in all files, were different at"
                + " 2025-01-01T00:05:00Z");
  }

  @Test
  void aColumnOfSymbolsMakesSeveralSeries() throws IOException {
    Path file =
        file(
            "all.csv",
            "ticker,timestamp,open,high,low,close,volume",
            "BTC-USD,2025-01-01T00:00:00Z,1,1,1,1,1",
            "ETH-USD,2025-01-01T00:00:00Z,2,2,2,2,1",
            "BTC-USD,2025-01-01T00:05:00Z,1,1,1,1,1",
            "ETH-USD,2025-01-01T00:05:00Z,2,2,2,2,1");
    Imported imported = one(file, ofClass(AssetClass.CRYPTO));
    assertThat(imported.series())
        .extracting(bars -> bars.id().value())
        .containsExactly("BTC/USD", "ETH/USD");
  }

  @Test
  void theHourThatComesTwiceIsTakenInTheOrderOfTheRows() throws IOException {
    List<String> rows = new ArrayList<>(List.of("time,open,high,low,close,volume"));
    for (String at : List.of("00:30", "01:00", "01:30", "01:00", "01:30", "02:00")) {
      rows.add("2025-11-02 " + at + ",1,1,1,1,1");
    }
    ImportOptions options = new ImportOptions(null, null, Map.of(), NEW_YORK, null, null, null);
    Imported imported = one(file("BTCUSDT.csv", rows.toArray(String[]::new)), options);
    assertThat(imported.problems()).isEmpty();
    assertThat(texts(imported.series().getFirst()))
        .extracting(text -> text.substring(11, 16))
        .containsExactly("04:30", "05:00", "05:30", "06:00", "06:30", "07:00");
  }

  @Test
  void damagedFilesAreNamed() throws IOException {
    byte[] whole =
        DataFolder.zipped(
            "time,open,high,low,close,volume\n1735776000,1,1,1,1,1\n"
                .repeat(99)
                .getBytes(StandardCharsets.UTF_8));
    Path cut =
        Files.write(folder.resolve("BTCUSDT.csv.gz"), Arrays.copyOf(whole, whole.length / 2));
    Path missing = folder.resolve("none.csv");
    Path empty = file("empty.csv");
    Path other = file("bars.xls", "x");
    Path json = file("bars.json", "{\"bars\":[{\"t\":");
    BadDataException bad =
        catchThrowableOfType(
            BadDataException.class,
            () -> BarImport.of(List.of(cut, missing, empty, other, json), ImportOptions.NONE));
    assertThat(bad.problems()).hasSize(5);
    assertThat(bad.problems())
        .extracting(Problem::message)
        .anyMatch(text -> text.startsWith("file must exist, was missing"))
        .anyMatch(text -> text.startsWith("file must hold rows, was empty"))
        .anyMatch(text -> text.startsWith("file must end in .csv"))
        .anyMatch(text -> text.startsWith("file must be JSON such as"));
  }

  private Imported one(Path file, ImportOptions options) throws IOException {
    return BarImport.of(List.of(file), options);
  }

  private List<String> refused(Path file, ImportOptions options) {
    BadDataException bad =
        catchThrowableOfType(BadDataException.class, () -> BarImport.of(List.of(file), options));
    return bad.problems().stream().map(Problem::message).toList();
  }

  private static ImportOptions ofClass(AssetClass assetClass) {
    return new ImportOptions(null, assetClass, Map.of(), null, null, null, null);
  }

  private static Map<String, String> said(Imported imported) {
    return imported.detected().stream().collect(Collectors.toMap(Detected::what, Detected::value));
  }

  /// Four sessions of five minutes around a change of the clock.
  private Path sessions(String name, char separator, Function<Instant, String> time, String price)
      throws IOException {
    List<String> rows =
        new ArrayList<>(List.of("time,open,high,low,close,volume".replace(',', separator)));
    for (String open :
        List.of(
            "2025-03-06T14:30:00Z",
            "2025-03-07T14:30:00Z",
            "2025-03-10T13:30:00Z",
            "2025-03-11T13:30:00Z")) {
      for (int bar = 0; bar < 78; bar++) {
        Instant at = Instant.parse(open).plus(Duration.ofMinutes(5L * bar));
        String text = String.format(Locale.ROOT, price, 100 + bar / 100.0);
        rows.add(
            String.join(String.valueOf(separator), time.apply(at), text, text, text, text, "5"));
      }
    }
    return file(name, rows.toArray(String[]::new));
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private Path zip(String name, List<String> lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry(name.replace(".zip", ".csv")));
      out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }
    return Files.write(folder.resolve(name), bytes.toByteArray());
  }

  private static List<String> texts(Bars bars) {
    List<String> texts = new ArrayList<>();
    for (int bar = 0; bar < bars.length(); bar++) {
      texts.add(
          String.join(
              ",",
              Instant.ofEpochSecond(0, bars.startNs(bar)).toString(),
              Fixed.text(bars.openRaw(bar)),
              Fixed.text(bars.highRaw(bar)),
              Fixed.text(bars.lowRaw(bar)),
              Fixed.text(bars.closeRaw(bar)),
              Fixed.text(bars.volumeRaw(bar))));
    }
    return texts;
  }
}
