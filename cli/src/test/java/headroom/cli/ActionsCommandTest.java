package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Splits and dividends from a file to results, over a made-up stock that is split four for one.
final class ActionsCommandTest {
  private static final BigDecimal FOUR = new BigDecimal("4");
  private static final String EX_DATE = "2025-02-12";

  @TempDir static Path market;
  @TempDir private Path folder = Path.of("");

  /// The bars in shares of today, and as they were traded.
  private static Path adjusted = Path.of("");

  private static Path traded = Path.of("");
  private static String symbol = "";

  @BeforeAll
  static void makeAMarket() throws IOException {
    adjusted = market.resolve("adjusted");
    Ran ran =
        Ran.headroom(
            "data",
            "synth",
            adjusted.toString(),
            "--stocks",
            "1",
            "--crypto",
            "0",
            "--from",
            "2025-01-06",
            "--to",
            "2025-03-14");
    assertThat(ran.code()).as(ran.err()).isZero();
    Path file;
    try (Stream<Path> files = Files.list(adjusted.resolve("stocks"))) {
      file = files.findFirst().orElseThrow();
    }
    symbol = file.getFileName().toString().replaceFirst("\\..*", "");
    traded = market.resolve("traded");
    Path stocks = Files.createDirectories(traded.resolve("stocks"));
    List<String> rows = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      reader.lines().forEach(row -> rows.add(asTraded(row)));
    }
    Files.write(stocks.resolve(symbol + ".csv"), rows);
  }

  private static String asTraded(String row) {
    if (row.startsWith("timestamp") || row.compareTo(EX_DATE) >= 0) {
      return row;
    }
    String[] cells = row.split(",", -1);
    for (int i = 1; i < 5; i++) {
      cells[i] = new BigDecimal(cells[i]).multiply(FOUR).toPlainString();
    }
    cells[5] = new BigDecimal(cells[5]).divide(FOUR).toPlainString();
    return String.join(",", cells);
  }

  private Path actions(String... rows) throws IOException {
    Path file = folder.resolve("actions.csv");
    Files.writeString(
        file,
        "symbol,type,ex_date,payable_date,old_rate,new_rate,rate\n"
            + String.join("\n", rows)
            + "\n");
    return file;
  }

  private Path split() throws IOException {
    return actions(symbol + ",forward_split," + EX_DATE + ",,1,4,");
  }

  private Ran simulate(Path data, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "simulate",
                "--data",
                data.toString(),
                "--out",
                folder.resolve("out").toString(),
                "--set",
                "excursion.lookback=5"));
    arguments.addAll(List.of(more));
    return Ran.headroom(arguments.toArray(String[]::new));
  }

  /// The rows of a table of the last run, without their header.
  private List<String> table(String name) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("out").resolve(name));
    return lines.subList(1, lines.size());
  }

  /// `id side quantity limit take-profit forecast` of those that appear in a time.
  private List<String> intents(String from, String to) throws IOException {
    List<String> intents = new ArrayList<>();
    for (String row : table("intents.csv")) {
      String[] cells = row.split(",", -1);
      if (cells[6].compareTo(from) >= 0 && cells[6].compareTo(to) < 0) {
        intents.add(String.join(" ", cells[0], cells[3], cells[4], cells[5], cells[14], cells[12]));
      }
    }
    return intents;
  }

  @Test
  void intentsLookBackOnPricesInSharesOfTheirDayAndNeverAhead() throws IOException {
    assertThat(simulate(adjusted).code()).isZero();
    List<String> after = intents(EX_DATE, "2026");
    assertThat(after).hasSizeGreaterThan(15);
    assertThat(simulate(traded).code()).isZero();
    List<String> before = intents("2025", EX_DATE);
    assertThat(before).hasSizeGreaterThan(15);

    Ran ran = simulate(traded, "--actions", split().toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(intents("2025", EX_DATE)).isEqualTo(before);
    assertThat(intents(EX_DATE, "2026")).isEqualTo(after);
  }

  @Test
  void aPositionIsCarriedThroughToTheLedgerTheJournalAndTheReport() throws IOException {
    Path journal = folder.resolve("journal.jsonl.gz");
    // What is held over the night of the split.
    Path wanted =
        Files.writeString(
            folder.resolve("intents.csv"),
            "id,symbol,side,quantity,limit,from,at-once,take-profit\n"
                + "A,%s,buy,10,9000,2025-02-10T15:00:00Z,true,36000\n".formatted(symbol)
                + "B,%s,buy,10,0.04,2025-02-10T15:00:00Z,,0.08\n".formatted(symbol));
    Ran ran =
        simulate(
            traded,
            "--actions",
            split().toString(),
            "--intents",
            wanted.toString(),
            "--set",
            "equity=1000000",
            "--journal",
            journal.toString(),
            "--report",
            folder.resolve("run.html").toString(),
            "--charts",
            folder.resolve("charts").toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(table("ledger.csv"))
        .anyMatch(line ->
            line.startsWith(EX_DATE + "T09:00:00.000000000Z,split,%s,,0,".formatted(symbol))
                && line.endsWith(",30"));
    assertThat(table("commands.csv"))
        .anyMatch(line -> line.contains(",A-x2,") && line.contains(",40,9000,exit-take-profit"));
    // The table says what was wanted, and can be played again.
    assertThat(table("intents.csv"))
        .anyMatch(line -> line.startsWith("B,") && line.contains(",10,0.04,"));

    Ran verified = Ran.headroom("journal", "verify", journal.toString());
    assertThat(verified.code()).as(verified.err()).isZero();
    Ran explained =
        Ran.headroom("explain", "--run", folder.resolve("out").toString(), "--intent", "B");
    assertThat(explained.out()).contains("held: a corporate action");
  }

  @Test
  void skippingComesToTheSame() throws IOException {
    String split = split().toString();
    assertThat(simulate(traded, "--actions", split).code()).isZero();
    List<String> commands = table("commands.csv");
    List<String> ledger = table("ledger.csv");
    assertThat(simulate(traded, "--actions", split, "--every-bar").code()).isZero();
    assertThat(table("commands.csv")).isEqualTo(commands);
    assertThat(table("ledger.csv")).isEqualTo(ledger);
  }

  @Test
  void barsThatAreAdjustedAlreadyAreRefused() throws IOException {
    Ran ran = simulate(adjusted, "--actions", split().toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .contains(
            "bars of %s must be as they were traded, were adjusted for the split 4:1 of %s: "
                .formatted(symbol, EX_DATE));
  }

  @Test
  void whatIsOfOthersIsCounted() throws IOException {
    Path file = actions("ZZZ,forward_split," + EX_DATE + ",,1,4,");
    Ran ran = simulate(adjusted, "--actions", file.toString());
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).contains("1 of 1 actions are of symbols without bars and are left out");
  }

  @Test
  void aFileThatIsWrongIsRefusedWithAllThatIsWrong() throws IOException {
    Path file = actions("ZZZ,merger,2025-02-12,,1,4,", "ZZZ,forward_split,12 Feb,,1,4,");
    Ran ran = simulate(adjusted, "--actions", file.toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("actions.csv:2: type must be", "actions.csv:3: ex_date must be");
    assertThat(simulate(adjusted, "--actions", "nowhere.csv").err()).contains("no such file");
  }

  @Test
  void aKnownSplitIsNothingSuspicious() throws IOException {
    Ran suspicious = Ran.headroom("data", "validate", traded.toString());
    assertThat(suspicious.code()).isEqualTo(1);
    assertThat(suspicious.out()).contains("extreme-jump");
    String split = split().toString();
    Ran known = Ran.headroom("data", "validate", traded.toString(), "--actions", split);
    assertThat(known.code()).as(known.out()).isZero();
    assertThat(simulate(traded, "--strict").code()).isEqualTo(2);
    assertThat(simulate(traded, "--strict", "--actions", split).code()).isZero();
  }

  @Test
  void allRunsOfAComparisonSeeIt() throws IOException {
    Ran ran =
        Ran.headroom(
            "compare",
            "--data",
            traded.toString(),
            "--actions",
            split().toString(),
            "--policies",
            "FirstCome,FurthestFirst",
            "--set",
            "excursion.lookback=5",
            "--tables",
            "--out",
            folder.resolve("compared").toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(simulate(traded, "--actions", split().toString()).code()).isZero();
    try (Stream<Path> files = Files.walk(folder.resolve("compared"))) {
      List<Path> ledgers = files.filter(file -> file.endsWith("ledger.csv")).toList();
      assertThat(ledgers).hasSize(2);
      assertThat(ledgers.getLast()).hasSameTextualContentAs(folder.resolve("out/ledger.csv"));
    }
  }
}
