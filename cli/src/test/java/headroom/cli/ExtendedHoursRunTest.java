package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Extended hours from the files to the tables of a run: a morning, a session and an evening of one
/// stock. Its price is 100.50 all day; at 21:00 UTC, an hour after the close, it falls to 99.
final class ExtendedHoursRunTest {
  private static final String HEADER = "timestamp,open,high,low,close,volume\n";
  private static final String SESSION =
      """
      2025-07-01T13:30:00Z,100.5,100.5,100.5,100.5,100000
      2025-07-01T13:35:00Z,100.5,100.5,100.5,100.5,100000
      """;
  private static final String AROUND =
      """
      2025-07-01T12:00:00Z,100.5,100.5,100.5,100.5,100000
      2025-07-01T13:30:00Z,100.5,100.5,100.5,100.5,100000
      2025-07-01T13:35:00Z,100.5,100.5,100.5,100.5,100000
      2025-07-01T20:55:00Z,100.5,100.5,100.5,100.5,100000
      2025-07-01T21:00:00Z,99,99,99,99,100000
      """;
  private static final String INTENTS =
      """
      id,symbol,side,quantity,limit,from,expires,no-exit,extended-hours
      E,AAA,buy,10,100,2025-07-01T12:00:00Z,day,true,true
      C,AAA,buy,10,100,2025-07-01T12:00:00Z,day,true,false
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeBars() throws IOException {
    Files.createDirectories(folder.resolve("bars/stocks"));
    Files.createDirectories(folder.resolve("bars/stocks-extended"));
    Files.writeString(folder.resolve("bars/stocks/AAA.csv"), HEADER + SESSION);
    Files.writeString(folder.resolve("bars/stocks-extended/AAA.csv"), HEADER + AROUND);
    Files.writeString(folder.resolve("intents.csv"), INTENTS);
  }

  private Ran run(String... more) {
    return runOf("intents.csv", more);
  }

  private Ran runOf(String intents, String... more) {
    List<String> arguments = new ArrayList<>(List.of("simulate"));
    arguments.addAll(List.of("--data", folder.resolve("bars").toString()));
    arguments.addAll(List.of("--intents", folder.resolve(intents).toString()));
    arguments.addAll(List.of("--out", folder.resolve("out").toString()));
    arguments.addAll(List.of("--from", "2025-07-01", "--to", "2025-07-01"));
    arguments.addAll(Arrays.asList(more));
    return Ran.headroom(arguments.toArray(String[]::new));
  }

  private List<String> table(String name) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("out").resolve(name));
    return lines.subList(1, lines.size());
  }

  @Test
  void withSettingAndFlagAnEntryIsFilledInTheEvening() throws IOException {
    Path journal = folder.resolve("journal.jsonl");
    Ran ran = run("--set", "extended-hours=on", "--journal", journal.toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.err()).doesNotContain("left alone");
    assertThat(table("commands.csv"))
        .extracting(line -> line.split(",", -1)[0] + " " + line.split(",", -1)[3])
        .containsExactly(
            "2025-07-01T12:00:00.000000000Z E-1", "2025-07-01T13:30:00.000000000Z C-1");
    assertThat(table("fills.csv"))
        .singleElement()
        .asString()
        .startsWith("2025-07-01T21:00:00.000000000Z,E-1,E,AAA,buy,10,99,");
    assertThat(table("intents.csv"))
        .anySatisfy(line -> assertThat(line).startsWith("E,").contains("2025-07-02T00:00:00"));
    Ran verified = Ran.headroom("journal", "verify", journal.toString());
    assertThat(verified.code()).as(verified.out()).isZero();
  }

  @Test
  void theTableOfIntentsOfARunIsAnInputAgain() throws IOException {
    run("--set", "extended-hours=on");
    List<String> commands = table("commands.csv");
    Files.copy(folder.resolve("out/intents.csv"), folder.resolve("again.csv"));
    Ran again = runOf("again.csv", "--set", "extended-hours=on");
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(table("commands.csv")).isEqualTo(commands);
  }

  @Test
  void withoutTheSettingTheFlagDoesNothingAndThatIsSaid() throws IOException {
    Ran ran = run();
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.err())
        .contains(
            "extended-hours of 1 intents has no effect while the setting extended-hours is off")
        .contains("stocks-extended/: left alone, it is read with extended-hours: on");
    assertThat(table("fills.csv")).isEmpty();
  }

  @Test
  void filesThatContradictEachOtherAreRefusedByName() throws IOException {
    Files.writeString(
        folder.resolve("bars/stocks/AAA.csv"), HEADER + SESSION.replace("100000", "100001"));
    Ran ran = run("--set", "extended-hours=on");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .contains("stocks-extended/AAA.csv: bars must be alike in stocks/AAA.csv, 2 were not");
    Ran validated = Ran.headroom("data", "validate", folder.resolve("bars").toString());
    assertThat(validated.code()).isEqualTo(2);
    assertThat(validated.err()).contains("stocks-extended/AAA.csv");
    assertThat(run().code()).isZero();
  }

  @Test
  void aComparisonHasBothOverTheSameBars() throws IOException {
    Ran ran =
        Ran.headroom(
            "compare",
            "--data",
            folder.resolve("bars").toString(),
            "--intents",
            folder.resolve("intents.csv").toString(),
            "--vary",
            "extended-hours=off,on",
            "--bootstrap",
            "200",
            "--from",
            "2025-07-01",
            "--out",
            folder.resolve("compared").toString());
    assertThat(ran.code()).as(ran.err()).isZero();
    List<String> filled =
        ran.out()
            .lines()
            .filter(line -> line.contains("extended-hours="))
            .filter(line -> !line.startsWith("difference"))
            .map(line -> line.replaceAll(".*extended-hours=(\\w+) +(\\d+) .*", "$1 $2"))
            .toList();
    assertThat(filled).containsExactly("off 0", "on 1");
  }
}
