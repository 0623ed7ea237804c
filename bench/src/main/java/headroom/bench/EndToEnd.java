package headroom.bench;

import headroom.core.engine.Input;
import headroom.core.engine.Recorder;
import headroom.core.market.Bars;
import headroom.sim.run.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Measures everything in one run, in one thread, with the answers beside the times: loading, an
/// evaluation, the same with ten times as many bars, the engine alone, and as limits a loop that
/// only reads the bars and an engine written down in the plainest way.
///
/// `EndToEnd DIR [RUNS [JSON]]`
public final class EndToEnd {
  private static final int DEFAULT_RUNS = 5;

  private final int runs;
  private final PrintStream out;
  private final List<Row> rows = new ArrayList<>();

  /// One line of the table.
  ///
  /// @param answer what came of it: equal answers mean equal work
  /// @param count what `perSecond` counts, done in each run
  public record Row(
      String what,
      String answer,
      String counted,
      long count,
      double bestMillis,
      double medianMillis,
      double bestCpuMillis,
      double perSecond) {}

  /// Percentiles in microseconds.
  public record Percentiles(
      String what, long inputs, double p50, double p90, double p99, double p999, double max) {}

  /// All of it.
  public record Report(
      String machine, String java, int runs, List<Row> rows, List<Percentiles> latencies) {}

  private EndToEnd(int runs, PrintStream out) {
    this.runs = runs;
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    if (args.length < 1 || args.length > 3) {
      System.err.println("usage: EndToEnd DIR [RUNS [JSON]]");
      System.exit(2);
    }
    int runs = args.length > 1 ? Integer.parseInt(args[1]) : DEFAULT_RUNS;
    Report report = new EndToEnd(runs, System.out).measure(Path.of(args[0]));
    if (args.length > 2) {
      String json =
          JsonMapper.builder()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .build()
              .writeValueAsString(report);
      Files.writeString(Path.of(args[2]), json + "\n");
    }
  }

  private Report measure(Path folder) {
    out.printf(
        Locale.ROOT,
        "%-44s %-24s %12s %10s %10s %10s %14s%n",
        "what",
        "answer",
        "count",
        "best ms",
        "median ms",
        "cpu ms",
        "per second");
    Market market = loading(folder);
    List<Bars> series = market.tape().series();
    row("loop over all bars", "bars", market.tape().bars(), () -> hex(BarLoop.sum(series)));
    evaluation("evaluation", market);
    Market plain = market.with(Market.PLAIN_ACCOUNT);
    Outcome outcome = evaluation("evaluation, plain account", plain);
    row(
        "evaluation, plain account, every bar played",
        "bars",
        market.tape().bars(),
        () -> answer(plain.playEveryBar(Recorder.NONE)));
    evaluation("evaluation, bars in a tenth of their time", market.over(Padding.shortened(series)));
    evaluation("evaluation, nine quiet bars after each", market.over(Padding.padded(series)));
    engines(recording(plain, outcome));
    engines(QuietMarket.of(50_000, false));
    engines(QuietMarket.of(20_000, true));
    engines(ContendedMarket.of(10_000, false));
    engines(ContendedMarket.of(10_000, true));
    Recording crowded = CrowdedMarket.of(1_500);
    engines(crowded);
    List<Percentiles> latencies = latencies(crowded);
    return new Report(machine(), System.getProperty("java.vm.version"), runs, rows, latencies);
  }

  private Market loading(Path folder) {
    Timed<Market> loaded = Timed.of(1, () -> Market.load(folder));
    Market market = loaded.answer();
    row(
        "loading and making intents",
        "bars",
        market.tape().bars(),
        () -> Market.load(folder).intents().size() + " intents");
    return market;
  }

  private Outcome evaluation(String what, Market market) {
    Outcome outcome = market.play();
    row(what, "bars", market.tape().bars(), () -> answer(market.play()));
    return outcome;
  }

  private static String answer(Outcome outcome) {
    return "%s %s fills"
        .formatted(outcome.commandHash().substring(0, 12), outcome.account().fills().size());
  }

  /// The inputs that the engine gets in an evaluation that leaves out no bar: the naive engine
  /// cannot be asked where nothing can come of a price.
  private static Recording recording(Market market, Outcome outcome) {
    List<Input> inputs = new ArrayList<>();
    Outcome again = market.playEveryBar(inputs::add);
    if (!again.commandHash().equals(outcome.commandHash())) {
      throw new IllegalStateException(
          "to record and to play every bar must change nothing, but did");
    }
    return new Recording(
        "inputs of the evaluation",
        market.settings().engine(),
        market.hours(),
        market.tape().series().stream().map(Bars::instrument).toList(),
        inputs,
        0,
        new BitSet());
  }

  /// Both engines on the same inputs, once it is known that they answer alike.
  private void engines(Recording recording) {
    String hash = recording.agreement().substring(0, 12);
    engine(recording, "product", hash, recording::product);
    engine(recording, "naive", hash, recording::naive);
  }

  private void engine(Recording recording, String which, String hash, Supplier<Decider> fresh) {
    row(
        recording.name() + ": " + which,
        "inputs",
        recording.timed(),
        Timed.of(
            runs,
            () -> recording.warm(fresh.get()),
            decider -> "%s %s commands".formatted(hash, recording.play(decider))));
  }

  private List<Percentiles> latencies(Recording crowded) {
    out.printf(
        Locale.ROOT,
        "%n%-44s %12s %10s %10s %10s %10s %10s%n",
        "microseconds an input",
        "inputs",
        "p50",
        "p90",
        "p99",
        "p99.9",
        "max");
    Latencies elapsed = Latencies.of(crowded, runs, runs, Latencies.ELAPSED);
    Latencies worked = Latencies.of(crowded, 1, runs, Latencies.WORKED);
    return List.of(
        percentiles(crowded.name() + ", with a search", elapsed.searching()),
        percentiles(crowded.name() + ", with a search, cpu", worked.searching()),
        percentiles(crowded.name() + ", all", elapsed.all()),
        percentiles(crowded.name() + ", all, cpu", worked.all()));
  }

  private Percentiles percentiles(String what, Histogram histogram) {
    Percentiles percentiles =
        new Percentiles(
            what,
            histogram.getTotalCount(),
            histogram.getValueAtPercentile(50) / 1e3,
            histogram.getValueAtPercentile(90) / 1e3,
            histogram.getValueAtPercentile(99) / 1e3,
            histogram.getValueAtPercentile(99.9) / 1e3,
            histogram.getMaxValue() / 1e3);
    out.printf(
        Locale.ROOT,
        "%-44s %,12d %10.1f %10.1f %10.1f %10.1f %10.1f%n",
        what,
        percentiles.inputs(),
        percentiles.p50(),
        percentiles.p90(),
        percentiles.p99(),
        percentiles.p999(),
        percentiles.max());
    return percentiles;
  }

  private void row(String what, String counted, long count, Supplier<String> question) {
    row(what, counted, count, Timed.of(runs, question));
  }

  private void row(String what, String counted, long count, Timed<String> timed) {
    double best = timed.bestNs() / 1e6;
    Row row =
        new Row(
            what,
            timed.answer(),
            counted,
            count,
            best,
            timed.medianNs() / 1e6,
            timed.bestCpuNs() / 1e6,
            count / (best / 1e3));
    rows.add(row);
    out.printf(
        Locale.ROOT,
        "%-44s %-24s %,12d %10.2f %10.2f %10.2f %,14.0f %s%n",
        what,
        row.answer(),
        count,
        row.bestMillis(),
        row.medianMillis(),
        row.bestCpuMillis(),
        row.perSecond(),
        counted);
  }

  private static String hex(long number) {
    return Long.toHexString(number);
  }

  private static String machine() {
    return "%s cores, %s %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"));
  }
}
