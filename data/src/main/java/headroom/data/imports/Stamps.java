package headroom.data.imports;

import headroom.core.market.AssetClass;
import headroom.data.Durations;
import headroom.data.bars.SessionFit;
import headroom.data.calendar.ExchangeCalendar;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/// From the time of a row to when its bar begins: which zone, and whether open or close.
///
/// @param zone of times without offset; null if they say theirs
/// @param earlierNs by how much a bar begins before its time
record Stamps(@Nullable ZoneId zone, long earlierNs) {

  private static final long SECOND_NS = 1_000_000_000L;
  private static final long DAY_NS = 86_400 * SECOND_NS;

  /// A candidate and what tells for it.
  private record Fit(@Nullable ZoneId zone, boolean close, String how) {}

  /// Finds out, or asks.
  ///
  /// @param stampsNs of one series, in the order of its rows
  /// @param local whether they are without offset
  static Stamps of(
      Report report,
      ImportOptions options,
      ColumnMap columns,
      AssetClass assetClass,
      boolean local,
      long[] stampsNs,
      long stepNs) {
    @Nullable ZoneId zone = options.zone();
    @Nullable Boolean close = options.closeStamps();
    String zoneHow = "as given";
    String closeHow = "as given";
    if (!local) {
      zone = null;
    } else if (zone == null && columns.timeName().endsWith("utc")) {
      zone = ZoneOffset.UTC;
      zoneHow = "from the name of the column";
    }
    if (close == null && columns.layoutKnown()) {
      close = false;
      closeHow = columns.layout();
    } else if (close == null && columns.timeName().startsWith("close")) {
      close = true;
      closeHow = "from the name of the column";
    }
    if (assetClass == AssetClass.STOCK && (close == null || (local && zone == null))) {
      List<Fit> fits = fits(stampsNs, stepNs, local, zone, close);
      if (fits.size() == 1) {
        Fit fit = fits.getFirst();
        zoneHow = local && zone == null ? fit.how() : zoneHow;
        closeHow = close == null ? fit.how() : closeHow;
        zone = local ? fit.zone() : null;
        close = fit.close();
      }
    } else if (close == null && isJustBefore(stampsNs, stepNs)) {
      close = true;
      closeHow = "a moment before each multiple of " + Durations.text(stepNs);
    } else if (close == null && !isWholeDaysOneLater(stampsNs, stepNs)) {
      close = false;
      closeHow = "nothing tells otherwise; if they are those of the close, say --stamps close";
    }
    if (local && zone == null) {
      report.bad(0, "times have no offset and nothing tells their zone; say --zone UTC or another");
    }
    if (close == null) {
      report.bad(0, "nothing tells whether times are those of open or close; say --stamps");
    }
    if (report.isOpen()) {
      return new Stamps(zone, 0);
    }
    if (local) {
      report.said("zone", String.valueOf(zone), zoneHow);
    }
    report.said("stamps", Boolean.TRUE.equals(close) ? "close" : "open", closeHow);
    return new Stamps(zone, Boolean.TRUE.equals(close) ? stepNs : 0);
  }

  /// The zones and kinds of stamps with which the days of a stock fit its sessions.
  private static List<Fit> fits(
      long[] stampsNs, long stepNs, boolean local, @Nullable ZoneId zone, @Nullable Boolean close) {
    List<Fit> fits = new ArrayList<>();
    ZoneId newYork = ExchangeCalendar.nyse().zone();
    List<ZoneId> zones =
        !local
            ? List.of(ZoneOffset.UTC)
            : zone != null ? List.of(zone) : List.of(ZoneOffset.UTC, newYork);
    for (ZoneId one : zones) {
      LongUnaryOperator starts = new Stamps(local ? one : null, 0).starts(stepNs);
      long[] startsNs = Arrays.stream(stampsNs).map(starts).sorted().distinct().toArray();
      SessionFit fit = SessionFit.of(startsNs, startsNs.length, stepNs, ExchangeCalendar.nyse());
      boolean isClose = fit.displaced() * 2 > fit.days() && fit.shiftNs() == stepNs;
      boolean isOpen = fit.inPlace() * 2 > fit.days();
      boolean mayBeClose = close == null || close;
      boolean mayBeOpen = close == null || !close;
      if ((isClose && mayBeClose) || (isOpen && mayBeOpen)) {
        int days = isClose ? fit.displaced() : fit.inPlace();
        fits.add(
            new Fit(
                one, isClose, "so %s of %s days fit their session".formatted(days, fit.days())));
      }
    }
    return fits;
  }

  /// Such as 00:04:59.999.
  private static boolean isJustBefore(long[] stampsNs, long stepNs) {
    return stampsNs.length > 0
        && stepNs > SECOND_NS
        && DAY_NS % stepNs == 0
        && stepNs - Math.floorMod(stampsNs[0], stepNs) <= SECOND_NS;
  }

  /// Whole days that begin one bar after midnight are told by their close, or cut so.
  private static boolean isWholeDaysOneLater(long[] stampsNs, long stepNs) {
    return stampsNs.length > 1
        && stepNs > 0
        && stepNs < DAY_NS
        && Math.floorMod(stampsNs[0], DAY_NS) == stepNs
        && Math.floorMod(stampsNs[stampsNs.length - 1], DAY_NS) == 0;
  }

  /// From the time of a row to when its bar begins; asked in the order of the rows, because an hour
  /// comes twice when summer ends.
  LongUnaryOperator starts(long stepNs) {
    long[] before = {Long.MIN_VALUE};
    return stampNs -> {
      long ns = zone == null ? stampNs : absolute(stampNs, before[0]);
      before[0] = ns;
      long startNs = ns - earlierNs;
      // A close is also written as the last millisecond of its bar.
      boolean just = earlierNs > 0 && Math.floorMod(-startNs, stepNs) <= SECOND_NS;
      return just ? startNs + Math.floorMod(-startNs, stepNs) : startNs;
    };
  }

  private long absolute(long localNs, long beforeNs) {
    LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochSecond(0, localNs), ZoneOffset.UTC);
    ZonedDateTime zoned =
        time.atZone(zone == null ? ZoneOffset.UTC : zone).withEarlierOffsetAtOverlap();
    long ns = ns(zoned);
    return ns <= beforeNs ? ns(zoned.withLaterOffsetAtOverlap()) : ns;
  }

  private static long ns(ZonedDateTime zoned) {
    return Math.addExact(Math.multiplyExact(zoned.toEpochSecond(), SECOND_NS), zoned.getNano());
  }
}
