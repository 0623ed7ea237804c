package headroom.cli;

import headroom.cli.settings.EffectiveSettings;
import headroom.data.bars.LeftAlone;
import headroom.data.bars.LoadReport;
import headroom.data.bars.Problem;
import headroom.report.Diagnosis;
import headroom.report.Facts;
import headroom.report.FillBand;
import headroom.report.Report;
import headroom.report.RunReport;
import headroom.sim.report.Figures;
import headroom.sim.report.Reporter;
import headroom.sim.report.Tables;
import headroom.sim.run.Outcome;
import headroom.sim.trace.Trace;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a run leaves behind: `result.json` and its tables, in a folder of their own. If it was
/// interrupted, a file beside them says so.
final class Results {
  private static final String MARK = "INTERRUPTED.txt";

  /// What was considered in the run; `headroom explain` reads it.
  static final String DECISIONS = "decisions.jsonl.gz";

  /// The names of all that the folder of a run holds, as a pattern.
  static final String FILES =
      "(result\\.json|(commands|fills|trades|ledger|equity|intents)\\.csv|decisions\\.jsonl\\.gz"
          + "|INTERRUPTED\\.txt)";

  private final EffectiveSettings settings;
  private final Market market;
  private final Outcome outcome;
  private final Figures figures;
  private final double wallSeconds;
  private byte @Nullable [] decisions;
  private @Nullable Trace trace;
  private List<String> diagnosis = List.of();
  private @Nullable FillBand band;

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

  /// Adds what was gathered while the run went on: with it there is a diagnosis, and a report.
  Results with(Trace other) {
    other.finish(
        outcome.intents().stream()
            .filter(status -> status.state().isLive())
            .map(status -> status.intent().id())
            .toList(),
        outcome.period().toNs());
    trace = other;
    diagnosis = Diagnosis.of(facts(other, Map.of()));
    return this;
  }

  /// What happened, in sentences; empty if nobody listened.
  List<String> diagnosis() {
    return diagnosis;
  }

  /// The page of the run.
  ///
  /// @throws IllegalStateException if nobody listened to it
  Report report() {
    Trace heard = trace;
    if (heard == null) {
      throw new IllegalStateException("a report must be of a run that was listened to");
    }
    return RunReport.of(facts(heard, json()));
  }

  private Facts facts(Trace heard, Map<String, Object> result) {
    return new Facts(
        outcome, figures, heard, market.tape(), market.hours(), result, leftOut(), band);
  }

  /// Has the same run under other fill rules told beside it.
  void keep(FillBand other) {
    band = other;
    if (trace != null) {
      diagnosis = Diagnosis.of(facts(trace, Map.of()));
    }
  }

  @Nullable FillBand band() {
    return band;
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
    FillBand beside = band;
    if (beside != null) {
      result.put("band", Band.json(beside));
    }
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

  /// What is said of a run that did not reach its end; empty if it did.
  String interruption() {
    return outcome.complete() ? "" : "interrupted after %s days".formatted(outcome.days().size());
  }

  /// Where a run goes that is alone in its folder.
  static OutputFolder place(Path folder) {
    return new OutputFolder("--out", "result", Pattern.compile(FILES), folder);
  }

  /// Writes all files into a folder, which must exist.
  void writeTo(Path folder) throws IOException {
    Places.write(folder.resolve("result.json"), Json.text(json()) + "\n");
    for (Map.Entry<String, List<String>> table : Tables.of(outcome).entrySet()) {
      StringBuilder text = new StringBuilder();
      table.getValue().forEach(line -> text.append(line).append('\n'));
      Places.write(folder.resolve(table.getKey()), text);
    }
    byte[] packed = decisions;
    if (packed != null) {
      Places.write(folder.resolve(DECISIONS), packed);
    }
    if (!outcome.complete()) {
      // A table cannot say of itself that it ends too early.
      Places.write(
          folder.resolve(MARK),
          "%s: all files here end at %s\n".formatted(interruption(), figures.period().to()));
    }
  }
}
