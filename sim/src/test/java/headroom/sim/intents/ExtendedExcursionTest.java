package headroom.sim.intents;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.calendar.TradingHours;
import headroom.core.intent.Intent;
import headroom.core.market.Bars;
import headroom.core.market.Instrument;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.sim.Week;
import headroom.sim.path.Tape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// Generated intents for extended hours are those of the core session, from when trading begins on
/// their day until it ends.
class ExtendedExcursionTest {
  private static final long STEP_NS = 1_800_000_000_000L;
  private static final TradingHours HOURS = Week.extendedHours();
  private static final Excursion.Rules RULES =
      new Excursion.Rules(
          2,
          new BigDecimal("0.5"),
          new BigDecimal("0.5"),
          new BigDecimal("0.003"),
          Money.of("3500"),
          3,
          0,
          Excursion.Sides.BOTH);

  private static Bars bars(SplittableRandom random) {
    List<long[]> rows = new ArrayList<>();
    long price = 10_000;
    for (long at = Week.ns("06-30 00:00"); at < Week.ns("07-12 00:00"); at += STEP_NS) {
      if (HOURS.extended().isOpen(at)) {
        long close = price + random.nextInt(-60, 61);
        // What is wild before and after the session must not be looked at.
        long wick = HOURS.isOpen(at) ? random.nextInt(50) : 3_000;
        rows.add(
            new long[] {
              at, price, Math.max(price, close) + wick, Math.min(price, close) - wick, close
            });
        price = close;
      }
    }
    long[][] columns = new long[6][rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      columns[0][i] = rows.get(i)[0];
      for (int c = 1; c < 5; c++) {
        columns[c][i] = rows.get(i)[c] * Fixed.ONE / 100;
      }
      columns[5][i] = 1_000 * Fixed.ONE;
    }
    return new Bars(
        Instrument.stock("AAA"),
        STEP_NS,
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        columns[4],
        columns[5]);
  }

  private static List<Planned> planned(Bars bars, TradingHours hours, boolean extended) {
    return new Excursion(RULES.withExtendedHours(extended), hours)
        .intents(
            Tape.of(List.of(bars), hours).series(), Week.ns("06-30 00:00"), Week.ns("07-12 00:00"));
  }

  @RepeatedTest(20)
  void areThoseOfTheCoreSessionForLonger(RepetitionInfo repetition) {
    Bars bars = bars(new SplittableRandom(repetition.getCurrentRepetition()));
    List<Planned> core = planned(bars, Week.hours(), false);
    List<Planned> extended = planned(bars, HOURS, true);
    assertThat(core).hasSizeGreaterThan(8);
    assertThat(extended).hasSameSizeAs(core);
    for (int i = 0; i < core.size(); i++) {
      Intent one = core.get(i).intent();
      Intent other = extended.get(i).intent();
      int session = HOURS.sessionAt(core.get(i).fromNs());
      assertThat(extended.get(i).fromNs()).isEqualTo(HOURS.extended().opensNs(session));
      assertThat(other.expiresNs()).isEqualTo(HOURS.extended().closesNs(session));
      assertThat(other.extendedHours()).isTrue();
      assertThat(other.id()).isEqualTo(one.id());
      assertThat(other.limit()).isEqualTo(one.limit());
      assertThat(other.quantity()).isEqualTo(one.quantity());
      assertThat(other.exit()).isEqualTo(one.exit());
      assertThat(other.forecast()).isEqualTo(one.forecast());
    }
  }
}
