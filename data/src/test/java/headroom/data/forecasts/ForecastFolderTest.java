package headroom.data.forecasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import headroom.core.engine.Event;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.data.bars.BadDataException;
import headroom.data.bars.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastFolderTest {

  @TempDir Path folder;

  @Test
  void filesSayInTheirNamesWhenTheirRowsWereMade() throws IOException {
    file("b-20250310T120000Z.csv", "symbol,strategy,avg_return", "AAPL,mine,0.02");
    file(
        "a-2025-03-10T00-30Z.jsonl",
        "{\"symbol\":\"AAPL\",\"strategy\":\"mine\",\"avg_return\":0.01}");
    file(
        "c.csv",
        "symbol,strategy,as-of,avg_return",
        "AAPL,mine,2025-03-10T06:00:00Z,0.03",
        "AAPL,mine,2025-03-09T06:00:00Z,0.04");
    file("README.md", "not a forecast");
    assertThat(read())
        .extracting(one -> text(one) + " " + one.forecast().fields().get("avg_return"))
        .containsExactly(
            "2025-03-09T06:00:00Z 0.04",
            "2025-03-10T00:30:00Z 0.01",
            "2025-03-10T06:00:00Z 0.03",
            "2025-03-10T12:00:00Z 0.02");
  }

  @Test
  void aRowsOwnTimeGoesBefore() throws IOException {
    file(
        "20250310T120000Z.csv",
        "symbol,strategy,as-of,avg_return",
        "AAPL,mine,,0.02",
        "AAPL,mine,2025-03-10T11:00:00Z,0.01");
    assertThat(read())
        .extracting(ForecastFolderTest::text)
        .containsExactly("2025-03-10T11:00:00Z", "2025-03-10T12:00:00Z");
  }

  @Test
  void theSameForecastInTwoFilesIsNamedInTheSecond() throws IOException {
    Path first = file("a-20250310T120000Z.csv", "symbol,strategy,avg_return", "AAPL,mine,0.02");
    Path second =
        file(
            "b.csv",
            "symbol,strategy,as-of,avg_return",
            "AAPL,mine,2025-03-10T12:00:00Z,0.02",
            "AAPL,,2025-03-10T12:00:00Z,0.02");
    assertThat(refused())
        .containsExactly(
            second
                + ":2: symbol, strategy and as-of must occur once together, were in "
                + first
                + " line 2 too",
            second + ":3: strategy must be given, was empty");
  }

  @Test
  void aDateAloneIsNoTime() throws IOException {
    Path file = file("2025-03-10.csv", "symbol,strategy,avg_return", "AAPL,mine,0.02");
    assertThat(refused()).containsExactly(file + ":1: column as-of must be there, was missing");
  }

  @Test
  void aFolderWithoutFilesIsRefused() {
    assertThat(refused())
        .containsExactly(
            folder
                + ": folder must hold files that end in .csv, .jsonl, .ndjson or .json, had none");
  }

  @ParameterizedTest
  @CsvSource({
    "x-20250310T143000Z.csv, 2025-03-10T14:30:00Z",
    "2025-03-10T14-30-05Z.csv, 2025-03-10T14:30:05Z",
    "2025-03-10_14-30Z.csv, 2025-03-10T14:30:00Z",
    "run7-20250310_1430Z.csv, 2025-03-10T14:30:00Z",
    "20250310T143000.csv,",
    "20250310T993000Z.csv,",
    "120250310T143000Z.csv,"
  })
  void timesInNames(String name, String time) {
    assertThat(ForecastFolder.asOfNs(name))
        .isEqualTo(time == null ? null : Instant.parse(time).getEpochSecond() * 1_000_000_000L);
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private List<Event.Forecasted> read() {
    SequencedMap<InstrumentId, Instrument> instruments = new TreeMap<>();
    Instrument aapl = Instrument.stock("AAPL");
    instruments.put(aapl.id(), aapl);
    return ForecastFolder.read(folder, instruments);
  }

  private List<String> refused() {
    return catchThrowableOfType(BadDataException.class, this::read).problems().stream()
        .map(Problem::toString)
        .toList();
  }

  private static String text(Event.Forecasted one) {
    return Instant.ofEpochSecond(0, one.forecast().asOfNs()).toString();
  }
}
