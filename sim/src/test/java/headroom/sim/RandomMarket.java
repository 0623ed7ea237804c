package headroom.sim;

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
import headroom.sim.intents.Planned;
import headroom.sim.path.Tape;
import headroom.sim.run.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// A small market drawn from a seed: three stocks and three crypto pairs from a Wednesday evening
/// over an early close to a Monday, and intents near the prices.
///
/// @param intents in the order in which they appear
public record RandomMarket(List<Bars> series, List<Planned> intents, Period period) {
  public static final long STEP_NS = 300_000_000_000L;
  private static final long CENT = Fixed.ONE / 100;
  private static final String[] STOCKS = {"AAA", "BBB", "CCC"};
  private static final String[] PAIRS = {"X/USD", "Y/USD", "Z/USD"};

  /// When there are bars, in UTC: around a close, an early close, and on a Saturday.
  private static final String[] SPANS = {
    "07-02 18:30 21:00", "07-03 15:30 18:00", "07-05 03:00 05:00", "07-07 13:00 15:30"
  };

  /// Bars all the way, for stretches that are longer than a few bars.
  private static final String[] ONE_SPAN = {
    "07-02 18:30 24:00", "07-03 00:00 24:00", "07-07 00:00 15:30"
  };

  /// From an afternoon into the evening, an evening after an early close, and a morning.
  private static final String[] EXTENDED_SPANS = {
    "07-02 19:00 24:00", "07-03 08:00 10:00", "07-03 13:00 21:00", "07-07 12:00 15:30"
  };

  /// How much prices move, in cents.
  private enum Temper {
    WILD(80, 40, 30, 20),
    CALM(12, 2, 3, 200);

    private final int jump;
    private final int way;
    private final int wick;

    /// For how many bars an intent lives at most.
    private final int life;

    Temper(int jump, int way, int wick, int life) {
      this.jump = jump;
      this.way = way;
      this.wick = wick;
      this.life = life;
    }
  }

  public static RandomMarket of(long seed) {
    return of(seed, Temper.WILD, SPANS, Week.hours());
  }

  /// One in which little happens for a long time: intents that are hardly ever reached.
  public static RandomMarket calm(long seed) {
    return of(seed, Temper.CALM, ONE_SPAN, Week.hours());
  }

  /// One with bars of stocks before and after the core session too, and every second intent for
  /// them; wild or calm.
  public static RandomMarket extended(long seed) {
    boolean wild = seed % 4 > 0;
    RandomMarket market =
        of(
            seed,
            wild ? Temper.WILD : Temper.CALM,
            wild ? EXTENDED_SPANS : ONE_SPAN,
            Week.extendedHours());
    List<Planned> intents = new ArrayList<>();
    for (int i = 0; i < market.intents.size(); i++) {
      Planned one = market.intents.get(i);
      intents.add(new Planned(one.fromNs(), one.intent().withExtendedHours(i % 2 == 0)));
    }
    return new RandomMarket(market.series, intents, market.period);
  }

  private static RandomMarket of(long seed, Temper temper, String[] spans, TradingHours hours) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Bars> series = new ArrayList<>();
    List<Planned> intents = new ArrayList<>();
    for (String name : STOCKS) {
      add(Instrument.stock(name), random, temper, spans, hours, series, intents);
    }
    for (String name : PAIRS) {
      add(Instrument.crypto(name, CENT), random, temper, spans, hours, series, intents);
    }
    intents.sort(Planned.IN_ORDER);
    long from = Week.ns("07-02 18:30");
    List<Long> dayEnds = Arrays.stream(Week.dayEndsNs()).boxed().toList();
    return new RandomMarket(series, intents, new Period(from, Week.ns("07-07 15:30"), dayEnds));
  }

  public Tape tape() {
    return Tape.of(series, Week.hours());
  }

  /// The same market in which all that begins at `cutNs` or later is other.
  public RandomMarket scrambledFrom(long cutNs, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Bars> scrambled = new ArrayList<>();
    for (Bars bars : series) {
      int cut = bars.firstFrom(cutNs);
      Walk walk = new Walk(random, Temper.WILD);
      for (int i = 0; i < bars.length(); i++) {
        if (i < cut) {
          walk.copy(bars, i);
        } else {
          walk.step(bars.startNs(i));
        }
      }
      scrambled.add(walk.bars(bars.instrument()));
    }
    return new RandomMarket(scrambled, intents, period);
  }

  /// The same market without what begins at `cutNs` or later.
  public RandomMarket truncatedAt(long cutNs) {
    List<Bars> truncated = new ArrayList<>();
    series.forEach(bars -> truncated.add(bars.between(Long.MIN_VALUE, cutNs)));
    return new RandomMarket(truncated, intents, period);
  }

  private static void add(
      Instrument instrument,
      SplittableRandom random,
      Temper temper,
      String[] spans,
      TradingHours hours,
      List<Bars> series,
      List<Planned> intents) {
    Walk walk = new Walk(random, temper);
    for (String span : spans) {
      String[] parts = span.split(" ", -1);
      long day = Week.ns(parts[0] + " 00:00");
      long to = day + Integer.parseInt(parts[2].substring(0, 2)) * 12L * STEP_NS;
      to += Integer.parseInt(parts[2].substring(3)) / 5 * STEP_NS;
      for (long at = Week.ns(parts[0] + " " + parts[1]); at < to; at += STEP_NS) {
        boolean there = instrument.isCrypto() || hours.extended().isOpen(at);
        if (there && random.nextInt(20) > 0) {
          walk.step(at);
        }
      }
    }
    Bars bars = walk.bars(instrument);
    series.add(bars);
    for (int n = 0; n < 8; n++) {
      intents.add(intent(instrument, bars, n, temper, random));
    }
  }

  private static Planned intent(
      Instrument instrument, Bars bars, int number, Temper temper, SplittableRandom random) {
    int bar = random.nextInt(bars.length());
    Side side = random.nextInt(4) == 0 ? Side.SELL : Side.BUY;
    long sign = side == Side.BUY ? -1 : 1;
    long limit = (bars.openRaw(bar) / CENT + sign * random.nextInt(0, 100)) * CENT;
    long takeProfit = limit - sign * (1 + random.nextInt(100)) * CENT;
    long stop = limit + sign * (1 + random.nextInt(200)) * CENT;
    long from = bars.startNs(bar) + random.nextInt(2) * random.nextLong(STEP_NS);
    long expires = from + 1 + random.nextLong(temper.life * STEP_NS);
    boolean known = random.nextInt(4) > 0;
    @Nullable Price target = random.nextInt(4) > 0 ? new Price(takeProfit) : null;
    @Nullable Price trigger = random.nextInt(3) == 0 ? new Price(stop) : null;
    Intent intent =
        new Intent(
            new IntentId(instrument.id().value() + "-" + number),
            number % 3 == 0 ? "you" : "me",
            instrument.id(),
            side,
            new Quantity((20 + random.nextInt(40)) * Fixed.ONE),
            new Price(limit),
            expires,
            "test",
            random.nextInt(10) == 0 ? IntentKind.PROBE : IntentKind.ENTRY,
            random.nextInt(10) == 0,
            random.nextInt(10) == 0,
            known ? new Money(random.nextLong(-50, 100) * Fixed.ONE) : null,
            null,
            new ExitPlan(target, trigger, random.nextInt(-1, 2), random.nextInt(5) == 0),
            List.of());
    return new Planned(from, intent);
  }

  /// Bars one after the other, each from where the last one closed, give or take.
  private static final class Walk {
    private final SplittableRandom random;
    private final Temper temper;
    private final List<long[]> rows = new ArrayList<>();
    private long cents = 10_000;

    Walk(SplittableRandom random, Temper temper) {
      this.random = random;
      this.temper = temper;
    }

    void step(long startNs) {
      long open =
          cents + (random.nextInt(10) == 0 ? random.nextInt(-temper.jump, temper.jump + 1) : 0);
      long close = Math.max(5_000, open + random.nextInt(-temper.way, temper.way + 1));
      long high = Math.max(open, close) + random.nextInt(0, temper.wick);
      long low = Math.min(open, close) - random.nextInt(0, temper.wick);
      long volume = random.nextInt(6) == 0 ? random.nextInt(0, 30) : 100_000;
      rows.add(
          new long[] {
            startNs, open * CENT, high * CENT, low * CENT, close * CENT, volume * Fixed.ONE
          });
      cents = close;
    }

    void copy(Bars bars, int i) {
      rows.add(
          new long[] {
            bars.startNs(i),
            bars.openRaw(i),
            bars.highRaw(i),
            bars.lowRaw(i),
            bars.closeRaw(i),
            bars.volumeRaw(i)
          });
      cents = bars.closeRaw(i) / CENT;
    }

    Bars bars(Instrument instrument) {
      long[][] columns = new long[6][];
      for (int c = 0; c < columns.length; c++) {
        int column = c;
        columns[c] = rows.stream().mapToLong(row -> row[column]).toArray();
      }
      return new Bars(
          instrument,
          STEP_NS,
          columns[0],
          columns[1],
          columns[2],
          columns[3],
          columns[4],
          columns[5]);
    }
  }
}
