package headroom.sim.path;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.calendar.TradingHours;
import headroom.core.market.Bars;
import headroom.core.market.Instrument;
import headroom.sim.Week;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Far jumps along a path against going from knot to knot, and what is said of the way.
class TrackJumpTest {
  private static final TradingHours HOURS = Week.hours();
  private static final long STEP_NS = 300_000_000_000L;

  /// One knot as it is met.
  private record Knot(long timeNs, long priceRaw) {}

  private static Bars bars(boolean stock, SplittableRandom random) {
    List<long[]> rows = new ArrayList<>();
    // The last bar of a stock begins a little before the close, and ends there.
    long at = Week.ns(stock ? "07-02 18:02" : "07-02 18:00");
    long price = 10_000;
    while (rows.size() < 80) {
      if (!stock || HOURS.isOpen(at)) {
        long low = price - random.nextInt(20);
        long high = price + random.nextInt(20);
        long close = random.nextLong(low, high + 1);
        rows.add(new long[] {at, random.nextLong(low, high + 1), high, low, close, 1});
        price = close;
      }
      at += STEP_NS * (random.nextInt(8) == 0 ? 1 + random.nextInt(12) : 1);
    }
    long[][] columns = new long[6][];
    for (int c = 0; c < columns.length; c++) {
      int column = c;
      columns[c] = rows.stream().mapToLong(row -> row[column]).toArray();
    }
    return new Bars(
        stock ? Instrument.stock("AAA") : Instrument.crypto("X/USD", 1),
        STEP_NS,
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        columns[4],
        columns[5]);
  }

  private static Track track(Bars bars, int round) {
    PathModel model = List.of(PathModel.values()).get(round % PathModel.values().length);
    return new Track(bars, new MinMaxIndex(bars), SlowPath.extremes(model), HOURS);
  }

  private static List<Knot> knots(Track track) {
    List<Knot> knots = new ArrayList<>();
    for (long next = track.nextKnotNs(); next < Long.MAX_VALUE; next = track.nextKnotNs()) {
      track.advance(next);
      knots.add(new Knot(next, track.priceRaw()));
    }
    return knots;
  }

  private static String describe(Track track) {
    String place =
        "over %s, path %s, knot %s, opening %s, next %s"
            .formatted(
                track.isOver(),
                track.hasPath(),
                track.isKnot(),
                track.isOpening(),
                track.nextKnotNs());
    return track.hasPath()
        ? place + ", at %s of %s".formatted(track.priceRaw(), track.segmentEndNs())
        : place;
  }

  @Test
  void aJumpEndsWhereStepsEnd() {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 150; round++) {
      Bars bars = bars(round % 2 == 0, random);
      List<Knot> knots = knots(track(bars, round));
      Track jumping = track(bars, round);
      Track stepping = track(bars, round);
      int met = 0;
      long now = bars.startNs(0) - 1;
      while (now < bars.startNs(bars.length() - 1) + 2 * STEP_NS) {
        long way = random.nextInt(3) == 0 ? 40 * STEP_NS : 2 * STEP_NS;
        now += 1 + random.nextLong(way);
        boolean onKnot = random.nextInt(3) == 0 && met < knots.size();
        now = onKnot ? Math.max(now, knots.get(met).timeNs()) : now;
        while (met < knots.size() && knots.get(met).timeNs() <= now) {
          stepping.advance(knots.get(met).timeNs());
          met++;
        }
        stepping.advance(now);
        jumping.advance(now);
        assertThat(describe(jumping))
            .as("round %s at %s", round, now)
            .isEqualTo(describe(stepping));
      }
    }
  }

  @Test
  void whatLiesAheadIsWhatIsMet() {
    SplittableRandom random = new SplittableRandom(2);
    int ends = 0;
    for (int round = 0; round < 400; round++) {
      Bars bars = bars(round % 2 == 0, random);
      List<Knot> knots = knots(track(bars, round));
      Track track = track(bars, round);
      // From a knot, or a little later.
      int start = random.nextInt(knots.size());
      long startNs = knots.get(start).timeNs();
      boolean far = start + 1 == knots.size() || knots.get(start + 1).timeNs() > startNs + 1;
      long fromNs = startNs + (far ? random.nextInt(2) : 0);
      long toNs = fromNs + random.nextLong(30 * STEP_NS);
      track.advance(fromNs);
      List<Knot> met =
          knots.stream().filter(knot -> knot.timeNs() > fromNs && knot.timeNs() <= toNs).toList();

      assertThat(track.ahead().lastKnotNs(toNs))
          .isEqualTo(met.isEmpty() ? Long.MIN_VALUE : met.getLast().timeNs());
      long low = met.stream().mapToLong(Knot::priceRaw).min().orElse(Long.MAX_VALUE);
      long high = met.stream().mapToLong(Knot::priceRaw).max().orElse(Long.MIN_VALUE);
      assertThat(track.ahead().lookAtKnots(toNs)).as("round %s", round).isEqualTo(!met.isEmpty());
      assertThat(track.ahead().lowestRaw()).as("round %s", round).isEqualTo(low);
      assertThat(track.ahead().highestRaw()).as("round %s", round).isEqualTo(high);
      // These may be further out, by what is left of the last bar.
      track.ahead().look(toNs);
      assertThat(track.ahead().lowestRaw()).isLessThanOrEqualTo(low);
      assertThat(track.ahead().highestRaw()).isGreaterThanOrEqualTo(high);
      if (!met.isEmpty()) {
        long firstNs =
            met.stream().filter(knot -> knot.priceRaw() == low).findFirst().orElseThrow().timeNs();
        assertThat(track.ahead().knotAtNs(low, toNs)).isEqualTo(firstNs);
        track.advance(met.getLast().timeNs() + STEP_NS);
        if (!track.hasPath()) {
          ends++;
          assertThat(track.closedRaw())
              .isEqualTo(
                  knots.stream()
                      .filter(knot -> knot.timeNs() <= met.getLast().timeNs() + STEP_NS)
                      .toList()
                      .getLast()
                      .priceRaw());
        }
      }
    }
    assertThat(ends).isGreaterThan(20);
  }
}
