package headroom.sim.intents;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.calendar.TradingHours;
import headroom.core.intent.Intent;
import headroom.core.market.Bars;
import headroom.core.market.Instrument;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.sim.Week;
import headroom.sim.intents.Excursion.Rules;
import headroom.sim.intents.Excursion.Sides;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The generator against the same rules written down slowly (M26 to M31).
class ExcursionTest {
  private static final long DAY_NS = 86_400_000_000_000L;
  private static final long HALF_HOUR_NS = 1_800_000_000_000L;
  private static final MathContext WIDE = new MathContext(90, RoundingMode.HALF_EVEN);
  private static final TradingHours HOURS = Week.hours();

  /// A day with its prices; those of an incomplete one are not looked at.
  private record Day(
      long startNs, long endNs, String name, boolean complete, long high, long low, long close) {}

  private static BigDecimal number(long value) {
    return BigDecimal.valueOf(value);
  }

  /// A quotient of far more digits than it can need, rounded to where its errors are gone.
  private static long rounded(BigDecimal value, RoundingMode mode) {
    return value.setScale(40, RoundingMode.HALF_EVEN).setScale(0, mode).longValueExact();
  }

  private static Bars bars(Instrument instrument, SplittableRandom random, long tick) {
    List<long[]> rows = new ArrayList<>();
    long price = 10_000;
    boolean sparse = false;
    for (long at = Week.ns("06-30 00:00"); at < Week.ns("07-12 00:00"); at += HALF_HOUR_NS) {
      if (at % DAY_NS == 0) {
        sparse = random.nextInt(4) == 0;
      }
      boolean there = instrument.isCrypto() || HOURS.isOpen(at);
      if (!there || (sparse && random.nextInt(100) < 52)) {
        continue;
      }
      long open = price + random.nextInt(-30, 31);
      long close = open + random.nextInt(-60, 61);
      long high = Math.max(open, close) + random.nextInt(50);
      long low = Math.min(open, close) - random.nextInt(50);
      rows.add(new long[] {at, open * tick, high * tick, low * tick, close * tick, Fixed.ONE});
      price = close;
    }
    long[][] columns = new long[6][];
    for (int c = 0; c < columns.length; c++) {
      int column = c;
      columns[c] = rows.stream().mapToLong(row -> row[column]).toArray();
    }
    return new Bars(
        instrument,
        HALF_HOUR_NS,
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        columns[4],
        columns[5]);
  }

  private static List<Day> days(Bars bars) {
    List<Day> days = new ArrayList<>();
    if (bars.instrument().isStock()) {
      for (int session = 0; session < HOURS.sessions(); session++) {
        String name = Integer.toString(HOURS.date(session));
        days.add(day(bars, HOURS.opensNs(session), HOURS.closesNs(session), name));
      }
    } else {
      for (long at = Week.ns("06-30 00:00"); at <= Week.ns("07-12 00:00"); at += DAY_NS) {
        String name = "2025" + Week.text(at).substring(0, 5).replace("-", "");
        days.add(day(bars, at, at + DAY_NS, name));
      }
    }
    return days;
  }

  private static Day day(Bars bars, long startNs, long endNs, String name) {
    TreeMap<Long, Integer> inside = new TreeMap<>();
    long high = Long.MIN_VALUE;
    long low = Long.MAX_VALUE;
    for (int i = 0; i < bars.length(); i++) {
      if (bars.startNs(i) >= startNs && bars.startNs(i) < endNs) {
        inside.put(bars.startNs(i), i);
        high = Math.max(high, bars.highRaw(i));
        low = Math.min(low, bars.lowRaw(i));
      }
    }
    double slots = (double) (endNs - startNs) / HALF_HOUR_NS;
    boolean complete = inside.size() >= slots / 2;
    long close = inside.isEmpty() ? 0 : bars.closeRaw(inside.lastEntry().getValue());
    return new Day(startNs, endNs, name, complete, high, low, close);
  }

  private static BigDecimal quantile(List<BigDecimal> values, BigDecimal q) {
    List<BigDecimal> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    BigDecimal h = q.multiply(number(sorted.size() - 1));
    int below = h.intValue();
    if (below == sorted.size() - 1) {
      return sorted.getLast();
    }
    BigDecimal step = sorted.get(below + 1).subtract(sorted.get(below));
    return sorted.get(below).add(h.subtract(number(below)).multiply(step));
  }

  /// How far the last days ran beyond the close of the one before each.
  private static List<BigDecimal> runs(List<Day> past, int lookback, boolean down) {
    List<BigDecimal> runs = new ArrayList<>();
    for (int i = past.size() - lookback; i < past.size(); i++) {
      BigDecimal before = number(past.get(i - 1).close());
      BigDecimal extreme = number(down ? past.get(i).low() : past.get(i).high());
      BigDecimal ratio = extreme.divide(before, WIDE);
      BigDecimal run = down ? BigDecimal.ONE.subtract(ratio) : ratio.subtract(BigDecimal.ONE);
      runs.add(run.max(BigDecimal.ZERO));
    }
    return runs;
  }

  private static long limit(Instrument instrument, List<Day> past, Rules rules) {
    boolean isShort = isShort(rules);
    BigDecimal run = quantile(runs(past, rules.lookback(), !isShort), rules.entryQuantile());
    BigDecimal share = isShort ? BigDecimal.ONE.add(run) : BigDecimal.ONE.subtract(run);
    BigDecimal exact = share.multiply(number(past.getLast().close()));
    BigDecimal ticks = exact.divide(number(instrument.tickRaw()), WIDE);
    return rounded(ticks, isShort ? RoundingMode.CEILING : RoundingMode.FLOOR)
        * instrument.tickRaw();
  }

  private static boolean isShort(Rules rules) {
    return rules.sides() == Sides.SHORT;
  }

  private static List<String> slow(Bars bars, Rules rules) {
    List<String> intents = new ArrayList<>();
    Instrument instrument = bars.instrument();
    List<Day> days = days(bars);
    List<Day> past = new ArrayList<>();
    List<Long> own = new ArrayList<>();
    for (int d = 0; d < days.size(); d++) {
      Day day = days.get(d);
      boolean enough = past.size() >= rules.lookback() + 1;
      long limit = enough ? limit(instrument, past, rules) : 0;
      if (enough && days.get(d - 1).complete()) {
        intents.add(line(instrument, day, past, own, limit, rules));
      }
      if (day.complete()) {
        past.add(day);
        own.add(limit);
      }
    }
    return intents;
  }

  private static String line(
      Instrument instrument, Day day, List<Day> past, List<Long> own, long limit, Rules rules) {
    boolean isShort = isShort(rules);
    BigDecimal sign = isShort ? BigDecimal.ONE.negate() : BigDecimal.ONE;
    BigDecimal run = quantile(runs(past, rules.lookback(), isShort), rules.exitQuantile());
    BigDecimal usual =
        BigDecimal.ONE.add(run.multiply(sign)).multiply(number(past.getLast().close()));
    BigDecimal least = BigDecimal.ONE.add(rules.minEdge().multiply(sign)).multiply(number(limit));
    BigDecimal ticks =
        (isShort ? usual.min(least) : usual.max(least)).divide(number(instrument.tickRaw()), WIDE);
    long target =
        rounded(ticks, isShort ? RoundingMode.FLOOR : RoundingMode.CEILING) * instrument.tickRaw();
    BigDecimal loss = BigDecimal.valueOf(rules.stopLossPpm(), 6).multiply(sign);
    BigDecimal stopTicks =
        BigDecimal.ONE
            .subtract(loss)
            .multiply(number(limit))
            .divide(number(instrument.tickRaw()), WIDE);
    String stop =
        rules.stopLossPpm() == 0
            ? "none"
            : Fixed.text(
                rounded(stopTicks, isShort ? RoundingMode.CEILING : RoundingMode.FLOOR)
                    * instrument.tickRaw());
    BigDecimal steps =
        number(rules.notional().raw())
            .multiply(number(Fixed.ONE))
            .divide(number(limit), WIDE)
            .divide(number(instrument.stepRaw()), WIDE);
    long quantity = rounded(steps, RoundingMode.FLOOR) * instrument.stepRaw();
    BigDecimal sum = BigDecimal.ZERO;
    int reached = 0;
    for (int k = past.size() - rules.lookback(); k < past.size(); k++) {
      boolean touched =
          isShort ? past.get(k).high() >= own.get(k) : past.get(k).low() <= own.get(k);
      if (own.get(k) > 0 && touched) {
        BigDecimal gain = number(past.get(k).close() - own.get(k)).multiply(sign);
        sum = sum.add(gain.divide(number(own.get(k)), WIDE));
        reached++;
      }
    }
    String forecast = "unknown";
    if (reached >= 3) {
      BigDecimal value =
          sum.divide(number(reached), WIDE)
              .multiply(number(limit))
              .multiply(number(quantity))
              .divide(number(Fixed.ONE), WIDE);
      forecast = new Money(rounded(value, RoundingMode.HALF_EVEN)).toString();
    }
    return String.join(
        " ",
        instrument.id() + "-" + day.name() + (isShort ? "-short" : ""),
        isShort ? "sell" : "buy",
        Week.text(day.startNs()),
        Week.text(day.endNs()),
        Fixed.text(quantity),
        Fixed.text(limit),
        Fixed.text(target),
        stop,
        forecast);
  }

  private static String line(Planned planned) {
    Intent intent = planned.intent();
    Price target = intent.exit().takeProfit();
    Price stop = intent.exit().stop();
    Money forecast = intent.forecast();
    return String.join(
        " ",
        intent.id().value(),
        intent.side().word(),
        Week.text(planned.fromNs()),
        Week.text(intent.expiresNs()),
        intent.quantity().toString(),
        intent.limit().toString(),
        target == null ? "none" : target.toString(),
        stop == null ? "none" : stop.toString(),
        forecast == null ? "unknown" : forecast.toString());
  }

  @Test
  void makesTheIntentsThatTheRulesSay() {
    SplittableRandom random = new SplittableRandom(1);
    int made = 0;
    int known = 0;
    int shorts = 0;
    for (int round = 0; round < 400; round++) {
      long tick = Fixed.ONE / 100;
      Instrument instrument =
          round % 2 == 0 ? Instrument.stock("AAA") : Instrument.crypto("X/USD", tick);
      Rules rules =
          new Rules(
              2 + random.nextInt(3),
              BigDecimal.valueOf(random.nextInt(21), 2).multiply(BigDecimal.valueOf(5)),
              BigDecimal.valueOf(random.nextInt(101), 2),
              BigDecimal.valueOf(1 + random.nextInt(9), 3),
              Money.of("3500"),
              3,
              random.nextInt(3) * 12_345,
              round % 4 == 2 ? Sides.SHORT : Sides.LONG);
      Bars bars = bars(instrument, random, tick);

      List<String> fast =
          new Excursion(rules, HOURS)
              .intents(List.of(bars), Week.ns("06-29 00:00"), Week.ns("07-14 00:00")).stream()
                  .map(ExcursionTest::line)
                  .toList();

      assertThat(fast).as("round %s", round).isEqualTo(slow(bars, rules));
      made += fast.size();
      shorts += rules.sides() == Sides.SHORT ? fast.size() : 0;
      known += (int) fast.stream().filter(line -> !line.endsWith("unknown")).count();
    }
    assertThat(made).isGreaterThan(300);
    assertThat(shorts).isGreaterThan(100);
    assertThat(known).isGreaterThan(50);
  }

  @Test
  void sellsShortOnlyWhatMayBe() {
    SplittableRandom random = new SplittableRandom(2);
    long tick = Fixed.ONE / 100;
    Rules usual = Rules.DEFAULTS;
    Rules both =
        new Rules(
            3,
            usual.entryQuantile(),
            usual.exitQuantile(),
            usual.minEdge(),
            usual.notional(),
            3,
            10_000,
            Sides.BOTH);
    Bars stock = bars(Instrument.stock("AAA"), random, tick);
    Bars pair = bars(Instrument.crypto("X/USD", tick), random, tick);

    List<Intent> made =
        new Excursion(both, HOURS)
            .intents(List.of(stock, pair), Week.ns("06-29 00:00"), Week.ns("07-14 00:00")).stream()
                .map(Planned::intent)
                .toList();

    assertThat(made).filteredOn(one -> one.side() == Side.SELL).isNotEmpty();
    assertThat(made)
        .filteredOn(one -> one.side() == Side.SELL)
        .allMatch(one -> one.instrument().value().equals("AAA"));
    assertThat(made.stream().map(Intent::id).distinct()).hasSameSizeAs(made);
    assertThat(made.stream().map(Intent::instrument).map(Object::toString).distinct()).hasSize(2);
  }
}
