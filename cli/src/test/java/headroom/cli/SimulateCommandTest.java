package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class SimulateCommandTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String[] FILES = {
    "commands.csv",
    "decisions.jsonl.gz",
    "equity.csv",
    "fills.csv",
    "intents.csv",
    "ledger.csv",
    "result.json",
    "trades.csv"
  };

  @TempDir static Path market;
  @TempDir Path folder;

  @BeforeAll
  static void makeAMarket() {
    Ran ran =
        Ran.headroom(
            "data",
            "synth",
            market.toString(),
            "--stocks",
            "2",
            "--crypto",
            "3",
            "--to",
            "2025-03-14");
    assertThat(ran.code()).as(ran.err()).isZero();
  }

  @Test
  void playingEveryBarComesToTheSame() throws Exception {
    Path quick = folder.resolve("quick");
    Path slow = folder.resolve("slow");
    Path short1 = folder.resolve("quick.jsonl");
    Path long1 = folder.resolve("slow.jsonl");
    assertThat(simulate("--out", quick.toString(), "--journal", short1.toString()).code()).isZero();
    Ran ran = simulate("--every-bar", "--out", slow.toString(), "--journal", long1.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    for (String file : FILES) {
      if (file.endsWith(".csv")) {
        assertThat(slow.resolve(file)).hasSameBinaryContentAs(quick.resolve(file));
      }
    }
    assertThat(withoutTiming(slow)).isEqualTo(withoutTiming(quick));
    assertThat(Files.size(long1)).isGreaterThan(Files.size(short1));
  }

  private static ObjectNode withoutTiming(Path out) throws IOException {
    ObjectNode result = (ObjectNode) JSON.readTree(Files.readString(out.resolve("result.json")));
    result.remove("timing");
    return result;
  }

  @Test
  void aRunLeavesItsFilesAndPrintsTheSame() throws Exception {
    Path out = folder.resolve("out");
    Ran ran = simulate("--out", out.toString(), "--json", "-");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    assertThat(out.toFile().list()).containsExactlyInAnyOrder(FILES);
    assertThat(folder.toFile().list()).containsExactly("out");

    ObjectNode printed = (ObjectNode) JSON.readTree(ran.out());
    ObjectNode written = (ObjectNode) JSON.readTree(Files.readString(out.resolve("result.json")));
    printed.remove("timing");
    written.remove("timing");
    assertThat(printed).isEqualTo(written);
    assertThat(printed.propertyNames())
        .startsWith("identity", "period", "settings", "account", "scheduling");
    assertThat(printed.get("identity").propertyNames())
        .containsExactly(
            "version", "commit", "settingsHash", "dataHash", "calendarHash", "seed", "commandHash");
    assertThat(printed.at("/scheduling/placed").asInt()).isPositive();
    assertThat(printed.at("/identity/commandHash").asString())
        .isEqualTo(sha256WithoutHeader(out.resolve("commands.csv")));
  }

  @Test
  void theSameRunGivesTheSameFiles() throws IOException {
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    assertThat(simulate("--out", one.toString()).code()).isZero();
    assertThat(simulate("--out", two.toString()).code()).isZero();
    for (String name : FILES) {
      if (name.endsWith(".gz")) {
        assertThat(two.resolve(name)).as(name).hasSameBinaryContentAs(one.resolve(name));
      } else if (!name.equals("result.json")) {
        assertThat(two.resolve(name)).as(name).hasSameTextualContentAs(one.resolve(name));
      }
    }
  }

  @Test
  void reasonsThatAddUpToMoreThanTheBlockedEpisodesAreExplained() {
    Ran ran = simulate("--out", folder.resolve("out").toString());
    assertThat(ran.out())
        .containsPattern("refused because +in episodes\\n")
        .contains("(an episode counts once for each of its reasons)");
  }

  @Test
  void optionsAreSettings() throws IOException {
    Path out = folder.resolve("out");
    Ran ran =
        simulate(
            "--out",
            out.toString(),
            "--policy",
            "Random",
            "--account",
            "pooled",
            "--equity",
            "20000.00",
            "--entry-notional",
            "1000",
            "--fill-rule",
            "TOUCH",
            "--path",
            "LOW_FIRST",
            "--seed",
            "9",
            "--preset",
            "origin-2025",
            "--symbols",
            "crypto/*,STK01",
            "--from",
            "2025-03-10",
            "--to",
            "2025-03-12");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .startsWith("2025-03-10T00:00 to 2025-03-13T00:00, 4 instruments")
        .contains("command hash ")
        .endsWith("files in " + out + "\n");
    JsonNode json = JSON.readTree(Files.readString(out.resolve("result.json")));
    JsonNode settings = json.get("settings");
    assertThat(settings.get("policy").asString()).isEqualTo("Random");
    assertThat(settings.get("account").asString()).isEqualTo("pooled");
    assertThat(settings.get("equity").asString()).isEqualTo("20000");
    assertThat(settings.get("entry-notional").asString()).isEqualTo("1000");
    assertThat(settings.get("fill-rule").asString()).isEqualTo("TOUCH");
    assertThat(settings.get("path").asString()).isEqualTo("LOW_FIRST");
    assertThat(settings.get("protection").asString()).isEqualTo("0.4%");
    assertThat(json.at("/identity/seed").asInt()).isEqualTo(9);
    assertThat(json.at("/account/startEquity").asString()).isEqualTo("20000");
  }

  @Test
  void withoutDataItMakesUpAMarket() {
    Ran ran =
        Ran.headroom(
            "simulate",
            "--out",
            folder.resolve("out").toString(),
            "--to",
            "2025-04-04",
            "--seed",
            "3");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).startsWith("2025-03-03T00:00 to 2025-04-05T00:00, 12 instruments");
  }

  @Test
  void aRunMayReachBeyondTheBars() {
    Ran ran = simulate("--out", folder.resolve("out").toString(), "--to", "2026-06-30");
    assertThat(ran.code()).as(ran.err()).isZero();
  }

  @Test
  void generatedIntentsMayHaveAStop() throws IOException {
    Path out = folder.resolve("out");
    assertThat(simulate("--out", out.toString(), "--set", "excursion.stop-loss=25%").code())
        .isZero();
    List<String> lines = Files.readAllLines(out.resolve("intents.csv"));
    List<String> header = Arrays.asList(lines.getFirst().split(",", -1));
    for (String line : lines.subList(1, lines.size())) {
      List<String> fields = Arrays.asList(line.split(",", -1));
      BigDecimal limit = new BigDecimal(fields.get(header.indexOf("limit")));
      BigDecimal stop = new BigDecimal(fields.get(header.indexOf("stop")));
      assertThat(stop)
          .isLessThanOrEqualTo(limit.multiply(new BigDecimal("0.75")))
          .isGreaterThan(limit.multiply(new BigDecimal("0.74")));
    }
    assertThat(lines).hasSizeGreaterThan(5);
  }

  @Test
  void intentsComeFromAFile() throws IOException {
    Path file =
        file(
            "intents.csv",
            """
            id,symbol,side,notional,limit,from,expires,max-hold-days
            a,COIN01/USD,buy,1000,1,2025-03-10T00:00:00Z,day,1
            b,coin02usd,buy,1000,1,,,1
            c,STK01,buy,1000,1,2025-03-20T14:00:00Z,day,1
            """);
    Path out = folder.resolve("out");
    Ran ran = simulate("--out", out.toString(), "--intents", file.toString());
    assertThat(ran.code()).isZero();
    assertThat(ran.problems())
        .containsExactly(file + ": 1 of 3 intents appear before or after the run and are left out");
    assertThat(Files.readString(out.resolve("intents.csv")))
        .contains("a,me,COIN01/USD,buy,1000,1,2025-03-10T00:00:00.000000000Z,")
        .contains("b,me,COIN02/USD,buy,1000,1,2025-03-03T00:00:00.000000000Z,,")
        .doesNotContain("STK01");
  }

  @Test
  void everyBadIntentIsNamedAndNothingIsWritten() throws IOException {
    Path file =
        file(
            "intents.csv",
            """
            id,symbol,side,quantity,limit,max-hold-days,forecast
            a,COIN01/USD,buy,1,100,1,5
            b,COIN01/USD,buy,-1,100,1,5
            c,COIN01/USD,buy,1,0,1,NaN
            d,COIN01/USD,buy,1,100,1,5
            """);
    Path out = folder.resolve("out");
    Ran ran = simulate("--out", out.toString(), "--intents", file.toString(), "--json", "-");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.problems()).hasSize(3);
    assertThat(ran.problems().get(0)).startsWith(file + ":3: quantity must be above 0");
    assertThat(ran.problems().get(1)).startsWith(file + ":4: ").contains("limit must be above 0");
    assertThat(ran.problems().get(2)).startsWith(file + ":4: ").contains("forecast must be");
    assertThat(out).doesNotExist();
  }

  /// A good series with some rows replaced; each fault must name its line and refuse under
  /// `--strict`.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2025-01-02T00:10:00Z,100,99,101,100,1 | high < low",
        "2025-01-02T00:10:00Z,99,101,100,1 | a column is missing",
        "100,101,99,100,1,2025-01-02T00:10:00Z | a column is shifted",
        "2025-01-02T00:05:00Z,100,101,99,100,1 | twice the same time",
        "2025-01-01T00:05:00Z,100,101,99,100,1 | out of order",
        "2025-01-02T00:10:00Z,100,101,99,NaN,1 | not a number",
      })
  void aFaultyRowIsRefusedUnderStrictAndElseLeftOut(String row, String fault) throws IOException {
    Path bars = folder.resolve("data");
    Files.createDirectories(bars.resolve("crypto"));
    List<String> rows = new ArrayList<>(List.of("timestamp,open,high,low,close,volume"));
    for (int minute = 0; minute < 60; minute += 5) {
      rows.add(
          "2025-01-02T00:%s:00Z,100,101,99,100,1".formatted(minute < 10 ? "0" + minute : minute));
    }
    rows.set(3, row);
    Files.write(bars.resolve("crypto/BTCUSDT.csv"), rows);
    Path out = folder.resolve("out");

    Ran strict =
        Ran.headroom("simulate", "--data", bars.toString(), "--strict", "--out", out.toString());
    assertThat(strict.code()).as(fault).isEqualTo(2);
    assertThat(strict.out()).isEmpty();
    assertThat(strict.problems())
        .as(fault)
        .isNotEmpty()
        .anyMatch(problem -> problem.startsWith("crypto/BTCUSDT.csv:4: "));
    assertThat(out).doesNotExist();

    Ran lenient = Ran.headroom("simulate", "--data", bars.toString(), "--out", out.toString());
    assertThat(lenient.code()).as(lenient.err()).isZero();
    assertThat(lenient.problems())
        .anyMatch(problem -> problem.startsWith("left out: crypto/BTCUSDT.csv:4: "));
    JsonNode json = JSON.readTree(Files.readString(out.resolve("result.json")));
    assertThat(json.at("/data/badRows").asInt()).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--symbols NVDA | symbol must be one of",
        "--set cooldwn=1s | --set: key must be a known one, was 'cooldwn'; the nearest is cooldown",
        "--set protection=2% | --set: protection must be below the narrowest entry tolerance",
        "--policy Best | --policy: policy must be one of FirstCome, FurthestFirst,",
        "--equity 0 | --equity: equity must be an amount of dollars above 0",
        "--preset derived | --preset: derived needs a measured volatility",
        "--from 2026-01-01 | --from and --to must meet the data, 2025-03-03 to 2025-03-14, was"
            + " 2026-01-01 to the end",
        "--from 2025-03-05 --to 2025-03-04 | --to must be 2025-03-05 or later, was 2025-03-04",
        "--intents no-such.csv | --intents no-such.csv: no such file",
        "--config no-such.yaml | settings file must exist, was missing: no-such.yaml",
      })
  void badInputIsRefusedAndNothingIsWritten(String arguments, String problem) {
    Path out = folder.resolve("out");
    List<String> all = new ArrayList<>(List.of("--out", out.toString()));
    all.addAll(Arrays.asList(arguments.split(" ", -1)));
    Ran ran = simulate(all.toArray(String[]::new));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.problems()).singleElement().asString().contains(problem);
    assertThat(folder.toFile().list()).isEmpty();
  }

  @Test
  void anEmptyFolderIsRefused() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Ran ran = Ran.headroom("simulate", "--data", empty.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems())
        .containsExactly(
            empty
                + ": data folder must have crypto/SYMBOL.csv or stocks/SYMBOL.csv, also with .gz,"
                + " or .parquet, had nothing");
  }

  @Test
  void nothingButAnEarlierResultIsReplaced() throws IOException {
    Path out = folder.resolve("out");
    assertThat(simulate("--out", out.toString()).code()).isZero();
    assertThat(simulate("--out", out.toString(), "--policy", "FirstCome").code()).isZero();
    JsonNode json = JSON.readTree(Files.readString(out.resolve("result.json")));
    assertThat(json.at("/settings/policy").asString()).isEqualTo("FirstCome");

    Path mine = Files.writeString(out.resolve("prices.csv"), "mine");
    Ran refused = simulate("--out", out.toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.problems())
        .containsExactly("--out must be a new folder or one with an earlier result, held " + mine);
    assertThat(mine).hasContent("mine");
    Ran file = simulate("--out", mine.resolve("x").toString());
    assertThat(file.code()).isEqualTo(2);
    assertThat(file.problems())
        .containsExactly("--out must be in a folder, was in the file " + mine);
  }

  @Test
  void aToleranceOfAnInstrumentWithoutBarsIsSaidToHaveNoEffect() {
    Ran ran =
        simulate("--out", folder.resolve("out").toString(), "--set", "tolerance.instrument.ON=1%");
    assertThat(ran.code()).isZero();
    assertThat(ran.problems())
        .containsExactly("tolerance.instrument.ON has no effect, there are no bars of it");
  }

  private static Ran simulate(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of("simulate", "--data", market.toString(), "--set", "excursion.lookback=3"));
    all.addAll(Arrays.asList(more));
    return Ran.headroom(all.toArray(String[]::new));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String sha256WithoutHeader(Path file)
      throws IOException, NoSuchAlgorithmException {
    String lines =
        Files.readAllLines(file).stream()
            .skip(1)
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash);
  }
}
