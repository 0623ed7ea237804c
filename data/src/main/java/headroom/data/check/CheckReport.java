package headroom.data.check;

import headroom.core.num.Fixed;
import headroom.data.bars.LoadReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was found in a data folder.
///
/// @param load bad rows, bad files, and what was left out
/// @param series one for each series, by name
public record CheckReport(LoadReport load, List<SeriesCheck> series) {

  private static final long HOUR_NS = 3_600_000_000_000L;

  /// The length of a whole session.
  private static final long SESSION_NS = 23_400_000_000_000L;

  public CheckReport {
    series = List.copyOf(series);
  }

  /// Everything worth a word, series by series.
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    series.forEach(one -> addFindings(one, findings));
    return List.copyOf(findings);
  }

  private static void addFindings(SeriesCheck check, List<Finding> to) {
    if (check.shiftedTimes()) {
      to.add(
          finding(
              check,
              Finding.Kind.SHIFTED_TIMES,
              check.firstNs(),
              "%s of %s rows lie outside the sessions and %s bars are missing inside: times must be UTC, were perhaps local"
                  .formatted(check.file().outsideSession(), check.file().rows(), check.missing())));
    }
    if (check.endsEarly()) {
      to.add(
          finding(
              check,
              Finding.Kind.ENDS_EARLY,
              check.endNs(),
              "the last bar ends at %s, %s hours of trading before the end of the data"
                  .formatted(Instant.ofEpochSecond(0, check.endNs()), hours(check.shortfallNs()))));
    }
    check.jumps().forEach(jump -> to.add(finding(check, jump)));
    for (Gap gap : check.gaps()) {
      String span =
          gap.bars() == 1
              ? "1 bar is missing, at %s".formatted(Instant.ofEpochSecond(0, gap.fromNs()))
              : "%s bars are missing, from %s to %s"
                  .formatted(
                      gap.bars(),
                      Instant.ofEpochSecond(0, gap.fromNs()),
                      Instant.ofEpochSecond(0, gap.lastNs()));
      to.add(finding(check, kind(check, gap), gap.fromNs(), span));
    }
    for (long startNs : check.file().crossingOpenNs()) {
      to.add(
          finding(
              check,
              Finding.Kind.CROSSES_OPEN,
              startNs,
              "the bar at %s crosses the open of the session and is left out"
                  .formatted(Instant.ofEpochSecond(0, startNs))));
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
                Instant.ofEpochSecond(0, jump.atNs()),
                Fixed.text(jump.toRaw()),
                Fixed.text(jump.fromRaw()),
                String.format(Locale.ROOT, "%.4g", jump.factor())));
  }

  private static Finding finding(SeriesCheck check, Finding.Kind kind, long atNs, String message) {
    return new Finding(kind, check.instrument().id(), check.file().file(), atNs, message);
  }

  private static String hours(long ns) {
    return String.format(Locale.ROOT, "%.1f", (double) ns / HOUR_NS);
  }
}
