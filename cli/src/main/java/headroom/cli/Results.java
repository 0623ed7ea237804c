package headroom.cli;

import headroom.cli.settings.EffectiveSettings;
import headroom.data.bars.LeftAlone;
import headroom.data.bars.LoadReport;
import headroom.data.bars.Problem;
import headroom.sim.report.Figures;
import headroom.sim.report.Reporter;
import headroom.sim.report.Tables;
import headroom.sim.run.Outcome;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a run leaves behind: `result.json` and its tables, in a folder of their own.
final class Results {
  /// What was considered in the run; `headroom explain` reads it.
  static final String DECISIONS = "decisions.jsonl.gz";

  /// All that the folder of a run holds.
  private static final Set<String> FILES =
      Set.of(
          "result.json",
          "commands.csv",
          "fills.csv",
          "trades.csv",
          "ledger.csv",
          "equity.csv",
          "intents.csv",
          DECISIONS);

  private final EffectiveSettings settings;
  private final Market market;
  private final Outcome outcome;
  private final Figures figures;
  private final double wallSeconds;
  private byte @Nullable [] decisions;

  Results(EffectiveSettings settings, Market market, Outcome outcome, double wallSeconds) {
    this.settings = settings;
    this.market = market;
    this.outcome = outcome;
    this.figures = new Reporter(outcome, market.tape(), market.hours()).figures();
    this.wallSeconds = wallSeconds;
  }

  /// Has the decisions written beside the tables.
  ///
  /// @param packed the whole file
  void keep(byte[] packed) {
    decisions = packed;
  }

  Figures figures() {
    return figures;
  }

  Outcome outcome() {
    return outcome;
  }

  /// The members of `result.json`.
  SequencedMap<String, Object> json() {
    SequencedMap<String, Object> result = new LinkedHashMap<>();
    SequencedMap<String, Object> identity = identity(settings, market);
    identity.put("commandHash", outcome.commandHash());
    result.put("identity", identity);
    result.put("period", figures.period());
    result.put("settings", settings.values());
    result.put("account", figures.account());
    result.put("scheduling", scheduling());
    result.put("perInstrument", figures.perInstrument());
    result.put("perRegime", figures.perRegime());
    result.put("daily", daily());
    result.put("checks", figures.checks());
    LoadReport report = market.report();
    if (report != null) {
      result.put("data", data(report));
    }
    result.put("timing", timing());
    return result;
  }

  /// What tells a run from others before it is made.
  static SequencedMap<String, Object> identity(EffectiveSettings settings, Market market) {
    SequencedMap<String, Object> identity = new LinkedHashMap<>();
    identity.put("version", Version.version());
    identity.put("commit", Version.commit());
    identity.put("settingsHash", settings.hash());
    identity.put("dataHash", market.dataHash());
    identity.put("calendarHash", market.calendarHash());
    identity.put("seed", settings.seed());
    return identity;
  }

  /// `protected` cannot be the name of a component.
  private SequencedMap<String, Object> scheduling() {
    SequencedMap<String, Object> renamed = new LinkedHashMap<>();
    Json.members(figures.scheduling())
        .forEach((name, value) ->
            renamed.put(name.equals("protectedOrders") ? "protected" : name, value));
    return renamed;
  }

  private List<Map<String, Object>> daily() {
    return figures.daily().stream()
        .<Map<String, Object>>map(day -> {
          SequencedMap<String, Object> members = new LinkedHashMap<>();
          members.put("date", day.date());
          members.put("equity", day.equity());
          members.put("return", day.dailyReturn());
          return members;
        })
        .toList();
  }

  private SequencedMap<String, Object> data(LoadReport report) {
    SequencedMap<String, Object> data = new LinkedHashMap<>();
    data.put("badRows", report.badRows());
    data.put("outsideSession", report.outsideSession() + market.tape().leftOut());
    data.put("problems", report.problems().stream().map(Problem::toString).toList());
    data.put("leftAlone", report.leftAlone().stream().map(LeftAlone::toString).toList());
    return data;
  }

  private SequencedMap<String, Object> timing() {
    SequencedMap<String, Object> timing = new LinkedHashMap<>();
    timing.put("wallSeconds", wallSeconds);
    timing.put("barsPerSecond", market.tape().bars() / wallSeconds);
    timing.put("eventsPerSecond", outcome.inputs() / wallSeconds);
    long peak = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      peak += pool.getPeakUsage().getUsed();
    }
    timing.put("peakMemoryBytes", peak);
    return timing;
  }

  /// Writes all files, or none: they become visible together.
  void write(Path folder) throws IOException {
    Path target = folder.toAbsolutePath();
    Path parent = target.getParent();
    Files.createDirectories(parent == null ? target : parent);
    Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
    delete(unfinished);
    Files.createDirectories(unfinished);
    Files.writeString(unfinished.resolve("result.json"), Json.text(json()) + "\n");
    for (Map.Entry<String, List<String>> table : Tables.of(outcome).entrySet()) {
      StringBuilder text = new StringBuilder();
      table.getValue().forEach(line -> text.append(line).append('\n'));
      Files.writeString(unfinished.resolve(table.getKey()), text);
    }
    byte[] packed = decisions;
    if (packed != null) {
      Files.write(unfinished.resolve(DECISIONS), packed);
    }
    delete(target);
    Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Refuses a place that holds anything but an earlier result, before a run is made for it.
  ///
  /// @throws IllegalArgumentException if something else is there
  static void requirePlace(Path folder) throws IOException {
    for (Path above = folder.toAbsolutePath(); above != null; above = above.getParent()) {
      if (Files.exists(above) && !Files.isDirectory(above)) {
        throw new IllegalArgumentException("--out must be a folder, was the file " + above);
      }
    }
    for (Path file : files(folder)) {
      if (!FILES.contains(String.valueOf(file.getFileName()))) {
        throw new IllegalArgumentException(
            "--out must be a new folder or one with an earlier result, held " + file);
      }
    }
  }

  /// Deletes an earlier result; anything else in its place is left alone.
  private static void delete(Path folder) throws IOException {
    requirePlace(folder);
    for (Path file : files(folder)) {
      Files.delete(file);
    }
    Files.deleteIfExists(folder);
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> listed = Files.list(folder)) {
      return listed.sorted().toList();
    }
  }
}
