package headroom.data.intents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import headroom.data.bars.BadDataException;
import headroom.data.bars.Problem;
import headroom.data.calendar.ExchangeCalendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

  private static final ExchangeCalendar CALENDAR = ExchangeCalendar.nyse();
  private static final String HEADER = "id,symbol,side,quantity,limit,no-exit";

  @TempDir Path folder;

  @Test
  void everyFieldIsRead() {
    List<DatedIntent> read =
        read(
            "all.csv",
            "id,owner,symbol,side,quantity,limit,from,expires,strategy,kind,at-once,vip,forecast,"
                + "forecast-at,entry-tolerance,take-profit,stop,max-hold-days,session-end,no-exit,tags",
            "a,ann,aapl,buy,3,100.005,2025-01-02T15:00:00+01:00,2025-01-03T00:00:00Z,dip,probe,true,"
                + "true,-12.50,2025-01-02T14:00:00Z,0.4%,110,90,3,true,false,tech; big;;x");
    assertThat(read)
        .containsExactly(
            new DatedIntent(
                ns("2025-01-02T14:00:00Z"),
                new Intent(
                    new IntentId("a"),
                    "ann",
                    new InstrumentId("AAPL"),
                    Side.BUY,
                    Quantity.of("3"),
                    Price.of("100.005"),
                    ns("2025-01-03T00:00:00Z"),
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
    assertThat(read("few.csv", HEADER, "a,BTC/USD,sell,0.5,60000,true"))
        .containsExactly(
            new DatedIntent(
                Long.MIN_VALUE,
                new Intent(
                    new IntentId("a"),
                    "me",
                    new InstrumentId("BTC/USD"),
                    Side.SELL,
                    Quantity.of("0.5"),
                    Price.of("60000"),
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
    assertThat(read("n.csv", header, "a,AAPL,buy,3500,101,true", "b,BTCUSD,buy,100,30000,true"))
        .extracting(dated -> dated.intent().quantity().toString())
        .containsExactly("34", "0.003333333");
  }

  @Test
  void aRatioIsReadExactlyHoweverItIsWritten() {
    for (String ratio : List.of("0.4%", "0.004", "4000ppm", "4e-3", "0.40 %", "4000 ppm")) {
      String header = "id,symbol,side,quantity,limit,no-exit,entry-tolerance";
      assertThat(read("r.csv", header, "a,AAPL,buy,1,100,true," + ratio))
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
              read(
                  "d.csv",
                  HEADER + ",from,expires",
                  "a,%s,buy,1,100,true,%s,day".formatted(each[0], each[1])))
          .extracting(dated -> dated.intent().expiresNs())
          .as("%s from %s", each[0], each[1])
          .containsExactly(ns(each[2]));
    }
  }

  @Test
  void csvAndJsonLinesGiveTheSameIntents() {
    List<DatedIntent> csv =
        read(
            "same.csv",
            "\uFEFF" + HEADER + ",vip,forecast,take-profit,max-hold-days,tags,from,expires",
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
      assertThat(read(name, lines)).isEqualTo(csv).hasSize(2);
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
      "\"x,\"\"1\"\"\",me,BTC/USD,sell,0.000000001,60000,1677-09-21T00:12:43.145224192Z,,file,probe,"
          + "true,true,,,,61000,,false,false,,expired,expired",
      "z,me,BTC/USD,sell,0.5,60000,,,file,entry,false,false,-3,,,,,false,true,,waiting,run-ended",
    };
    List<DatedIntent> read = read("intents.csv", lines);
    assertThat(read)
        .extracting(DatedIntent::fromNs)
        .containsExactly(ns("2025-01-02T14:30:00Z"), Long.MIN_VALUE, Long.MIN_VALUE);
    List<String> again = new ArrayList<>(List.of(header));
    for (int i = 0; i < read.size(); i++) {
      String[] was = lines[i + 1].split(",", -1);
      again.add(written(read.get(i)) + "," + was[was.length - 2] + "," + was[was.length - 1]);
    }
    // The start of the run is the same instant whether it is empty or the first of all.
    lines[3] = lines[3].replace("60000,,,", "60000,1677-09-21T00:12:43.145224192Z,,");
    assertThat(again).containsExactly(lines);
    assertThat(read("intents.csv", again.toArray(String[]::new))).isEqualTo(read);
  }

  @Test
  void everyBadRowIsNamedAndNothingElse() {
    assertThat(
            problems(
                "bad.csv",
                HEADER,
                "a,AAPL,buy,1,100,true",
                "b,AAPL,by,-1,0,true",
                "c,AAPL,buy,1,100,true",
                "d,TSLA,buy,1,100,maybe",
                "e,AAPL,buy,1,100,true"))
        .containsExactly(
            "3: side must be buy or sell, was 'by'",
            "3: limit must be above 0 and at most 9000000, was '0'",
            "3: quantity must be above 0 and at most 9223372036.854775807, was '-1'",
            "5: symbol must be one of AAPL, BRK.B, BTC/USD, was 'TSLA'",
            "5: no-exit must be true or false, was 'maybe'",
            "5: no-exit must be true without take-profit, stop, max-hold-days and session-end, was"
                + " maybe");
  }

  @Test
  void aBadHeaderIsNamedAsAWhole() {
    assertThat(problems("h.csv", "id,symbl,side,limit,limit", "a,b,c,d,e"))
        .containsExactly(
            "1: column must be a known one, was 'symbl'; the nearest is symbol",
            "1: column limit must occur once, was there twice",
            "1: column symbol must be there, was missing",
            "1: column quantity or notional must be there, was missing");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThat(problems("e.csv", ""))
        .containsExactly(
            "file must begin with a header such as id,symbol,side,quantity,limit, had none");
    assertThat(problems("e.csv", HEADER))
        .containsExactly("file must hold at least one intent, had none");
    assertThat(problems("e.jsonl", ""))
        .containsExactly("file must hold at least one intent, had none");
  }

  @Test
  void aFileThatCannotBeReadIsRefused() throws IOException {
    Path missing = folder.resolve("missing.csv");
    assertThat(problems(missing))
        .singleElement()
        .asString()
        .startsWith("file must be readable text in UTF-8, was not: ")
        .contains("NoSuchFile");
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, new byte[] {'i', 'd', (byte) 0xE9, '\n'});
    assertThat(problems(latin))
        .singleElement()
        .asString()
        .startsWith("file must be readable text in UTF-8, was not: ");
    assertThat(problems("i.txt", HEADER))
        .containsExactly("file must end in .csv, .jsonl, .ndjson or .json, did not");
  }

  @Test
  void brokenCsvIsRefusedWithItsLine() {
    assertThat(problems("b.csv", HEADER, "a,AAPL,buy,1,100,true", "b,AAPL", "\"c\"x,AAPL", "d"))
        .satisfiesExactly(
            columns -> assertThat(columns).isEqualTo("3: row must have 6 columns, had 2"),
            quote ->
                assertThat(quote).startsWith("4: row must be CSV with closed quotes, was not"));
    assertThat(problems("b.csv", HEADER, "a,AAPL,buy,1,100,\"true"))
        .singleElement()
        .asString()
        .startsWith("2: row must be CSV with closed quotes, was not");
  }

  @Test
  void brokenJsonIsRefusedWithItsLine() {
    String good =
        """
        {"id":"a","symbol":"AAPL","side":"buy","quantity":1,"limit":100,"no-exit":true}\
        """;
    String[][] cases = {
      {"[1]", "line must be a JSON object, was '[1]'"},
      {"7", "line must be a JSON object, was '7'"},
      {
        good.replace('a', 'b').replace("}", "} 7"),
        "line must be one JSON object, had more behind it"
      },
      {"{\"id\":", "line must be a JSON object, was broken at column "},
      {"{\"forecast\":NaN}", "line must be a JSON object, was broken at column "},
      {with(good, "\"id\":\"c\""), "key id must occur once, was there twice"},
      {with(good, "\"tgas\":\"c\""), "key must be a known one, was 'tgas'; the nearest is tags"},
      {with(good, "\"tags\":[\"c\",{}]"), "tags must be a single value, was a list"},
      {with(good, "\"stop\":{\"at\":1}"), "stop must be a single value, was an object"},
      {with(good, "\"forecast\":true"), "forecast must be a decimal number, was 'true'"},
      {
        with(good, "\"tags\":\"a\\nb\""),
        "tags must be in one line without control characters, was not"
      },
    };
    for (String[] each : cases) {
      String json = each[0].replace("\"id\":\"a\"", "\"id\":\"z\"");
      assertThat(problems("b.jsonl", good, "", json, good.replace("\"a\"", "\"y\"")))
          .as(json)
          .singleElement()
          .asString()
          .startsWith("3: " + each[1]);
    }
  }

  @Test
  void everyKindOfBadFieldIsRefused() {
    String exits = "exactly one of quantity and notional must be given, ";
    String time = " must be ISO-8601 with an offset, such as 2025-01-02T14:30:00Z, was ";
    String money = " must be above 0 and at most 9000000, was ";
    String ratio = "entry-tolerance must be ";
    String[][] cases = {
      {"id=", "id must be given, was empty"},
      {"id=good", "id must occur once, was 'good' in line 1 too"},
      {"symbol=", "symbol must be given, was empty"},
      {"symbol=TSLA", "symbol must be one of AAPL, BRK.B, BTC/USD, was 'TSLA'"},
      {"side=", "side must be given, was empty"},
      {"side=BUY", "side must be buy or sell, was 'BUY'"},
      {"limit=", "limit must be given, was empty"},
      {"limit=0", "limit" + money + "'0'"},
      {"limit=-1", "limit" + money + "'-1'"},
      {"limit=1e99", "limit" + money + "'1e99'"},
      {"limit=1.0000000001", "limit must have at most nine decimals, was '1.0000000001'"},
      {"limit=1,5", "limit must be a decimal number, was '1,5'"},
      {
        "limit=0.00001",
        "limit must be at least one tick of 0.0001 and at most 9000000, was 0.00001"
      },
      {"quantity=", exits + "neither was"},
      {"notional=100", exits + "both were"},
      {"quantity=0", "quantity must be above 0 and at most 9223372036.854775807, was '0'"},
      {"quantity=0.5", "quantity must be at least one step of 1, was 0.5"},
      {
        "quantity=;notional=99", "notional must buy at least one step of 1 at the limit 100, was 99"
      },
      {
        "quantity=;notional=-1",
        "notional must be above 0 and at most 9223372036.854775807, was '-1'"
      },
      {
        "quantity=;notional=9e9;limit=0.01",
        "notional must buy at most 9223372036.854775807 units at the limit 0.01, was 9000000000"
      },
      {"from=2025-01-02", "from" + time + "'2025-01-02'"},
      {"from=2025-01-02T14:30:00", "from" + time + "'2025-01-02T14:30:00'"},
      {
        "from=1066-01-02T14:30:00Z",
        "from must be from the years 1678 to 2261, was '1066-01-02T14:30:00Z'"
      },
      {"expires=tomorrow", "expires" + time + "'tomorrow'"},
      {"expires=day", "from must be given if expires is day, was empty"},
      {"expires=day;from=now", "from" + time + "'now'"},
      {
        "expires=day;from=1980-01-02T00:00:00Z",
        "from must be from the years 1990 to 2200 if expires is day, was 1980-01-02T00:00:00Z"
      },
      {
        "from=2025-01-02T00:00:00Z;expires=2025-01-02T00:00:00Z",
        "expires must be after from, 2025-01-02T00:00:00Z, was '2025-01-02T00:00:00Z'"
      },
      {"kind=exit", "kind must be entry or probe, was 'exit'"},
      {"at-once=yes", "at-once must be true or false, was 'yes'"},
      {"vip=1", "vip must be true or false, was '1'"},
      {"forecast=NaN", "forecast must be a decimal number, was 'NaN'"},
      {"forecast=-Infinity", "forecast must be a decimal number, was '-Infinity'"},
      {"forecast=much", "forecast must be a decimal number, was 'much'"},
      {"forecast=1e10", "forecast must be at most 9223372036.854775807 either way, was '1e10'"},
      {"forecast-at=soon", "forecast-at" + time + "'soon'"},
      {
        "from=2025-01-02T00:00:00Z;forecast-at=2025-01-02T00:00:00.000000001Z",
        "forecast-at must not be after from, 2025-01-02T00:00:00Z, was"
            + " '2025-01-02T00:00:00.000000001Z'"
      },
      {"entry-tolerance=40", "entry-tolerance without a sign must be below 1, was '40': 40%?"},
      {"entry-tolerance=1", "entry-tolerance without a sign must be below 1, was '1': 1%?"},
      {"entry-tolerance=near", ratio + "a ratio such as 0.4%, 0.004 or 4000ppm, was 'near'"},
      {"entry-tolerance=0", ratio + "from 1ppm to 100%, was '0'"},
      {"entry-tolerance=-1%", ratio + "from 1ppm to 100%, was '-1%'"},
      {"entry-tolerance=101%", ratio + "from 1ppm to 100%, was '101%'"},
      {"entry-tolerance=1.5ppm", ratio + "in whole ppm, was '1.5ppm'"},
      {"no-exit=;take-profit=100", "take-profit must be above the limit 100, was 100"},
      {"no-exit=;take-profit=99;limit=99.5", "take-profit must be above the limit 99.5, was 99"},
      {"no-exit=;side=sell;take-profit=101", "take-profit must be below the limit 100, was 101"},
      {
        "no-exit=;side=sell;take-profit=0.00001",
        "take-profit must be at least one tick of 0.0001 and at most 9000000, was 0.00001"
      },
      {"no-exit=;stop=100", "stop must be below the limit 100, was 100"},
      {"no-exit=;stop=100.002;limit=100.005", "stop must be below the limit 100, was 100.002"},
      {"no-exit=;side=sell;stop=99", "stop must be above the limit 100, was 99"},
      {"no-exit=;stop=0", "stop" + money + "'0'"},
      {
        "no-exit=;max-hold-days=-1", "max-hold-days must be a whole number from 0 to 3650, was '-1'"
      },
      {
        "no-exit=;max-hold-days=1.5",
        "max-hold-days must be a whole number from 0 to 3650, was '1.5'"
      },
      {
        "no-exit=;max-hold-days=3651",
        "max-hold-days must be a whole number from 0 to 3650, was '3651'"
      },
      {"session-end=true", "no-exit must be false together with an exit, was true"},
      {"max-hold-days=0", "no-exit must be false together with an exit, was true"},
      {
        "no-exit=",
        "no-exit must be true without take-profit, stop, max-hold-days and session-end, was empty"
      },
    };
    for (String[] each : cases) {
      assertThat(problems("f.jsonl", json("id=good"), json(each[0]), json("id=last")))
          .as(each[0])
          .containsExactly("2: " + each[1]);
    }
  }

  /// A good row as JSON with some fields replaced, written `name=value;name=value`.
  private static String json(String replaced) {
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    for (String field :
        ("id=x;symbol=AAPL;side=buy;quantity=1;limit=100;no-exit=true;" + replaced)
            .split(";", -1)) {
      int equals = field.indexOf('=');
      fields.put(field.substring(0, equals), field.substring(equals + 1));
    }
    List<String> members = new ArrayList<>();
    fields.forEach((name, value) -> members.add("\"%s\":\"%s\"".formatted(name, value)));
    return "{" + String.join(",", members) + "}";
  }

  private static String with(String json, String member) {
    return json.replace("}", "," + member + "}");
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

  private static long ns(String time) {
    Instant instant = Instant.parse(time);
    return instant.getEpochSecond() * Fixed.ONE + instant.getNano();
  }

  private DatedIntent only(String row) {
    List<DatedIntent> read = read("one.csv", HEADER, row);
    assertThat(read).hasSize(1);
    return read.getFirst();
  }

  private List<DatedIntent> read(String name, String... lines) {
    return IntentFile.read(file(name, lines), instruments(), CALENDAR);
  }

  private List<String> problems(String name, String... lines) {
    return problems(file(name, lines));
  }

  /// Every problem without the name of the file, which is the same for all.
  private static List<String> problems(Path file) {
    BadDataException bad =
        catchThrowableOfType(
            BadDataException.class, () -> IntentFile.read(file, instruments(), CALENDAR));
    assertThat(bad).as("what %s is refused with", file).isNotNull();
    assertThat(bad.problems()).extracting(Problem::place).containsOnly(file.toString());
    return bad.problems().stream()
        .map(Problem::toString)
        .map(problem -> problem.substring(file.toString().length() + 1).strip())
        .toList();
  }

  private Path file(String name, String... lines) {
    try {
      String text = String.join("\n", lines);
      return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static SequencedMap<InstrumentId, Instrument> instruments() {
    SequencedMap<InstrumentId, Instrument> instruments = new LinkedHashMap<>();
    for (Instrument instrument :
        List.of(
            Instrument.stock("AAPL"),
            Instrument.stock("BRK.B"),
            Instrument.crypto("BTC/USD", Fixed.ONE / 100))) {
      instruments.put(instrument.id(), instrument);
    }
    return instruments;
  }
}
