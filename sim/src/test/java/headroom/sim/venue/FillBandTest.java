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
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.sim.RandomMarket;
import headroom.sim.Week;
import headroom.sim.account.Account;
import headroom.sim.account.Fill;
import headroom.sim.path.MinMaxIndex;
import headroom.sim.path.PathModel;
import headroom.sim.path.SlowPath;
import headroom.sim.path.Track;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// For a fixed set of orders TOUCH fills at least as much as THROUGH, and that as VOLUME.
class FillBandTest {
  private static final long CENT = Fixed.ONE / 100;

  /// An order and when it is sent.
  private record Sent(long timeNs, Place place) {}

  private static List<Sent> orders(Bars bars, SplittableRandom random) {
    List<Sent> orders = new ArrayList<>();
    for (int n = 0; n < 12; n++) {
      int bar = random.nextInt(bars.length());
      Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
      long away = random.nextLong(-20, 120) * CENT;
      long limit = bars.openRaw(bar) / CENT * CENT + (side == Side.BUY ? -away : away);
      orders.add(
          new Sent(
              bars.startNs(bar) + random.nextLong(bars.stepNs()),
              new Place(
                  new OrderId("A-" + n),
                  new IntentId("A-" + n),
                  bars.id(),
                  side,
                  new Quantity((20 + random.nextInt(40)) * Fixed.ONE),
                  new Price(limit),
                  Purpose.ENTRY,
                  TimeInForce.GTC,
                  new Cause.Free(0))));
    }
    orders.sort((a, b) -> Long.compare(a.timeNs(), b.timeNs()));
    return orders;
  }

  private static List<Fill> play(Bars bars, PathModel path, FillRule rule, List<Sent> orders) {
    Track track = new Track(bars, new MinMaxIndex(bars), SlowPath.extremes(path), Week.hours());
    List<Instrument> instruments = List.of(bars.instrument());
    Account account = new Account(instruments, Money.of("1"), 0);
    SimVenue venue =
        new SimVenue(
            new VenueRules(rule, 500, new Latency.Constant(0), new Latency.Constant(0), Costs.NONE),
            Week.hours(),
            List.of(track),
            account,
            new Account(instruments, Money.of("1"), 0),
            1);
    int next = 0;
    track.advance(bars.startNs(0) - 1);
    while (true) {
      long sendNs = next < orders.size() ? orders.get(next).timeNs() : Long.MAX_VALUE;
      long pricesNs = Math.min(track.nextKnotNs(), venue.nextFillNs());
      long timeNs = Math.min(sendNs, pricesNs);
      if (timeNs == Long.MAX_VALUE) {
        return account.fills();
      }
      track.advance(timeNs);
      venue.advance(timeNs);
      if (sendNs == timeNs) {
        venue.execute(orders.get(next).place());
        venue.arrive();
        next++;
      }
      if (pricesNs == timeNs) {
        venue.match(true);
      }
    }
  }

  /// What is filled of each order by each time.
  private static NavigableMap<Long, Long> filled(List<Fill> fills) {
    TreeMap<Long, Long> byTime = new TreeMap<>();
    byTime.put(Long.MIN_VALUE, 0L);
    for (Fill fill : fills) {
      long before = byTime.lastEntry().getValue();
      byTime.put(fill.timeNs(), before + fill.quantity().raw());
    }
    return byTime;
  }

  private static void requireNeverLess(List<Fill> kinder, List<Fill> harder, String what) {
    NavigableMap<Long, Long> more = filled(kinder);
    filled(harder)
        .forEach((timeNs, units) ->
            assertThat(more.floorEntry(timeNs).getValue()).as(what).isGreaterThanOrEqualTo(units));
  }

  @Test
  void aKinderRuleHasFilledAtLeastAsMuchOfEveryOrderAtEveryTime() {
    SplittableRandom random = new SplittableRandom(1);
    List<PathModel> paths = List.of(PathModel.values());
    long[] units = new long[3];
    int partial = 0;
    for (int seed = 0; seed < 60; seed++) {
      Bars bars = RandomMarket.of(seed).series().get(3 + seed % 3);
      PathModel path = paths.get(seed % paths.size());
      for (Sent order : orders(bars, random)) {
        List<Fill> touch = play(bars, path, FillRule.TOUCH, List.of(order));
        List<Fill> through = play(bars, path, FillRule.THROUGH, List.of(order));
        List<Fill> volume = play(bars, path, FillRule.VOLUME, List.of(order));
        requireNeverLess(touch, through, seed + " touch, through");
        requireNeverLess(through, volume, seed + " through, volume");
        units[0] += filled(touch).lastEntry().getValue();
        units[1] += filled(through).lastEntry().getValue();
        units[2] += filled(volume).lastEntry().getValue();
        partial += volume.size() > 1 ? 1 : 0;
      }
    }
    assertThat(units[0]).isGreaterThan(units[1]);
    assertThat(units[1]).isGreaterThan(units[2]);
    assertThat(partial).isGreaterThan(50);
  }

  @Test
  void ordersTogetherTakeNoMoreThanTheirShareOfTheBar() {
    SplittableRandom random = new SplittableRandom(2);
    int limited = 0;
    for (int seed = 0; seed < 60; seed++) {
      Bars bars = RandomMarket.of(seed).series().get(3 + seed % 3);
      TreeMap<Long, Long> taken = new TreeMap<>();
      for (Fill fill : play(bars, PathModel.BRIDGE, FillRule.VOLUME, orders(bars, random))) {
        taken.merge(
            bars.startNs(bars.firstFrom(fill.timeNs() + 1) - 1), fill.quantity().raw(), Long::sum);
      }
      for (int bar = 0; bar < bars.length(); bar++) {
        // 500 ppm of it, to the step of a billionth.
        long most = Fixed.scaled(bars.volumeRaw(bar), 500, 1_000_000, RoundingMode.FLOOR);
        long units = taken.getOrDefault(bars.startNs(bar), 0L);
        assertThat(units).isLessThanOrEqualTo(most);
        limited += units > 0 && units == most ? 1 : 0;
      }
    }
    assertThat(limited).isGreaterThan(10);
  }
}
