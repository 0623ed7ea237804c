package headroom.data.check;

import headroom.core.num.Fixed;
import headroom.data.bars.BadDataException;
import headroom.data.bars.LoadReport;
import headroom.data.bars.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What was found in a data folder.
///
/// @param load bad rows, bad files, and what was left out
/// @param series one for each series, by name
/// @param shared how many bars two series have in common, where that cannot be chance
public record CheckReport(
    LoadReport load, List<SeriesCheck> series, SequencedMap<Strangers.Pair, Integer> shared) {

  private static final long HOUR_NS = 3_600_000_000_000L;

  /// The length of a whole session.
  private static final long SESSION_NS = 23_400_000_000_000L;

  public CheckReport {
    series = List.copyOf(series);
    shared = Collections.unmodifiableSequencedMap(new TreeMap<>(shared));
  }

  /// Everything worth a word, series by series.
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (int place = 0; place < series.size(); place++) {
      addFindings(place, findings);
    }
    return List.copyOf(findings);
  }

  /// This, if nothing had to be left out and nothing is suspicious.
  ///
  /// @throws BadDataException with every problem and every suspicion, if there is one
  public CheckReport strict() {
    List<Problem> all = new ArrayList<>(load.problems());
    for (Finding finding : findings()) {
      if (finding.kind().isSuspicious()) {
        all.add(new Problem(finding.file(), 0, finding.kind().word() + ", " + finding.message()));
      }
    }
    if (!all.isEmpty()) {
      throw new BadDataException(all);
    }
    return this;
  }

  private void addFindings(int place, List<Finding> to) {
    SeriesCheck check = series.get(place);
    @Nullable Shift shift = check.shift();
    if (shift != null) {
      long stepNs = check.stepNs();
      to.add(finding(check, shift.kind(stepNs), check.firstNs(), shift.message(stepNs)));
    }
    addStrangers(place, to);
    for (Repeats.Repeat repeat : check.repeats()) {
      to.add(
          finding(
              check,
              Finding.Kind.REPEATED_DAY,
              repeat.dayNs(),
              "the bars of %s are those of %s again"
                  .formatted(date(repeat.dayNs()), date(repeat.earlierNs()))));
    }
    if (check.endsEarly()) {
      to.add(
          finding(
              check,
              Finding.Kind.ENDS_EARLY,
              check.endNs(),
              "the last bar ends at %s, %s hours of trading before the end of the data"
                  .formatted(text(check.endNs()), hours(check.shortfallNs()))));
    }
    check.jumps().forEach(jump -> to.add(finding(check, jump)));
    for (Gap gap : check.gaps()) {
      String span =
          gap.bars() == 1
              ? "1 bar is missing, at %s".formatted(text(gap.fromNs()))
              : "%s bars are missing, from %s to %s"
                  .formatted(gap.bars(), text(gap.fromNs()), text(gap.lastNs()));
      to.add(finding(check, kind(check, gap), gap.fromNs(), span));
    }
    for (long startNs : check.file().crossingOpenNs()) {
      to.add(
          finding(
              check,
              Finding.Kind.CROSSES_OPEN,
              startNs,
              "the bar at %s crosses the open of the session and is left out"
                  .formatted(text(startNs))));
    }
  }

  private void addStrangers(int place, List<Finding> to) {
    SeriesCheck check = series.get(place);
    shared.forEach((pair, bars) -> {
      int other = pair.one() == place ? pair.other() : pair.one();
      if (pair.one() == place || pair.other() == place) {
        to.add(
            finding(
                check,
                Finding.Kind.MIXED_SYMBOLS,
                check.firstNs(),
                "%s bars are also those of %s, to the last digit: rows of one instrument are in the file of the other"
                    .formatted(bars, series.get(other).instrument().id())));
      }
    });
    for (Strangers.Stay stay : check.stays()) {
      to.add(
          finding(
              check,
              Finding.Kind.MIXED_SYMBOLS,
              stay.fromNs(),
              "from %s to %s prices stand at %s of those before and after: perhaps rows of another instrument"
                  .formatted(text(stay.fromNs()), text(stay.toNs()), percent(stay.factor()))));
    }
  }

  /// As long as a whole session, a hole is no longer a hiccup of the feed.
  private static Finding.Kind kind(SeriesCheck check, Gap gap) {
    boolean isLong = gap.bars() * check.stepNs() >= SESSION_NS;
    return isLong ? Finding.Kind.LONG_GAP : Finding.Kind.GAP;
  }

  private static Finding finding(SeriesCheck check, Jump jump) {
    return finding(
        check,
        jump.isExtreme() ? Finding.Kind.EXTREME_JUMP : Finding.Kind.JUMP,
        jump.atNs(),
        "%s of the bar at %s is %s after %s, a factor of %s"
            .formatted(
                jump.kind().word(),
                text(jump.atNs()),
                Fixed.text(jump.toRaw()),
                Fixed.text(jump.fromRaw()),
                String.format(Locale.ROOT, "%.4g", jump.factor())));
  }

  private static Finding finding(SeriesCheck check, Finding.Kind kind, long atNs, String message) {
    return new Finding(kind, check.instrument().id(), check.file().file(), atNs, message);
  }

  private static String percent(double factor) {
    return String.format(Locale.ROOT, "%.0f %%", factor * 100);
  }

  static String text(long ns) {
    return Instant.ofEpochSecond(0, ns).toString();
  }

  private static String date(long ns) {
    return text(ns).substring(0, 10);
  }

  private static String hours(long ns) {
    return String.format(Locale.ROOT, "%.1f", (double) ns / HOUR_NS);
  }
}
