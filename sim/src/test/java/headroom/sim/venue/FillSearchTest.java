package headroom.sim.venue;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.engine.Cause;
import headroom.core.engine.Command.Place;
import headroom.core.engine.Command.Purpose;
import headroom.core.engine.TimeInForce;
import headroom.core.intent.IntentId;
import headroom.core.intent.OrderId;
import headroom.core.market.Bars;
import headroom.core.market.Instrument;
import headroom.core.market.Side;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.sim.Week;
import headroom.sim.account.Account;
import headroom.sim.account.Fill;
import headroom.sim.path.MinMaxIndex;
import headroom.sim.path.PathModel;
import headroom.sim.path.SlowPath;
import headroom.sim.path.SlowPath.Line;
import headroom.sim.path.Track;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The venue against a search that looks at every nanosecond of very short bars.
class FillSearchTest {
  private static final Instrument PAIR = Instrument.crypto("X/USD", 1);
  private static final long VOLUME = 1_000_000;

  /// What is expected of one order.
  private record Expected(long timeNs, long priceRaw, boolean maker) {}

  private static Bars bars(long stepNs, SplittableRandom random) {
    int n = 5;
    long[][] columns = new long[6][n];
    long at = Week.ns("07-01 14:00");
    for (int i = 0; i < n; i++) {
      long low = 100L + random.nextInt(30);
      long high = low + random.nextInt(30);
      columns[0][i] = at;
      columns[1][i] = random.nextLong(low, high + 1);
      columns[2][i] = high;
      columns[3][i] = low;
      columns[4][i] = random.nextLong(low, high + 1);
      columns[5][i] = VOLUME;
      at += stepNs * (1 + random.nextInt(2));
    }
    return new Bars(
        PAIR, stepNs, columns[0], columns[1], columns[2], columns[3], columns[4], columns[5]);
  }

  private static @Nullable Expected search(
      Bars bars, PathModel model, long sentNs, long limit, long level, boolean buys) {
    for (int bar = 0; bar < bars.length(); bar++) {
      long open = bars.openRaw(bar);
      if (bars.startNs(bar) >= sentNs && (buys ? open <= level : open >= level)) {
        return new Expected(bars.startNs(bar), open, true);
      }
      for (Line line : SlowPath.lines(bars, model, bar, bars.stepNs())) {
        for (long time = line.fromNs(); time <= line.toNs(); time++) {
          boolean isOpen = time == bars.startNs(bar);
          if (time < sentNs || isOpen || !line.isBeyond(time, level, buys)) {
            continue;
          }
          if (time > sentNs) {
            return new Expected(time, limit, true);
          }
          long path =
              line.scaled(time)
                  .divide(line.length(), 0, buys ? RoundingMode.CEILING : RoundingMode.FLOOR)
                  .longValueExact();
          return new Expected(time, buys ? Math.min(path, limit) : Math.max(path, limit), false);
        }
      }
    }
    return null;
  }

  private static List<Fill> play(
      Bars bars, PathModel model, FillRule rule, long sentNs, Place place) {
    Track track = new Track(bars, new MinMaxIndex(bars), SlowPath.extremes(model), Week.hours());
    List<Instrument> instruments = List.of(PAIR);
    Account account = new Account(instruments, Money.of("1"), 0);
    SimVenue venue =
        new SimVenue(
            new VenueRules(rule, 0, 0, Costs.NONE),
            Week.hours(),
            List.of(track),
            account,
            new Account(instruments, Money.of("1"), 0),
            1);
    long end = bars.startNs(bars.length() - 1) + bars.stepNs();
    for (long time = bars.startNs(0); time < end; time++) {
      track.advance(time);
      venue.advance(time);
      if (time == sentNs) {
        venue.execute(place);
        venue.arrive();
      }
      if (track.isOpening() || venue.nextFillNs() == time) {
        venue.match(true);
      }
    }
    return account.fills();
  }

  @Test
  void fillsAtTheFirstNanosecondAtWhichThePathIsThere() {
    SplittableRandom random = new SplittableRandom(1);
    int jumps = 0;
    int moves = 0;
    int takers = 0;
    int none = 0;
    for (int round = 0; round < 4_000; round++) {
      long stepNs = 9L + random.nextInt(20);
      Bars bars = bars(stepNs, random);
      PathModel model = List.of(PathModel.values()).get(round % 3);
      FillRule rule = List.of(FillRule.values()).get(round / 3 % 2);
      boolean buys = random.nextBoolean();
      Side side = buys ? Side.BUY : Side.SELL;
      long limit = 98 + random.nextLong(64);
      long sentNs = bars.startNs(0) + random.nextLong(6 * stepNs);
      Place place =
          new Place(
              new OrderId("A-1"),
              new IntentId("A"),
              PAIR.id(),
              side,
              new Quantity(1),
              new Price(limit),
              Purpose.ENTRY,
              TimeInForce.GTC,
              new Cause.Free(0));

      List<Fill> fills = play(bars, model, rule, sentNs, place);

      long level = rule == FillRule.TOUCH ? limit : limit + (buys ? -1 : 1);
      long end = bars.startNs(bars.length() - 1) + stepNs;
      Expected expected = sentNs < end ? search(bars, model, sentNs, limit, level, buys) : null;
      if (expected == null) {
        none++;
        assertThat(fills).as("round %s", round).isEmpty();
        continue;
      }
      assertThat(fills).as("round %s", round).hasSize(1);
      Fill fill = fills.getFirst();
      assertThat(new Expected(fill.timeNs(), fill.price().raw(), fill.maker()))
          .as("round %s", round)
          .isEqualTo(expected);
      takers += expected.maker() ? 0 : 1;
      jumps += expected.maker() && expected.priceRaw() != limit ? 1 : 0;
      moves += expected.maker() && expected.priceRaw() == limit ? 1 : 0;
    }
    assertThat(List.of(jumps, moves, takers, none)).allMatch(count -> count > 100);
  }
}
