package headroom.data.reshape;

import headroom.core.market.Bars;
import headroom.core.num.Fixed;
import headroom.data.calendar.ExchangeCalendar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/// Adjusts the bars before corporate actions, so that prices do not jump where nobody earned or
/// lost anything.
///
/// Before a split of ten to one prices are divided by ten and volumes multiplied. Before a dividend
/// prices are multiplied by 1 − dividend / close before the ex-date, that close as it was traded.
/// The newest prices stay as they are. Each price is rounded half to even to nine decimals.
public final class Adjust {

  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  /// Which actions are taken into prices.
  public enum Kinds {
    SPLITS,
    ALL
  }

  private Adjust() {}

  /// The series adjusted for the actions of its instrument; the same if there are none.
  ///
  /// @throws IllegalArgumentException if a dividend is not below the close before it
  public static Bars of(Bars bars, List<CorporateAction> actions, Kinds kinds) {
    List<CorporateAction> own =
        actions.stream()
            .filter(action -> action.id().equals(bars.id()))
            .filter(action -> kinds == Kinds.ALL || action instanceof CorporateAction.Split)
            .sorted(Comparator.comparing(CorporateAction::date).reversed())
            .toList();
    if (own.isEmpty()) {
      return bars;
    }
    int length = bars.length();
    Adjusted to = new Adjusted(bars);
    BigDecimal price = BigDecimal.ONE;
    BigDecimal volume = BigDecimal.ONE;
    int end = length;
    for (CorporateAction action : own) {
      int first = Math.min(end, bars.firstFrom(startNs(action)));
      to.put(first, end, price, volume);
      end = first;
      if (first == 0) {
        break;
      }
      switch (action) {
        case CorporateAction.Split(_, _, long newShares, long oldShares) -> {
          price = times(price, oldShares, newShares);
          volume = times(volume, newShares, oldShares);
        }
        case CorporateAction.Dividend dividend ->
            price = price.multiply(share(bars, first, dividend), MathContext.DECIMAL128);
      }
    }
    to.put(0, end, price, volume);
    return to.bars();
  }

  private static BigDecimal times(BigDecimal factor, long times, long parts) {
    return factor
        .multiply(BigDecimal.valueOf(times))
        .divide(BigDecimal.valueOf(parts), MathContext.DECIMAL128);
  }

  /// What is left of a price without the dividend.
  private static BigDecimal share(Bars bars, int first, CorporateAction.Dividend dividend) {
    BigDecimal close = Fixed.decimal(bars.closeRaw(first - 1));
    BigDecimal rate = Fixed.decimal(dividend.rate().raw());
    if (rate.compareTo(close) >= 0) {
      throw new IllegalArgumentException(
          "dividend of %s on %s must be below the close before it, %s, was %s"
              .formatted(
                  dividend.id(),
                  dividend.date(),
                  Fixed.text(bars.closeRaw(first - 1)),
                  dividend.rate()));
    }
    return BigDecimal.ONE.subtract(rate.divide(close, MathContext.DECIMAL128));
  }

  /// The midnight before the ex-date, in New York.
  private static long startNs(CorporateAction action) {
    ZoneId zone = ExchangeCalendar.nyse().zone();
    return Math.multiplyExact(action.date().atStartOfDay(zone).toEpochSecond(), 1_000_000_000L);
  }

  /// The columns under way.
  private static final class Adjusted {
    private final Bars bars;
    private final long[][] prices;
    private final long[] startNs;
    private final long[] volumeRaw;

    Adjusted(Bars bars) {
      this.bars = bars;
      prices = new long[4][bars.length()];
      startNs = new long[bars.length()];
      volumeRaw = new long[bars.length()];
    }

    void put(int from, int to, BigDecimal price, BigDecimal volume) {
      boolean same = price.compareTo(BigDecimal.ONE) == 0 && volume.compareTo(BigDecimal.ONE) == 0;
      for (int bar = from; bar < to; bar++) {
        startNs[bar] = bars.startNs(bar);
        long[] raws = {bars.openRaw(bar), bars.highRaw(bar), bars.lowRaw(bar), bars.closeRaw(bar)};
        for (int field = 0; field < raws.length; field++) {
          prices[field][bar] = same ? raws[field] : scaled(raws[field], price);
        }
        volumeRaw[bar] = same ? bars.volumeRaw(bar) : scaled(bars.volumeRaw(bar), volume);
      }
    }

    private static long scaled(long raw, BigDecimal factor) {
      return BigDecimal.valueOf(raw)
          .multiply(factor)
          .setScale(0, RoundingMode.HALF_EVEN)
          .min(MOST)
          .longValueExact();
    }

    Bars bars() {
      return new Bars(
          bars.instrument(),
          bars.stepNs(),
          startNs,
          prices[0],
          prices[1],
          prices[2],
          prices[3],
          volumeRaw);
    }
  }
}
