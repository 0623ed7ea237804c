package headroom.sim.intents;

import headroom.core.calendar.TradingHours;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.market.Bars;
import headroom.core.market.Instrument;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.sim.intents.Days.Day;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes one intent per instrument and day from how far prices usually run below and above the
/// close before; if shorts are wanted, also or only one that sells short what may be.
///
/// It uses only days that are over when the intent appears. All of it is exact; limits are rounded
/// once, at the end.
public final class Excursion {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
  private static final long DAY_NS = 86_400_000_000_000L;

  /// From how many days a forecast is made at least.
  private static final int LEAST_REACHED = 3;

  private static final int MILLION = 1_000_000;

  private final Rules rules;
  private final TradingHours hours;

  /// Which way the intents go.
  public enum Sides {
    LONG("long"),
    SHORT("short"),
    BOTH("both");

    private final String word;

    Sides(String word) {
      this.word = word;
    }

    private List<Side> sides() {
      return switch (this) {
        case LONG -> List.of(Side.BUY);
        case SHORT -> List.of(Side.SELL);
        case BOTH -> List.of(Side.BUY, Side.SELL);
      };
    }

    /// How it is called in settings.
    public String word() {
      return word;
    }

    /// The one of a word.
    ///
    /// @throws IllegalArgumentException if nothing is called so
    public static Sides named(String word) {
      for (Sides one : values()) {
        if (one.word.equals(word)) {
          return one;
        }
      }
      throw new IllegalArgumentException("sides must be long, short or both, was " + word);
    }
  }

  /// What the intents look like; what is said of a long is mirrored for a short.
  ///
  /// @param lookback how many complete days are looked at
  /// @param entryQuantile which quantile of the runs below the close before makes the limit
  /// @param exitQuantile which quantile of the runs above it makes the take-profit
  /// @param minEdge the least share of the limit by which the take-profit is above it
  /// @param notional what an intent is worth at its limit, at most
  /// @param maxHoldDays the following day at whose end the position is closed; −1: none
  /// @param stopLossPpm by how much of the limit its stop is below it, in parts per million; 0:
  ///   none
  /// @param sides which way the intents go
  /// @param extendedHours whether those for stocks may rest before and after the core session of
  ///   their day, and hold from when trading begins on it until it ends
  public record Rules(
      int lookback,
      BigDecimal entryQuantile,
      BigDecimal exitQuantile,
      BigDecimal minEdge,
      Money notional,
      int maxHoldDays,
      int stopLossPpm,
      Sides sides,
      boolean extendedHours) {
    /// Twenty days, medians, 0.3 %, 3,500 each, three days, longs.
    public static final Rules DEFAULTS =
        new Rules(
            20,
            new BigDecimal("0.5"),
            new BigDecimal("0.5"),
            new BigDecimal("0.003"),
            Money.of("3500"),
            3,
            0,
            Sides.LONG);

    /// Rules for the core session alone.
    public Rules(
        int lookback,
        BigDecimal entryQuantile,
        BigDecimal exitQuantile,
        BigDecimal minEdge,
        Money notional,
        int maxHoldDays,
        int stopLossPpm,
        Sides sides) {
      this(
          lookback,
          entryQuantile,
          exitQuantile,
          minEdge,
          notional,
          maxHoldDays,
          stopLossPpm,
          sides,
          false);
    }

    /// The same, also for the hours before and after the core session or only for it.
    public Rules withExtendedHours(boolean other) {
      return new Rules(
          lookback,
          entryQuantile,
          exitQuantile,
          minEdge,
          notional,
          maxHoldDays,
          stopLossPpm,
          sides,
          other);
    }

    public Rules {
      List<String> problems = new ArrayList<>();
      if (lookback < 1 || lookback > 1_000) {
        problems.add("excursion.lookback must be from 1 to 1000, was " + lookback);
      }
      if (isOutside(entryQuantile) || isOutside(exitQuantile)) {
        problems.add(
            "excursion.entry-quantile and excursion.exit-quantile must be from 0 to 1, was %s and %s"
                .formatted(entryQuantile, exitQuantile));
      }
      if (isOutside(minEdge)) {
        problems.add("excursion.min-edge must be from 0 to 1, was " + minEdge);
      }
      if (stopLossPpm < 0 || stopLossPpm >= MILLION) {
        problems.add("excursion.stop-loss must be below 1000000 ppm, was " + stopLossPpm);
      }
      if (!notional.isPositive()) {
        problems.add("entry-notional must be above 0, was " + notional);
      }
      if (!problems.isEmpty()) {
        throw new IllegalArgumentException(String.join("; ", problems));
      }
    }

    private static boolean isOutside(BigDecimal share) {
      return share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0;
    }
  }

  public Excursion(Rules rules, TradingHours hours) {
    this.rules = rules;
    this.hours = hours;
  }

  /// The intents that appear in `[fromNs, toNs)`, in the order in which they do.
  public List<Planned> intents(List<Bars> series, long fromNs, long toNs) {
    List<Planned> planned = new ArrayList<>();
    for (Bars bars : series) {
      for (Side side : rules.sides().sides()) {
        if (side == Side.BUY || bars.instrument().shortable()) {
          addIntents(bars, side, fromNs, toNs, planned);
        }
      }
    }
    planned.sort(Planned.IN_ORDER);
    return List.copyOf(planned);
  }

  private void addIntents(Bars bars, Side side, long fromNs, long toNs, List<Planned> planned) {
    List<Day> complete = new ArrayList<>();
    List<Long> limits = new ArrayList<>();
    for (Day day : new Days(bars, hours).all()) {
      boolean follows = !complete.isEmpty() && complete.getLast().number() == day.number() - 1;
      long limitRaw =
          complete.size() > rules.lookback() ? limitRaw(bars.instrument(), side, complete) : 0;
      long appearsNs = startNs(bars.instrument(), day);
      if (follows && limitRaw > 0 && appearsNs >= fromNs && appearsNs < toNs) {
        intent(bars.instrument(), side, day, complete, limits, limitRaw)
            .ifPresent(intent -> planned.add(new Planned(appearsNs, intent)));
      }
      if (day.complete()) {
        complete.add(day);
        limits.add(limitRaw);
      }
    }
  }

  private boolean isExtended(Instrument instrument) {
    return rules.extendedHours() && instrument.isStock();
  }

  private long startNs(Instrument instrument, Day day) {
    return isExtended(instrument) ? hours.extended().opensNs((int) day.number()) : day.startNs();
  }

  private long endNs(Instrument instrument, Day day) {
    return isExtended(instrument) ? hours.extended().closesNs((int) day.number()) : day.endNs();
  }

  /// The limit for the day after these; 0 if it would be none.
  private long limitRaw(Instrument instrument, Side side, List<Day> complete) {
    boolean buys = side == Side.BUY;
    Fraction run = quantile(runs(complete, buys), rules.entryQuantile());
    Fraction share = buys ? Fraction.ONE.minus(run) : Fraction.ONE.plus(run);
    BigInteger limit =
        share
            .times(complete.getLast().closeRaw())
            .rounded(buys ? RoundingMode.FLOOR : RoundingMode.CEILING);
    return instrument.limitOnTickRaw(side, limit.longValueExact());
  }

  /// How far prices ran beyond the close before, on each day of the lookback.
  private Fraction[] runs(List<Day> complete, boolean down) {
    Fraction[] runs = new Fraction[rules.lookback()];
    int first = complete.size() - rules.lookback();
    for (int i = 0; i < runs.length; i++) {
      Day day = complete.get(first + i);
      long before = complete.get(first + i - 1).closeRaw();
      long run = down ? before - day.lowRaw() : day.highRaw() - before;
      runs[i] = Fraction.of(Math.max(0, run), before);
    }
    return runs;
  }

  /// Quantile of type 7: linear between the two values around (n − 1) · q (Hyndman, Fan 1996).
  static Fraction quantile(Fraction[] values, BigDecimal q) {
    Fraction[] sorted = values.clone();
    Arrays.sort(sorted);
    BigDecimal place = q.multiply(BigDecimal.valueOf(sorted.length - 1L));
    int below = place.setScale(0, RoundingMode.FLOOR).intValueExact();
    if (below >= sorted.length - 1) {
      return sorted[sorted.length - 1];
    }
    Fraction share = Fraction.of(place.subtract(BigDecimal.valueOf(below)));
    return sorted[below].plus(sorted[below + 1].minus(sorted[below]).times(share));
  }

  private Optional<Intent> intent(
      Instrument instrument,
      Side side,
      Day day,
      List<Day> complete,
      List<Long> limits,
      long limitRaw) {
    long quantityRaw =
        instrument.quantityOnStepRaw(
            Fixed.scaled(rules.notional().raw(), Fixed.ONE, limitRaw, RoundingMode.FLOOR));
    boolean tooSmall =
        quantityRaw <= 0
            || Fixed.product(limitRaw, quantityRaw, RoundingMode.FLOOR)
                < instrument.minimum().raw();
    long targetRaw = takeProfitRaw(instrument, side, complete, limitRaw);
    if (tooSmall || targetRaw <= 0) {
      return Optional.empty();
    }
    Price limit = new Price(limitRaw);
    return Optional.of(
        new Intent(
            new IntentId(id(instrument, side, day)),
            "me",
            instrument.id(),
            side,
            new Quantity(quantityRaw),
            limit,
            endNs(instrument, day),
            "excursion",
            IntentKind.ENTRY,
            false,
            false,
            isExtended(instrument),
            forecast(side, complete, limits, limitRaw, quantityRaw),
            null,
            new ExitPlan(
                new Price(targetRaw), stop(instrument, side, limitRaw), rules.maxHoldDays(), false),
            List.of()));
  }

  /// A short is named as one, so that both of a day have names.
  private String id(Instrument instrument, Side side, Day day) {
    String id = instrument.id().value() + "-" + date(instrument, day);
    return side == Side.BUY ? id : id + "-short";
  }

  private String date(Instrument instrument, Day day) {
    return instrument.isStock()
        ? Integer.toString(hours.date((int) day.number()))
        : LocalDate.ofEpochDay(Math.floorDiv(day.startNs(), DAY_NS)).format(DATE);
  }

  /// Not above 0 if a short would have to be bought back for nothing.
  private long takeProfitRaw(Instrument instrument, Side side, List<Day> complete, long limitRaw) {
    boolean buys = side == Side.BUY;
    Fraction run = quantile(runs(complete, !buys), rules.exitQuantile());
    Fraction edge = Fraction.of(rules.minEdge());
    long closeRaw = complete.getLast().closeRaw();
    // An edge of nothing would close where it opened.
    if (buys) {
      Fraction usual = Fraction.ONE.plus(run).times(closeRaw);
      Fraction least = Fraction.ONE.plus(edge).times(limitRaw);
      Fraction target = usual.compareTo(least) >= 0 ? usual : least;
      long raw = target.rounded(RoundingMode.CEILING).longValueExact();
      return Math.max(instrument.tickUpRaw(raw), instrument.tickUpRaw(limitRaw + 1));
    }
    Fraction usual = Fraction.ONE.minus(run).times(closeRaw);
    Fraction least = Fraction.ONE.minus(edge).times(limitRaw);
    Fraction target = usual.compareTo(least) <= 0 ? usual : least;
    long raw = target.rounded(RoundingMode.FLOOR).longValueExact();
    return Math.min(instrument.tickDownRaw(raw), instrument.tickDownRaw(limitRaw - 1));
  }

  /// Null if there is none, or no price on the tick for it.
  private @Nullable Price stop(Instrument instrument, Side side, long limitRaw) {
    if (rules.stopLossPpm() == 0) {
      return null;
    }
    boolean buys = side == Side.BUY;
    int share = buys ? MILLION - rules.stopLossPpm() : MILLION + rules.stopLossPpm();
    long exact =
        Fixed.scaled(limitRaw, share, MILLION, buys ? RoundingMode.FLOOR : RoundingMode.CEILING);
    long onTick = instrument.limitOnTickRaw(side, exact);
    return onTick > 0 ? new Price(onTick) : null;
  }

  /// What the intent earned on those days of the lookback that reached their own limit, per unit of
  /// it, times what it is worth now; null if there were too few.
  private @Nullable Money forecast(
      Side side, List<Day> complete, List<Long> limits, long limitRaw, long quantityRaw) {
    boolean buys = side == Side.BUY;
    Fraction sum = Fraction.ZERO;
    int reached = 0;
    for (int i = complete.size() - rules.lookback(); i < complete.size(); i++) {
      long own = limits.get(i);
      Day day = complete.get(i);
      if (own > 0 && (buys ? day.lowRaw() <= own : day.highRaw() >= own)) {
        long earnedRaw = buys ? day.closeRaw() - own : own - day.closeRaw();
        sum = sum.plus(Fraction.of(earnedRaw, own));
        reached++;
      }
    }
    if (reached < LEAST_REACHED) {
      return null;
    }
    BigInteger value =
        sum.dividedBy(reached)
            .times(limitRaw)
            .times(quantityRaw)
            .dividedBy(Fixed.ONE)
            .rounded(RoundingMode.HALF_EVEN);
    return new Money(value.longValueExact());
  }
}
