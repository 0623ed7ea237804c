package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole runs in which capacity is divided, by what they leave in their tables. Without latency, so
/// that a command and its effect have one time.
class RationingRunTest {
  @TempDir static Path market;
  @TempDir Path folder;

  @BeforeAll
  static void makeAMarket() throws IOException {
    Ran ran =
        Ran.headroom(
            "data",
            "synth",
            market.toString(),
            "--stocks",
            "0",
            "--crypto",
            "4",
            "--to",
            "2025-03-28");
    assertThat(ran.code()).as(ran.err()).isZero();
    Files.writeString(
        market.resolve("instruments.yaml"),
        "COIN01/USD: {tags: [old, slow]}\nCOIN02/USD: {tags: old}\n");
  }

  private Ran simulate(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of("simulate", "--data", market.toString(), "--out", out().toString()));
    all.addAll(List.of("--set", "order-latency=1ms", "--set", "cancel-latency=1ms"));
    all.addAll(Arrays.asList(more));
    Ran ran = Ran.headroom(all.toArray(String[]::new));
    assertThat(ran.code()).as(ran.err()).isZero();
    return ran;
  }

  private Path out() {
    return folder.resolve("out");
  }

  private List<Map<String, String>> table(String name) throws IOException {
    List<String> lines = Files.readAllLines(out().resolve(name));
    List<String> header = Arrays.asList(lines.getFirst().split(",", -1));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> fields = Arrays.asList(line.split(",", -1));
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.size(); i++) {
        row.put(header.get(i), fields.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private static boolean isEntry(Map<String, String> row) {
    return !value(row, "order").contains("-x");
  }

  private static String value(Map<String, String> row, String column) {
    return String.valueOf(row.get(column));
  }

  /// Entry orders placed, as time and intent.
  private List<String> placed() throws IOException {
    return table("commands.csv").stream()
        .filter(RationingRunTest::isEntry)
        .filter(row -> value(row, "command").equals("place"))
        .map(row -> value(row, "time").substring(5, 16) + " " + value(row, "intent"))
        .toList();
  }

  /// The most entry orders that were open at once, a cancelled one until its cancel was sent.
  private int mostOpen() throws IOException {
    List<Map<String, String>> steps = new ArrayList<>(table("fills.csv"));
    steps.addAll(table("commands.csv"));
    steps.removeIf(row -> !isEntry(row));
    steps.sort((a, b) -> value(a, "time").compareTo(value(b, "time")));
    Map<String, BigDecimal> open = new HashMap<>();
    int most = 0;
    for (Map<String, String> step : steps) {
      String order = value(step, "order");
      BigDecimal quantity = new BigDecimal(value(step, "quantity"));
      switch (value(step, "command")) {
        case "place" -> open.put(order, quantity);
        case "cancel" -> open.remove(order);
        default -> open.computeIfPresent(order, (_, rest) -> rest.subtract(quantity));
      }
      open.values().removeIf(rest -> rest.signum() == 0);
      most = Math.max(most, open.size());
    }
    return most;
  }

  @Test
  void neverMoreOrdersAreOpenThanTheCapSays() throws IOException {
    simulate("--set", "entry-notional=1000");
    assertThat(mostOpen()).isGreaterThan(2);
    simulate("--set", "entry-notional=1000", "--set", "caps=all=2 orders");
    assertThat(mostOpen()).isEqualTo(2);
    simulate("--set", "entry-notional=1000", "--set", "caps=all=1 order, all=2 positions");
    assertThat(mostOpen()).isEqualTo(1);
    simulate("--set", "caps=all=0 orders");
    assertThat(placed()).isEmpty();
  }

  @Test
  void theRestMayOnlySteal() throws IOException {
    simulate();
    int usual = placed().size();
    simulate("--set", "tiers=1:0.66%, *:0.66%:steal-only");
    assertThat(placed()).isNotEmpty().hasSizeLessThan(usual);
    simulate("--set", "tiers=*:0.66%:steal-only");
    assertThat(placed()).isEmpty();
    assertThat(Files.readString(out().resolve("result.json")))
        .contains("\"stealableWindowPpm\"")
        .contains("\"other ranks\"");
  }

  @Test
  void capsAreForOwnersTagsAndSymbolsAndPrioritiesForOwners() throws IOException {
    Path intents = folder.resolve("intents.csv");
    Files.writeString(
        intents,
        """
        id,owner,symbol,side,notional,limit,at-once,max-hold-days,tags
        b1,bob,COIN01/USD,buy,1000,1,true,1,
        b2,bob,COIN02/USD,buy,1000,1,true,1,
        a1,ann,COIN01/USD,buy,1000,1,true,1,
        a2,ann,COIN02/USD,buy,1000,1,true,1,
        a3,ann,COIN03/USD,buy,1000,1,true,1,new
        """);
    String file = intents.toString();
    String at = "03-03T00:00 ";
    simulate("--intents", file);
    assertThat(placed()).hasSize(5);
    simulate("--intents", file, "--set", "caps=owner:bob=1500");
    assertThat(placed()).containsExactlyInAnyOrder(at + "b2", at + "a1", at + "a2", at + "a3");
    simulate("--intents", file, "--set", "caps=tag:slow=0,tag:old=1 order,tag:new=9%");
    assertThat(placed()).containsExactly(at + "a2");
    simulate("--intents", file, "--set", "caps=symbol:COIN01/USD=15%");
    assertThat(placed()).containsExactlyInAnyOrder(at + "a1", at + "b2", at + "a2", at + "a3");
    simulate("--intents", file, "--set", "caps=all=1 order");
    assertThat(placed()).containsExactly(at + "a2");
    simulate("--intents", file, "--set", "caps=all=1 order", "--set", "priorities=bob=1");
    assertThat(placed()).containsExactly(at + "b2");
  }

  @Test
  void whatNobodyIsUnderIsSaid() {
    Ran ran =
        simulate(
            "--set",
            "caps=owner:me=5000, owner:bob=5000, tag:gone=1 order, tag:old=1 order, symbol:NVDA=5",
            "--set",
            "priorities=me=1,bbo=2");
    assertThat(ran.problems())
        .containsExactly(
            "the cap on symbol:NVDA has no effect, no intent is under it",
            "the cap on tag:gone:orders has no effect, no intent is under it",
            "the cap on owner:bob has no effect, no intent is under it",
            "the priority of bbo has no effect, no intent is theirs");
  }

  @Test
  void aForecastIsKnownFromItsTimeOn() throws IOException {
    Path intents = folder.resolve("intents.csv");
    Files.writeString(
        intents,
        """
        id,symbol,side,notional,limit,max-hold-days
        one,COIN01/USD,buy,1000,1,1
        two,COIN02/USD,buy,1000,1,1
        """);
    // A Saturday: the coin with the best forecast rests at any distance.
    Path forecasts = folder.resolve("forecasts.csv");
    Files.writeString(
        forecasts,
        """
        symbol,strategy,as-of,max-age,file_forecasted_pnl,avg_return
        coin01usd,file,2025-03-08T12:34:00Z,,,0.01
        COIN02/USD,file,2025-03-08T18:07:00Z,1h,10.01,0.5
        COIN02/USD,file,2025-03-29T00:00:00Z,,99,
        COIN03/USD,file,2025-03-08T00:00:00Z,,99,
        COIN01/USD,other,2025-03-08T00:00:00Z,,99,
        """);
    Ran ran =
        simulate(
            "--intents",
            intents.toString(),
            "--forecasts",
            forecasts.toString(),
            "--set",
            "at-once-ranks=1");
    assertThat(ran.problems())
        .containsExactly(
            forecasts + ": 1 of 5 forecasts were made after the run and are left out",
            forecasts + ": 2 of 5 forecasts are for a symbol and a strategy that no intent has");
    assertThat(placed()).containsExactly("03-08T12:34 one", "03-08T18:07 two");
  }

  @Test
  void snapshotsMayBeAFolderAndIntentsJsonLines() throws IOException {
    Path intents = folder.resolve("intents.jsonl");
    Files.writeString(
        intents,
        """
        {"id":"one","symbol":"COIN01/USD","side":"buy","notional":1000,"limit":1,"from":"2025-03-08T00:00:00Z","max-hold-days":1}
        {"id":"two","symbol":"COIN02/USD","side":"buy","notional":1000,"limit":"1","from":"2025-03-08T00:00:00Z","max-hold-days":1}
        """);
    Path snapshots = Files.createDirectories(folder.resolve("snapshots"));
    Files.writeString(
        snapshots.resolve("20250308T123400Z.csv"),
        "symbol,strategy,avg_return\nCOIN01/USD,file,0.01\n");
    Files.writeString(
        snapshots.resolve("20250308T180700Z.jsonl"),
        "{\"symbol\":\"COIN02/USD\",\"strategy\":\"file\",\"avg_return\":0.5}\n");
    Ran ran =
        simulate(
            "--intents",
            intents.toString(),
            "--forecasts",
            snapshots.toString(),
            "--set",
            "at-once-ranks=1");
    assertThat(ran.problems()).isEmpty();
    assertThat(placed()).containsExactly("03-08T12:34 one", "03-08T18:07 two");
  }

  @Test
  void badForecastsAreAllNamedAndNothingIsWritten() throws IOException {
    Path forecasts = folder.resolve("forecasts.csv");
    Files.writeString(
        forecasts,
        """
        symbol,strategy,as-of,avg_return
        DOGE/USD,excursion,2025-03-08T12:34:00Z,1
        COIN01/USD,excursion,yesterday,1
        """);
    Ran ran =
        Ran.headroom(
            "simulate",
            "--data",
            market.toString(),
            "--out",
            out().toString(),
            "--forecasts",
            forecasts.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems())
        .containsExactly(
            forecasts
                + ":2: symbol must be one of COIN01/USD, COIN02/USD, COIN03/USD, COIN04/USD, was"
                + " 'DOGE/USD'",
            forecasts
                + ":3: as-of must be ISO-8601 with an offset, such as 2025-01-02T14:30:00Z, was"
                + " 'yesterday'");
    assertThat(out()).doesNotExist();
    Ran missing = Ran.headroom("simulate", "--forecasts", "no-such.csv");
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.problems()).containsExactly("--forecasts no-such.csv: no such file");
  }
}
