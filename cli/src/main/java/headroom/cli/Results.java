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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/// What a run leaves behind: `result.json` and its tables, in a folder of their own.
final class Results {
  /// All that the folder of a run holds.
  private static final Set<String> FILES =
      Set.of(
          "result.json",
          "commands.csv",
          "fills.csv",
          "trades.csv",
          "ledger.csv",
          "equity.csv",
          "intents.csv");

  private final EffectiveSettings settings;
  private final Market market;
  private final Outcome outcome;
  private final Figures figures;
  private final double wallSeconds;

  Results(EffectiveSettings settings, Market market, Outcome outcome, double wallSeconds) {
    this.settings = settings;
    this.market = market;
    this.outcome = outcome;
    this.figures = new Reporter(outcome, market.tape(), market.hours()).figures();
    this.wallSeconds = wallSeconds;
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
    SequencedMap<String, Object> identity = new LinkedHashMap<>();
    identity.put("version", Version.version());
    identity.put("commit", Version.commit());
    identity.put("settingsHash", settings.hash());
    identity.put("dataHash", market.dataHash());
    identity.put("calendarHash", market.calendarHash());
    identity.put("seed", settings.seed());
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
    data.put("badFiles", report.badFiles().size());
    data.put("badRows", report.badRows());
    data.put("outsideSession", outsideSession(report));
    data.put("problems", report.problems().stream().map(Problem::toString).toList());
    data.put("leftAlone", report.leftAlone().stream().map(LeftAlone::toString).toList());
    return data;
  }

  private long outsideSession(LoadReport report) {
    return report.outsideSession() + market.tape().leftOut();
  }

  /// What of the data was not played; empty if all of it was.
  String leftOut() {
    LoadReport report = market.report();
    if (report == null) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    if (!report.badFiles().isEmpty()) {
      parts.add(counted(report.badFiles().size(), "bad file"));
    }
    if (report.badRows() > 0) {
      parts.add(counted(report.badRows(), "bad row"));
    }
    if (outsideSession(report) > 0) {
      parts.add(counted(outsideSession(report), "bar") + " outside the sessions");
    }
    return String.join(", ", parts);
  }

  private static String counted(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
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
