package headroom.sim.check;

import headroom.core.market.Bars;
import headroom.sim.path.Tape;
import headroom.sim.report.Csv;
import headroom.sim.run.Outcome;
import headroom.sim.run.Period;
import headroom.sim.run.Watcher;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Whether what is decided up to a time stays as it is when what comes after it is taken away, or
/// is another market. Intents that are made of bars are made of those of each.
///
/// @param cutNs the time, in nanoseconds since 1970 UTC
/// @param compared how many commands there are before it
/// @param otherFuture whether the other market led to other commands after it; if not, it was no
///   test
/// @param problems where the past is another, in words
public record Prefix(
    long cutNs, long compared, boolean otherFuture, Evidence evidence, List<String> problems) {
  private static final long DAY_NS = 86_400_000_000_000L;

  public Prefix {
    problems = List.copyOf(problems);
  }

  /// Cuts a run at a time.
  ///
  /// @param cutNs inside its period; it is played to a day after it
  /// @param chance draws the other market
  public static Prefix at(Subject subject, long cutNs, SplittableRandom chance, Watcher watcher) {
    Period all = subject.period();
    long beyondNs = Math.min(all.toNs(), cutNs + DAY_NS);
    Subject beyond = subject.with(new Period(all.fromNs(), beyondNs, all.dayEndsNs()));
    List<Bars> series = subject.tape().series();
    Tape other = Tape.of(scrambled(series, cutNs, chance), subject.hours());
    Tape none = Tape.of(truncated(series, cutNs), subject.hours());
    Subject until = subject.with(new Period(all.fromNs(), cutNs + 1, all.dayEndsNs()));
    Outcome full = beyond.run(watcher);
    Outcome scrambled = beyond.with(other).run(watcher);
    Outcome truncated = until.with(none).run(watcher);
    List<String> past = before(cutNs, full);
    List<String> problems = new ArrayList<>();
    String when = " before " + Csv.time(cutNs);
    Same.lines("with another future, command" + when, before(cutNs, scrambled), past, problems);
    Same.lines("without a future, command" + when, before(cutNs, truncated), past, problems);
    return new Prefix(
        cutNs,
        past.size(),
        !scrambled.commands().equals(full.commands()),
        Evidence.of(truncated),
        problems);
  }

  /// The commands that were sent before a time.
  public static List<String> before(long cutNs, Outcome outcome) {
    String cut = Csv.time(cutNs);
    return outcome.commands().stream().filter(line -> line.compareTo(cut) < 0).toList();
  }

  /// The bars that begin before a time; instruments that have none are unknown.
  static List<Bars> truncated(List<Bars> series, long cutNs) {
    return series.stream()
        .map(bars -> bars.between(Long.MIN_VALUE, cutNs))
        .filter(bars -> bars.length() > 0)
        .toList();
  }

  /// From the cut on, the bars of an earlier time of the same series.
  static List<Bars> scrambled(List<Bars> series, long cutNs, SplittableRandom chance) {
    return series.stream().map(bars -> scrambled(bars, cutNs, chance)).toList();
  }

  private static Bars scrambled(Bars bars, long cutNs, SplittableRandom chance) {
    int cut = bars.firstFrom(cutNs);
    int shift = 1 + chance.nextInt(Math.max(1, cut / 2));
    long[][] columns = new long[6][bars.length()];
    for (int i = 0; i < bars.length(); i++) {
      // What has no past keeps the future that it has.
      int from = i < cut || cut == 0 ? i : (i + shift) % cut;
      columns[0][i] = bars.startNs(i);
      columns[1][i] = bars.openRaw(from);
      columns[2][i] = bars.highRaw(from);
      columns[3][i] = bars.lowRaw(from);
      columns[4][i] = bars.closeRaw(from);
      columns[5][i] = bars.volumeRaw(from);
    }
    return new Bars(
        bars.instrument(),
        bars.stepNs(),
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        columns[4],
        columns[5]);
  }
}
