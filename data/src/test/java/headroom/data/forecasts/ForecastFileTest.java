package headroom.data.forecasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import headroom.core.engine.Event;
import headroom.core.intent.Forecast;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.num.Fixed;
import headroom.data.bars.BadDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastFileTest {
  private static final Path GUIDE = Path.of("..", "docs", "forecast-files.md");
  private static final long HOUR_NS = 3_600 * Fixed.ONE;

  @TempDir Path folder;

  @Test
  void aRowIsASnapshotWithItsTimeAndItsAge() throws IOException {
    List<Event.Forecasted> read =
        read(
            "f.csv",
            "max-age,symbol,strategy,as-of,maxdiff_forecasted_pnl,mine_forecasted_pnl,avg_return",
            "12h,btcusd,maxdiff,2025-03-10T00:00:00Z,42.50,,0.01",
            ",AAPL,mine,2025-03-10T09:00:00-04:00,,n/a,");
    assertThat(read)
        .containsExactly(
            forecast(
                "BTC/USD",
                "maxdiff",
                Map.of("maxdiff_forecasted_pnl", "42.50", "avg_return", "0.01"),
                "2025-03-10T00:00:00Z",
                12 * HOUR_NS),
            forecast(
                "AAPL",
                "mine",
                Map.of("mine_forecasted_pnl", "n/a"),
                "2025-03-10T13:00:00Z",
                Long.MAX_VALUE));
  }

  @Test
  void jsonLinesSayTheSame() throws IOException {
    List<Event.Forecasted> read =
        read(
            "f.jsonl",
            "{\"symbol\":\"BTC-USD\",\"strategy\":\"maxdiff\",\"as-of\":\"2025-03-10T00:00:00Z\","
                + "\"max-age\":\"PT12H\",\"maxdiff_forecasted_pnl\":null,\"highlow_forecasted_pnl\":NaN,"
                + "\"avg_return\":0.010}");
    assertThat(read)
        .containsExactly(
            forecast(
                "BTC/USD",
                "maxdiff",
                Map.of("highlow_forecasted_pnl", "NaN", "avg_return", "0.010"),
                "2025-03-10T00:00:00Z",
                12 * HOUR_NS));
  }

  @Test
  void everyFaultOfEveryRowIsNamed() throws IOException {
    assertThat(
            problems(
                "f.csv",
                "symbol,strategy,as-of,max-age,avg_return",
                "DOGE,s,2025-03-10T00:00:00Z,,1",
                "AAPL,,2025-03-10,0s,1",
                "AAPL,s,2025-03-10T00:00:00Z,90,1",
                "AAPL,s,2025-03-10T01:00:00Z,,abc",
                "AAPL,s,2025-03-10T01:00:00Z,,1",
                "AAPL,s,,,1",
                "AAPL,s"))
        .containsExactly(
            "2: symbol must be one of AAPL, BTC/USD, was 'DOGE'",
            "3: strategy must be given, was empty",
            "3: as-of must be ISO-8601 with an offset, such as 2025-01-02T14:30:00Z, was '2025-03-10'",
            "3: max-age must be a duration above 0 such as 90s, 15m, 12h or PT12H, was '0s'",
            "4: max-age must be a duration above 0 such as 90s, 15m, 12h or PT12H, was '90'",
            "6: symbol, strategy and as-of must occur once together, were in line 5 too",
            "7: as-of must be given, was empty",
            "8: row must have 5 columns, had 2");
  }

  @Test
  void columnsAreKnownOnes() throws IOException {
    assertThat(problems("f.csv", "symbol,strategy,asof,return,avg_retrun", "AAPL,s,x,1,1"))
        .containsExactly(
            "1: column must be a known one, was 'asof'; the nearest is as-of",
            "1: column must be a known one, was 'return'; there are symbol, strategy, as-of, max-age,"
                + " maxdiff_forecasted_pnl, maxdiffalwayson_forecasted_pnl, highlow_forecasted_pnl,"
                + " all_signals_forecasted_pnl, avg_return",
            "1: column must be a known one, was 'avg_retrun'; the nearest is avg_return",
            "1: column as-of must be there, was missing");
  }

  @Test
  void aFileWithoutForecastsIsNone() throws IOException {
    assertThat(problems("a.csv", "symbol,strategy,as-of"))
        .containsExactly("file must hold at least one forecast, had none");
    assertThat(problems("b.csv", "symbol,strategy,as-of", "AAPL,s,2025-03-10T01:00:00Z"))
        .containsExactly(
            "file must have values in a field such as maxdiff_forecasted_pnl or avg_return, had none");
    assertThat(problems("c.txt", "symbol,strategy,as-of"))
        .containsExactly("file must end in .csv, .jsonl, .ndjson, .json or .parquet, did not");
  }

  @Test
  void theExamplesOfTheGuideAreReadAndAreTheSame() throws IOException {
    List<Event.Forecasted> csv = read("guide.csv", example("csv"));
    assertThat(csv).hasSize(3);
    assertThat(read("guide.jsonl", example("json"))).isEqualTo(csv);
  }

  private static String example(String language) throws IOException {
    List<String> blocks =
        Pattern.compile("(?s)```" + language + "\n(.*?)```")
            .matcher(Files.readString(GUIDE))
            .results()
            .map(ForecastFileTest::inside)
            .toList();
    assertThat(blocks).hasSize(1);
    return blocks.getFirst();
  }

  private static String inside(MatchResult block) {
    return block.group(1);
  }

  private static Event.Forecasted forecast(
      String symbol, String strategy, Map<String, String> fields, String asOf, long maxAgeNs) {
    long asOfNs = Instant.parse(asOf).getEpochSecond() * Fixed.ONE;
    return new Event.Forecasted(
        new InstrumentId(symbol), strategy, new Forecast(new TreeMap<>(fields), asOfNs, maxAgeNs));
  }

  private List<Event.Forecasted> read(String name, String... lines) throws IOException {
    return ForecastFile.read(
        Files.writeString(folder.resolve(name), String.join("\n", lines)), instruments());
  }

  private List<String> problems(String name, String... lines) throws IOException {
    Path file = Files.writeString(folder.resolve(name), String.join("\n", lines));
    BadDataException bad =
        catchThrowableOfType(BadDataException.class, () -> ForecastFile.read(file, instruments()));
    assertThat(bad).isNotNull();
    return bad.problems().stream()
        .map(problem -> problem.toString().substring(file.toString().length() + 1).strip())
        .toList();
  }

  private static SequencedMap<InstrumentId, Instrument> instruments() {
    SequencedMap<InstrumentId, Instrument> instruments = new LinkedHashMap<>();
    for (Instrument one :
        List.of(Instrument.stock("AAPL"), Instrument.crypto("BTC/USD", Fixed.ONE / 100))) {
      instruments.put(one.id(), one);
    }
    return instruments;
  }
}
