package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.cli.study.Studies;
import headroom.data.synth.SynthFolder;
import headroom.data.synth.SynthMarket;
import headroom.data.synth.SynthSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class StudyCommandTest {
  private static final String MINE =
      """
      title: Mine
      question: Does it matter?
      settings: {entry-notional: 1000}
      figures: [filled, steals, net-pnl]
      parts:
        - name: coins
          symbols: ["crypto/*"]
          rows:
            - {name: near, settings: {protection: 0.1%}}
            - {name: wide, settings: {protection: 0.4%}}
          vary: {policy: [FurthestFirst, FirstCome]}
          baseline: 2
        - name: all
          periods: [2025-04-07..2025-04-13, 2025-04-14..2025-05-02]
          vary: {cooldown: [0s, 120s]}
      """;

  @TempDir private Path folder = Path.of("");

  static List<String> names() {
    return Studies.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyStudyIsSoundAndShownAsItIs(String name) throws IOException {
    StudyRun run = new StudyRun(Studies.find(name));
    Ran shown = Ran.headroom("study", "show", name);
    Path copy = Files.writeString(folder.resolve("copy.yaml"), shown.out());

    assertThat(run.size()).isGreaterThan(1);
    assertThat(shown.code()).isZero();
    assertThat(Studies.find(copy.toString()).parts()).hasSameSizeAs(run.study().parts());
  }

  @Test
  void theListNamesAll() {
    Ran ran = Ran.headroom("study");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains(Studies.names());
    assertThat(Ran.headroom("study", "list").out()).isEqualTo(ran.out());
  }

  @Test
  void aStudyOfOnesOwnIsPlayedAndWrittenDown() throws IOException {
    SynthFolder.write(
        SynthMarket.of(SynthSettings.defaults().withStepMinutes(15).withInstruments(2, 3)),
        folder.resolve("bars"));
    Path mine = Files.writeString(folder.resolve("mine.yaml"), MINE);
    Path out = folder.resolve("out");

    Ran ran =
        Ran.headroom(
            "study",
            mine.toString(),
            "--data",
            folder.resolve("bars").toString(),
            "--out",
            out.toString());

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("coins:", "near, FurthestFirst", "files in ");
    assertThat(out.resolve("study.yaml")).hasContent(MINE);
    List<String> page = Files.readAllLines(out.resolve("page.md"));
    assertThat(page).contains("# Study: Mine", "Does it matter?", "## Coins", "## All");
    assertThat(page)
        .anySatisfy(line ->
            assertThat(line).startsWith("| near, FirstCome |").endsWith("| – | – | baseline |"))
        .anySatisfy(line -> assertThat(line).startsWith("| together | cooldown=120s |"));
    assertThat(Files.readAllLines(out.resolve("runs.csv"))).hasSize(1 + 4 + 4);
    assertThat(Files.readAllLines(out.resolve("pairs.csv")))
        .hasSize(1 + 3 + 3)
        .last()
        .asString()
        .startsWith("all,all,");
    assertThat(Files.readString(out.resolve("chart.svg")))
        .startsWith("<svg")
        .contains("wide, FurthestFirst");
    assertThat(Files.readString(out.resolve("result.json"))).contains("\"complete\" : true");
  }

  @Test
  void allThatIsWrongInAFileIsNamedWithItsLine() throws IOException {
    Path bad =
        Files.writeString(
            folder.resolve("bad.yaml"),
            """
            titel: Mine
            question: Does it matter?
            figures: [filled, stolen-hearts]
            parts:
              - name: one
                vary: {protection: [0.1%, 0.2%]}
                baseline: x
              - name: two
            """);

    Ran ran = Ran.headroom("study", bad.toString(), "--data", folder.toString());

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems().stream().map(one -> one.replace(bad + ":", "")).toList())
        .hasSize(5)
        .anySatisfy(one -> assertThat(one).startsWith("1: key must be one of title"))
        .anySatisfy(one -> assertThat(one).isEqualTo("1: title must be given, was not"))
        .anySatisfy(one -> assertThat(one).startsWith("3: figures must be of placed, "))
        .anySatisfy(
            one -> assertThat(one).isEqualTo("7: baseline must be the number of a run, was 'x'"))
        .anySatisfy(
            one -> assertThat(one).isEqualTo("8: part must have rows or vary, had neither"));
  }

  @Test
  void whatDoesNotGoTogetherIsNamedWithItsPart() throws IOException {
    Path bad =
        Files.writeString(
            folder.resolve("bad.yaml"), MINE.replace("0.4%", "4%").replace("120s", "never"));

    Ran ran = Ran.headroom("study", bad.toString());

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems())
        .hasSize(3)
        .anySatisfy(one -> assertThat(one).isEqualTo("--data must be given, was not"))
        .anySatisfy(one -> assertThat(one).startsWith("part coins: ").contains("protection must"))
        .anySatisfy(one -> assertThat(one).startsWith("part all: ").contains("cooldown must"));
  }

  @Test
  void anUnknownStudyIsGuessed() {
    Ran ran = Ran.headroom("study", "show", "cooldwn");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems().getFirst()).endsWith("was 'cooldwn'; did you mean cooldown?");
  }
}
