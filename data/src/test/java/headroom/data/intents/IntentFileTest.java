package headroom.data.intents;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.data.rows.Symbols;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntentFileTest {

  @TempDir Path folder;

  @Test
  void everyFieldIsRead() {
    List<DatedIntent> read =
        files()
            .read(
                "all.csv",
                "id,owner,symbol,side,quantity,limit,from,expires,strategy,kind,at-once,vip,forecast,"
                    + "forecast-at,entry-tolerance,take-profit,stop,max-hold-days,session-end,no-exit,tags",
                "a,ann,aapl,buy,3,100.005,2025-01-02T15:00:00+01:00,2025-01-03T00:00:00Z,dip,probe,true,"
                    + "true,-12.50,2025-01-02T14:00:00Z,0.4%,110,90,3,true,false,tech; big;;x");
    assertThat(read)
        .containsExactly(
            new DatedIntent(
                IntentFiles.ns("2025-01-02T14:00:00Z"),
                new Intent(
                    new IntentId("a"),
                    "ann",
                    new InstrumentId("AAPL"),
                    Side.BUY,
                    Quantity.of("3"),
                    Price.of("100.005"),
                    IntentFiles.ns("2025-01-03T00:00:00Z"),
                    "dip",
                    IntentKind.PROBE,
                    true,
                    true,
                    Money.of("-12.5"),
                    4_000,
                    new ExitPlan(Price.of("110"), Price.of("90"), 3, true),
                    List.of("tech", "big", "x"))));
  }

  @Test
  void whatIsNotGivenHasItsDefault() {
    assertThat(files().read("few.csv", IntentFiles.HEADER, "a,BRK.B,sell,5,600,true"))
        .containsExactly(
            new DatedIntent(
                Long.MIN_VALUE,
                new Intent(
                    new IntentId("a"),
                    "me",
                    new InstrumentId("BRK.B"),
                    Side.SELL,
                    Quantity.of("5"),
                    Price.of("600"),
                    Long.MAX_VALUE,
                    "file",
                    IntentKind.ENTRY,
                    false,
                    false,
                    null,
                    null,
                    ExitPlan.NONE,
                    List.of())));
  }

  @Test
  void extendedHoursAreSaidByRowAndTheDayEndsWithThem() {
    List<DatedIntent> read =
        files()
            .read(
                "extended.csv",
                "id,symbol,side,quantity,limit,no-exit,from,expires,extended-hours",
                "E,AAPL,buy,1,100,true,2025-07-03T08:00:00Z,day,true",
                "L,AAPL,buy,1,100,true,2025-07-03T20:30:00Z,day,true",
                "C,AAPL,buy,1,100,true,2025-07-03T08:00:00Z,day,false",
                "B,BTC/USD,buy,1,100,true,2025-07-03T08:00:00Z,day,true");
    assertThat(read)
        .extracting(dated -> dated.intent().extendedHours())
        .containsExactly(true, true, false, true);
    assertThat(read)
        .extracting(dated -> dated.intent().expiresNs())
        .containsExactly(
            IntentFiles.ns("2025-07-03T21:00:00Z"),
            IntentFiles.ns("2025-07-03T21:00:00Z"),
            IntentFiles.ns("2025-07-03T17:00:00Z"),
            IntentFiles.ns("2025-07-04T00:00:00Z"));
  }

  @Test
  void aSymbolMayBeSpelledInManyWays() {
    for (String spelling :
        List.of("BTC/USD", "BTCUSD", "BTC-USD", "btc/usd", "btc_usd", "BTCUSDT", "BTC/USDC")) {
      assertThat(only("a," + spelling + ",buy,1,100,true").intent().instrument().value())
          .as(spelling)
          .isEqualTo("BTC/USD");
    }
    assertThat(only("a,brk.b,buy,1,100,true").intent().instrument().value()).isEqualTo("BRK.B");
  }

  @Test
  void aSpellingThatCouldBeTwoInstrumentsIsNone() {
    SequencedMap<InstrumentId, Instrument> pairs = new LinkedHashMap<>();
    for (String name : List.of("A/BC", "AB/C", "ABC")) {
      pairs.put(new InstrumentId(name), Instrument.crypto(name, 1));
    }
    assertThat(new Symbols(pairs).find("abc")).isEqualTo(pairs.get(new InstrumentId("ABC")));
    pairs.remove(new InstrumentId("ABC"));
    assertThat(new Symbols(pairs).find("abc")).isNull();
    assertThat(new Symbols(pairs).find("a-bc")).isEqualTo(pairs.get(new InstrumentId("A/BC")));
  }

  @Test
  void aNotionalBuysWholeStepsAtTheLimit() {
    String header = "id,symbol,side,notional,limit,no-exit";
    assertThat(
            files()
                .read("n.csv", header, "a,AAPL,buy,3500,101,true", "b,BTCUSD,buy,100,30000,true"))
        .extracting(dated -> dated.intent().quantity().toString())
        .containsExactly("34", "0.003333333");
  }

  @Test
  void aRatioIsReadExactlyHoweverItIsWritten() {
    for (String ratio : List.of("0.4%", "0.004", "4000ppm", "4e-3", "0.40 %", "4000 ppm")) {
      String header = "id,symbol,side,quantity,limit,no-exit,entry-tolerance";
      assertThat(files().read("r.csv", header, "a,AAPL,buy,1,100,true," + ratio))
          .extracting(dated -> dated.intent().entryTolerancePpm())
          .as(ratio)
          .containsExactly(4_000);
    }
  }

  @Test
  void theDayEndsWithTheSessionOfAStockAndAtMidnightOfACoin() {
    String[][] cases = {
      {"AAPL", "2025-01-02T14:30:00Z", "2025-01-02T21:00:00Z"}, // as it opens
      {"AAPL", "2025-01-02T05:00:00Z", "2025-01-02T21:00:00Z"}, // in the night before
      {"AAPL", "2025-01-02T20:59:59.999999999Z", "2025-01-02T21:00:00Z"},
      {"AAPL", "2025-01-02T21:00:00Z", "2025-01-03T21:00:00Z"}, // as it closes
      {"AAPL", "2025-01-03T22:00:00Z", "2025-01-06T21:00:00Z"}, // over a weekend
      {"AAPL", "2025-01-08T22:00:00Z", "2025-01-10T21:00:00Z"}, // a day of mourning between
      {"AAPL", "2025-07-03T14:00:00Z", "2025-07-03T17:00:00Z"}, // an early close
      {"AAPL", "2025-07-02T14:00:00Z", "2025-07-02T20:00:00Z"}, // summer
      {"BTCUSD", "2025-01-02T00:00:00Z", "2025-01-03T00:00:00Z"},
      {"BTCUSD", "2025-01-02T20:00:00-05:00", "2025-01-04T00:00:00Z"},
    };
    for (String[] each : cases) {
      assertThat(
              files()
                  .read(
                      "d.csv",
                      IntentFiles.HEADER + ",from,expires",
                      "a,%s,buy,1,100,true,%s,day".formatted(each[0], each[1])))
          .extracting(dated -> dated.intent().expiresNs())
          .as("%s from %s", each[0], each[1])
          .containsExactly(IntentFiles.ns(each[2]));
    }
  }

  @Test
  void csvAndJsonLinesGiveTheSameIntents() {
    List<DatedIntent> csv =
        files()
            .read(
                "same.csv",
                "\uFEFF"
                    + IntentFiles.HEADER
                    + ",vip,forecast,take-profit,max-hold-days,tags,from,expires",
                "1,BTCUSD,buy,0.123456789,60000.10,,true,1e2,61000,0,a b,2025-01-02T00:00:00Z,day",
                "",
                "\"b,2\", AAPL ,sell,7,100,true,,,,,\"x;y\",,");
    String[] lines = {
      """
      {"id":1,"symbol":"BTCUSD","side":"buy","quantity":0.123456789,"limit":60000.10,"vip":true,\
      "forecast":1e2,"take-profit":"61000","max-hold-days":0,"tags":"a b",\
      "from":"2025-01-02T00:00:00Z","expires":"day","no-exit":null}\
      """,
      "",
      """
      {"no-exit":true,"tags":"x;y","limit":100,"quantity":"7","side":"sell","symbol":"AAPL",\
      "id":"b,2","vip":false,"state":"done","reason":null}\
      """
    };
    for (String name : List.of("same.jsonl", "same.ndjson", "same.JSON")) {
      assertThat(files().read(name, lines)).isEqualTo(csv).hasSize(2);
    }
  }

  @Test
  void theFileThatARunWritesIsReadAgain() {
    String header =
        "id,owner,symbol,side,quantity,limit,from,expires,strategy,kind,at-once,vip,forecast,"
            + "entry-tolerance,take-profit,stop,max-hold-days,session-end,no-exit,tags,state,reason";
    String[] lines = {
      header,
      "AAPL-1,me,AAPL,buy,3,100.25,2025-01-02T14:30:00.000000000Z,2025-01-02T21:00:00.000000000Z,"
          + "excursion,entry,false,false,12.5,4000ppm,101,,3,false,false,a b,filled,run-ended",
      "\"x,\"\"1\"\"\",me,BTC/USD,buy,0.000000001,60000,1677-09-21T00:12:43.145224192Z,,file,probe,"
          + "true,true,,,,59000,,false,false,,expired,expired",
      "z,me,BTC/USD,buy,0.5,60000,,,file,entry,false,false,-3,,,,,false,true,,waiting,run-ended",
    };
    List<DatedIntent> read = files().read("intents.csv", lines);
    assertThat(read)
        .extracting(DatedIntent::fromNs)
        .containsExactly(IntentFiles.ns("2025-01-02T14:30:00Z"), Long.MIN_VALUE, Long.MIN_VALUE);
    List<String> again = new ArrayList<>(List.of(header));
    for (int i = 0; i < read.size(); i++) {
      String[] was = lines[i + 1].split(",", -1);
      again.add(written(read.get(i)) + "," + was[was.length - 2] + "," + was[was.length - 1]);
    }
    // The start of the run is the same instant whether it is empty or the first of all.
    lines[3] = lines[3].replace("60000,,,", "60000,1677-09-21T00:12:43.145224192Z,,");
    assertThat(again).containsExactly(lines);
    assertThat(files().read("intents.csv", again.toArray(String[]::new))).isEqualTo(read);
  }

  /// The row of a run's own file, up to its tags.
  private static String written(DatedIntent dated) {
    Intent intent = dated.intent();
    ExitPlan exit = intent.exit();
    String id = intent.id().value();
    return String.join(
        ",",
        id.contains(",") ? '"' + id.replace("\"", "\"\"") + '"' : id,
        intent.owner(),
        intent.instrument().value(),
        intent.side().word(),
        intent.quantity().toString(),
        intent.limit().toString(),
        time(dated.fromNs()),
        intent.expiresNs() == Long.MAX_VALUE ? "" : time(intent.expiresNs()),
        intent.strategy(),
        intent.kind().word(),
        Boolean.toString(intent.atOnce()),
        Boolean.toString(intent.vip()),
        text(intent.forecast()),
        intent.entryTolerancePpm() == null ? "" : intent.entryTolerancePpm() + "ppm",
        text(exit.takeProfit()),
        text(exit.stop()),
        exit.maxHoldDays() < 0 ? "" : Integer.toString(exit.maxHoldDays()),
        Boolean.toString(exit.sessionEnd()),
        Boolean.toString(exit.isNone()),
        String.join(" ", intent.tags()));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String time(long ns) {
    Instant instant =
        Instant.ofEpochSecond(Math.floorDiv(ns, Fixed.ONE), Math.floorMod(ns, Fixed.ONE));
    String seconds = Instant.ofEpochSecond(instant.getEpochSecond()).toString();
    return String.format(Locale.ROOT, "%s.%09dZ", seconds.substring(0, 19), instant.getNano());
  }

  private DatedIntent only(String row) {
    List<DatedIntent> read = files().read("one.csv", IntentFiles.HEADER, row);
    assertThat(read).hasSize(1);
    return read.getFirst();
  }

  private IntentFiles files() {
    return new IntentFiles(folder);
  }
}
