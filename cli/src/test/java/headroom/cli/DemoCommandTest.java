package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.cli.settings.EffectiveSettings;
import headroom.cli.settings.SettingsLoader;
import headroom.core.engine.Observer;
import headroom.core.engine.Recorder;
import headroom.data.synth.SynthSettings;
import headroom.sim.run.Outcome;
import headroom.sim.run.Simulation;
import headroom.sim.run.Watcher;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoCommandTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir Path folder;

  @Test
  void policiesStandSideBySide() throws IOException {
    Path out = folder.resolve("out");
    Ran ran = Ran.headroom("demo", "--out", out.toString(), "--set", "equity=20000", "--seed", "7");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out().lines().limit(6).map(line -> line.replaceFirst("  .*", "")))
        .containsExactly(
            "policy",
            "FirstCome",
            "FurthestFirst, 0.4 % protected",
            "FurthestFirst, 0.1 % protected",
            "Random",
            "no capital limit");
    assertThat(ran.out()).endsWith("files in " + out + "\n").doesNotContain("INTERRUPTED");
    assertThat(settings("first-come", "policy", "equity", "seed"))
        .containsExactly("FirstCome", "20000", "7");
    assertThat(settings("furthest-first-0.4", "policy", "protection", "equity"))
        .containsExactly("FurthestFirst", "0.4%", "20000");
    assertThat(settings("unbounded", "policy", "account", "seed"))
        .containsExactly("FurthestFirst", "unbounded", "7");
    assertThat(out.resolve("unbounded/fills.csv")).exists();
    assertThat(folder.toFile().list()).containsExactly("out");
  }

  private List<String> settings(String row, String... keys) throws IOException {
    Path file = folder.resolve("out").resolve(row).resolve("result.json");
    JsonNode settings = JSON.readTree(Files.readString(file)).get("settings");
    return List.of(keys).stream().map(key -> settings.get(key).asString()).toList();
  }

  @Test
  void whatIsWrongIsSaidAtOnceAndForEachRow() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine.txt"), "mine");
    Ran ran =
        Ran.headroom(
            "demo",
            "--out",
            folder.toString(),
            "--set",
            "policy=Random",
            "--set",
            "equity=0",
            "--seed",
            "x");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems())
        .containsExactly(
            "--out must be a new folder or one with an earlier result of the demo, held " + mine,
            "--set policy must be left out, was given: every row of the demo has its own",
            "--seed: seed must be a whole number of 64 bits, was 'x'",
            "--set: equity must be an amount of dollars above 0 and at most 1000000000 (10000 or"
                + " 10000.00), was '0'");
    Ran row =
        Ran.headroom(
            "demo", "--out", folder.resolve("out").toString(), "--set", "tolerance.stock=0.3%");
    assertThat(row.code()).isEqualTo(2);
    assertThat(row.problems())
        .singleElement()
        .asString()
        .startsWith("row FurthestFirst, 0.4 % protected: ")
        .contains("protection must be below the narrowest entry tolerance, tolerance.stock");
    assertThat(folder.toFile().list()).containsExactly("mine.txt");
  }

  @Test
  void aRunThatWasInterruptedIsMarkedInItsRowAndInItsFiles() throws IOException {
    EffectiveSettings settings =
        SettingsLoader.load(null, Map.of(), null, List.of(), List.of("excursion.lookback=1"));
    Market market = Market.synthetic(SynthSettings.defaults().withInstruments(0, 1), Dates.ALL);
    SequencedMap<String, Results> rows = new LinkedHashMap<>();
    int[] days = {0};
    rows.put("stopped", results(settings, market, _ -> ++days[0] < 3));
    rows.put("whole", results(settings, market, Watcher.NONE));
    StringWriter out = new StringWriter();
    DemoTable.print(rows, new PrintWriter(out));
    List<String> lines = out.toString().lines().toList();
    assertThat(lines.get(1)).startsWith("stopped").endsWith("INTERRUPTED AFTER 3 DAYS");
    assertThat(lines.get(2)).startsWith("whole").doesNotContain("INTERRUPTED");

    for (Map.Entry<String, Results> row : rows.entrySet()) {
      Path one = folder.resolve(row.getKey());
      Results.place(one).write(row.getValue()::writeTo);
      boolean complete = row.getKey().equals("whole");
      JsonNode json = JSON.readTree(Files.readString(one.resolve("result.json")));
      assertThat(json.at("/period/complete").asBoolean()).isEqualTo(complete);
      assertThat(Files.exists(one.resolve("INTERRUPTED.txt"))).isEqualTo(!complete);
    }
    assertThat(folder.resolve("stopped/INTERRUPTED.txt"))
        .hasContent(
            "interrupted after 3 days: all files here end at 2025-03-05T05:00:00.000000000Z");
    // It gives way to a later run as any result does.
    Results.place(folder.resolve("stopped")).require();
  }

  private static Results results(EffectiveSettings settings, Market market, Watcher watcher) {
    Outcome outcome =
        new Simulation(
                settings.run(),
                market.hours(),
                market.tape(),
                List.of(),
                market.period(Dates.ALL),
                Observer.NONE,
                Recorder.NONE)
            .run(watcher);
    return new Results(settings, market, outcome, 1);
  }
}
