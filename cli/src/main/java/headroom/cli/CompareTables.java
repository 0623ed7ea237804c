package headroom.cli;

import headroom.sim.compare.Interval;
import headroom.sim.report.Csv;
import headroom.sim.report.Figures.AccountFigures;
import headroom.sim.report.Figures.SchedulingFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The tables of a comparison as lines of CSV, each with its header.
final class CompareTables {
  private CompareTables() {}

  static List<String> runs(Comparison comparison) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "number,period,name,intents,placed,filled,blockedEpisodes,steals,stealSuccessRate,netPnl,"
            + "netPnlStdError,fees,maxDrawdown,sharpeDaily,settingsHash,commandHash,blockedSeconds,"
            + "stealsPerLook,stealAttempts,stolen,missedTouches,refusals,protected,noCandidatesHeldBy,"
            + "spread,slippage,tickRounding");
    for (ComparedRun run : comparison.runs()) {
      SchedulingFigures scheduling = run.figures().scheduling();
      AccountFigures account = run.figures().account();
      lines.add(
          Csv.row(
              Integer.toString(run.number()),
              run.stretch().name(),
              run.combination().name(),
              Long.toString(scheduling.intents()),
              Long.toString(scheduling.placed()),
              Long.toString(scheduling.filled()),
              Long.toString(scheduling.blockedEpisodes()),
              Long.toString(scheduling.steals()),
              text(scheduling.stealSuccessRate()),
              account.netPnl(),
              text(account.netPnlStdError()),
              account.fees(),
              Double.toString(account.maxDrawdown()),
              text(account.sharpeDaily()),
              run.combination().settings().hash(),
              run.commandHash(),
              Double.toString(scheduling.blockedSeconds()),
              text(scheduling.stealsPerLook()),
              Long.toString(scheduling.stealAttempts()),
              Long.toString(scheduling.stolen()),
              Long.toString(scheduling.missedTouches()),
              counts(scheduling.refusals()),
              counts(scheduling.protectedOrders()),
              counts(scheduling.noCandidatesHeldBy()),
              account.spread(),
              account.slippage(),
              account.tickRounding()));
    }
    return lines;
  }

  static List<String> pairs(Comparison comparison) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "period,runs,name,baselines,baselineName,sameIntents,sameCommands,days,differingDays,difference,"
            + "stdError,low,high,blockLength,verdict");
    for (ComparedPair pair : comparison.pairs()) {
      Interval interval = pair.difference().interval();
      lines.add(
          Csv.row(
              pair.period(),
              numbers(pair.runs()),
              pair.name(),
              numbers(pair.baselines()),
              pair.baselineName(),
              Boolean.toString(pair.sameIntents()),
              Boolean.toString(pair.sameCommands()),
              Integer.toString(pair.difference().days()),
              Integer.toString(pair.difference().differingDays()),
              pair.difference().netPnl().toString(),
              interval == null ? "" : ComparedPair.cents(interval.stdError()),
              interval == null ? "" : ComparedPair.cents(interval.low()),
              interval == null ? "" : ComparedPair.cents(interval.high()),
              interval == null ? "" : Double.toString(interval.blockLength()),
              pair.difference().verdict().word()));
    }
    return lines;
  }

  /// A table under every fill rule, with the rule before each row.
  static List<String> ofRules(ComparedBand band, Function<Comparison, List<String>> table) {
    List<String> lines = new ArrayList<>();
    band.rules()
        .forEach((rule, comparison) -> {
          List<String> these = table.apply(comparison);
          if (lines.isEmpty()) {
            lines.add("fillRule," + these.getFirst());
          }
          these.stream().skip(1).forEach(line -> lines.add(rule.name() + "," + line));
        });
    return lines;
  }

  /// `a=1 b=2`.
  private static String counts(SortedMap<String, Long> counts) {
    return counts.entrySet().stream()
        .map(one -> one.getKey() + "=" + one.getValue())
        .collect(Collectors.joining(" "));
  }

  private static String numbers(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
