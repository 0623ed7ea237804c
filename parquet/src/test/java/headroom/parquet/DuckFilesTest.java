package headroom.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.data.bars.BarFolder;
import headroom.data.bars.BarWriter;
import headroom.data.bars.LoadRequest;
import headroom.data.bars.Loaded;
import headroom.data.bars.Problem;
import headroom.data.calendar.ExchangeCalendar;
import headroom.data.columnar.Columnar;
import headroom.data.imports.BarImport;
import headroom.data.imports.ImportOptions;
import headroom.data.imports.Imported;
import headroom.data.intents.IntentFile;
import headroom.data.synth.SynthFolder;
import headroom.data.synth.SynthMarket;
import headroom.data.synth.SynthSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckFilesTest {

  @TempDir Path folder;

  @Test
  void barsComeBackAsTheyWere() throws IOException {
    SynthMarket market =
        SynthMarket.of(
            SynthSettings.defaults()
                .withInstruments(2, 2)
                .withPeriod(LocalDate.of(2025, 3, 3), LocalDate.of(2025, 3, 7)));
    Path csv = folder.resolve("csv");
    SynthFolder.write(market, csv);
    Path parquet = folder.resolve("it's parquet");
    for (var bars : market.series()) {
      Path file = parquet.resolve(BarWriter.place(bars) + Columnar.ENDING);
      Files.createDirectories(file.getParent());
      Columnar.required().write(bars, file);
    }
    Loaded loaded = BarFolder.load(LoadRequest.of(parquet)).strict();
    assertThat(loaded.dataHash()).isEqualTo(BarFolder.load(LoadRequest.of(csv)).dataHash());
  }

  @Test
  void barsOfOthersAreReadByTheNamesOfTheirColumns() throws IOException, SQLException {
    Path file = Files.createDirectories(folder.resolve("crypto")).resolve("BTCUSDT.parquet");
    write(
        file,
        """
        SELECT * FROM (VALUES
          (1, 100.0::DOUBLE, 0.1 + 0.2e0::DOUBLE, 99.5::FLOAT, TIMESTAMP '2025-01-01 00:00:00', 5::BIGINT, 100::INTEGER),
          (2, 100.0, 101, 99.5, TIMESTAMP '2025-01-01 00:05:00', NULL, 100),
          (3, 100.0, 101, 99.5, TIMESTAMP '2025-01-01 00:10:00', 7, 100),
          (4, 100.0, 101.00000000000001e0, 99.5, TIMESTAMP '2025-01-01 00:15:00', 7, 100))
          AS t(n, open, high, low, timestamp, volume, close)
        """);
    Loaded loaded = BarFolder.load(LoadRequest.of(folder));
    assertThat(loaded.series().getFirst().length()).isEqualTo(2);
    assertThat(loaded.report().problems())
        .extracting(Problem::toString)
        .containsExactly(
            "crypto/BTCUSDT.parquet:1: high must be at least the low 99.5, was 0.3",
            "crypto/BTCUSDT.parquet:2: volume must be a decimal number, was ''");
  }

  @Test
  void whatIsNoParquetIsNamed() throws IOException {
    Path file = Files.createDirectories(folder.resolve("crypto")).resolve("BTCUSDT.parquet");
    Files.writeString(file, "not parquet");
    assertThatThrownBy(() -> BarFolder.load(LoadRequest.of(folder)))
        .hasMessageContaining("crypto/BTCUSDT.parquet: file must be Parquet, could not be read: ");
  }

  @Test
  void importsAreAskedForTheZoneOfTimesWithoutOne() throws IOException, SQLException {
    Path file = folder.resolve("ETHUSDT.parquet");
    String bars =
        "SELECT 1.5 AS o, 2.5 AS h, 1.5 AS l, 2 AS c, 3 AS v, %s AS t FROM range(3) r(i)";
    write(file, bars.formatted("TIMESTAMP '2025-01-01 00:00:00' + i * INTERVAL 5 MINUTE"));
    assertThatThrownBy(() -> BarImport.of(List.of(file), ImportOptions.NONE))
        .hasMessageContaining("nothing tells their zone");
    write(file, bars.formatted("make_timestamptz(1735689600000000 + i * 300000000)"));
    Imported imported = BarImport.of(List.of(file), ImportOptions.NONE);
    assertThat(imported.series().getFirst().length()).isEqualTo(3);
  }

  @Test
  void intentsAreReadWithEveryFaultNamedByItsRow() throws IOException, SQLException {
    Path file = folder.resolve("intents.parquet");
    SequencedMap<InstrumentId, Instrument> instruments = new TreeMap<>();
    Instrument aapl = Instrument.stock("AAPL");
    instruments.put(aapl.id(), aapl);
    String select =
        "SELECT 'a' || i AS id, 'AAPL' AS symbol, 'buy' AS side, %s AS quantity, 100.5::DOUBLE AS"
            + " \"limit\", true AS \"no-exit\", make_timestamptz(1741608000000000) AS \"from\" FROM range(2) r(i)";
    write(file, select.formatted("3::BIGINT"));
    assertThat(IntentFile.read(file, instruments, ExchangeCalendar.nyse()))
        .hasSize(2)
        .allMatch(one -> one.fromNs() == 1_741_608_000_000_000_000L);
    write(file, select.formatted("3::BIGINT - 3 * i"));
    assertThatThrownBy(() -> IntentFile.read(file, instruments, ExchangeCalendar.nyse()))
        .hasMessageStartingWith(file + ":3: quantity must be above 0");
  }

  private static void write(Path file, String select) throws SQLException, IOException {
    Files.deleteIfExists(file);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("COPY (" + select + ") TO '" + file + "' (FORMAT parquet)");
    }
  }
}
