package headroom.data.check;

import headroom.core.calendar.TradingHours;
import headroom.core.market.Bars;
import headroom.core.market.Instrument;
import headroom.core.num.Fixed;
import headroom.data.bars.FileReport;
import headroom.data.bars.Loaded;
import headroom.data.calendar.ExchangeCalendar;
import headroom.data.reshape.Adjust;
import headroom.data.reshape.CorporateAction;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks at loaded bars for what a single bad print, a hole or an early end could do to a result.
public final class BarCheck {

  private static final long DAY_NS = 86_400_000_000_000L;

  /// The length of a whole session.
  private static final long SESSION_NS = 23_400_000_000_000L;

  private final TradingHours hours;
  private final long endNs;
  private final List<CorporateAction> actions;

  private BarCheck(TradingHours hours, long endNs, List<CorporateAction> actions) {
    this.hours = hours;
    this.endNs = endNs;
    this.actions = actions;
  }

  /// What is found in everything that was loaded.
  public static CheckReport of(Loaded loaded) {
    return of(loaded, List.of());
  }

  /// What is found in everything that was loaded.
  ///
  /// @param actions the splits among them explain why prices jump
  public static CheckReport of(Loaded loaded, List<CorporateAction> actions) {
    List<Bars> series = loaded.series();
    long firstNs = series.stream().mapToLong(bars -> bars.startNs(0)).min().orElseThrow();
    long lastNs = series.stream().mapToLong(BarCheck::lastEndNs).max().orElseThrow();
    TradingHours hours = ExchangeCalendar.nyse().tradingHoursAround(firstNs, lastNs);
    long endNs = series.stream().mapToLong(bars -> endNs(bars, hours)).max().orElseThrow();
    BarCheck check = new BarCheck(hours, endNs, actions);
    List<SeriesCheck> checks = new ArrayList<>();
    List<@Nullable Shift> shifts = Shifts.of(series, loaded.report().files());
    for (int i = 0; i < series.size(); i++) {
      checks.add(check.check(series.get(i), loaded.report().files().get(i), shifts.get(i)));
    }
    return new CheckReport(loaded.report(), checks, Strangers.shared(series));
  }

  private SeriesCheck check(Bars bars, FileReport file, @Nullable Shift shift) {
    List<Gap> gaps =
        bars.instrument().isStock() ? Gaps.inSessions(bars, hours) : Gaps.anywhere(bars);
    int missing = gaps.stream().mapToInt(Gap::bars).sum();
    int offTick = 0;
    int withoutVolume = 0;
    List<Jump> jumps = new ArrayList<>();
    Bars comparable = Adjust.of(bars, actions, Adjust.Kinds.SPLITS);
    for (int bar = 0; bar < bars.length(); bar++) {
      offTick += isOnTick(bars, bar) ? 0 : 1;
      withoutVolume += bars.volumeRaw(bar) == 0 ? 1 : 0;
      addJumps(bars, comparable, bar, jumps);
    }
    return new SeriesCheck(
        bars.instrument(),
        file,
        bars.stepNs(),
        bars.startNs(0),
        endNs(bars, hours),
        gaps,
        missing,
        jumps,
        offTick,
        withoutVolume,
        shortfallNs(bars),
        shift == null ? mostlyOutside(file, missing, bars) : shift,
        Repeats.of(bars),
        Strangers.stays(bars));
  }

  /// Most rows of a stock lie outside of sessions, and most of the sessions is missing.
  private static @Nullable Shift mostlyOutside(FileReport file, int missing, Bars bars) {
    return file.outsideSession() > file.kept() && missing > bars.length()
        ? new Shift(
            0,
            "%s of %s rows lie outside the sessions and %s bars are missing inside"
                .formatted(file.outsideSession(), file.rows(), missing))
        : null;
  }

  private static boolean isOnTick(Bars bars, int bar) {
    return isOnTick(bars.instrument(), bars.openRaw(bar))
        && isOnTick(bars.instrument(), bars.highRaw(bar))
        && isOnTick(bars.instrument(), bars.lowRaw(bar))
        && isOnTick(bars.instrument(), bars.closeRaw(bar));
  }

  private static boolean isOnTick(Instrument instrument, long priceRaw) {
    return priceRaw % instrument.tickAtRaw(priceRaw) == 0;
  }

  private static void addJumps(Bars bars, Bars comparable, int bar, List<Jump> to) {
    long openRaw = bars.openRaw(bar);
    long closeRaw = bars.closeRaw(bar);
    long atNs = bars.startNs(bar);
    if (bar > 0) {
      // The close before in the shares of this bar.
      long beforeRaw =
          Fixed.scaled(
              comparable.closeRaw(bar - 1),
              openRaw,
              comparable.openRaw(bar),
              RoundingMode.HALF_EVEN);
      addJump(Jump.Kind.OPEN, atNs, beforeRaw, openRaw, to);
    }
    addJump(Jump.Kind.HIGH, atNs, Math.max(openRaw, closeRaw), bars.highRaw(bar), to);
    addJump(Jump.Kind.LOW, atNs, Math.min(openRaw, closeRaw), bars.lowRaw(bar), to);
    addJump(Jump.Kind.CLOSE, atNs, openRaw, closeRaw, to);
  }

  private static void addJump(Jump.Kind kind, long atNs, long fromRaw, long toRaw, List<Jump> to) {
    if (Jump.isJump(fromRaw, toRaw)) {
      to.add(new Jump(kind, atNs, fromRaw, toRaw));
    }
  }

  /// More than a session of a stock, or a day of a coin, is missing at the end.
  private long shortfallNs(Bars bars) {
    long fromNs = endNs(bars, hours);
    if (bars.instrument().isCrypto()) {
      return endNs - fromNs > DAY_NS ? endNs - fromNs : 0;
    }
    long openNs = 0;
    for (int session = 0; session < hours.sessions(); session++) {
      long beginNs = Math.max(fromNs, hours.opensNs(session));
      openNs += Math.max(0, Math.min(endNs, hours.closesNs(session)) - beginNs);
    }
    return openNs > SESSION_NS ? openNs : 0;
  }

  /// When the last bar ends; one that crosses the close ends there.
  private static long endNs(Bars bars, TradingHours hours) {
    long startNs = bars.startNs(bars.length() - 1);
    long endNs = lastEndNs(bars);
    if (bars.instrument().isStock() && hours.isOpen(startNs)) {
      return Math.min(endNs, hours.closesNs(hours.sessionAt(startNs)));
    }
    return endNs;
  }

  private static long lastEndNs(Bars bars) {
    return bars.startNs(bars.length() - 1) + bars.stepNs();
  }
}
