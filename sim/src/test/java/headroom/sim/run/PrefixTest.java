package headroom.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.market.Bars;
import headroom.core.steal.Contender;
import headroom.core.steal.StealPolicy;
import headroom.sim.RandomMarket;
import headroom.sim.check.Prefix;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// What is decided up to a time does not change when what comes after it does.
class PrefixTest {
  private static final int CUTS = 120;

  private static long cutNs(RandomMarket market, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Bars bars = market.series().get(random.nextInt(market.series().size()));
    long startNs = bars.startNs(random.nextInt(bars.length()));
    // Who looks ahead by one bar is found out only if the very next bar is another.
    return seed % 2 == 0 ? startNs : startNs + random.nextLong(RandomMarket.STEP_NS);
  }

  @Test
  void anotherFutureLeavesThePastAsItIs() {
    long compared = 0;
    for (int number = 0; number < CUTS; number++) {
      RandomMarket market = RandomMarket.of(number);
      long cutNs = cutNs(market, number);
      RunSettings settings = Variant.of(number);

      List<String> full = Prefix.before(cutNs, Variant.run(settings, market));
      List<String> scrambled =
          Prefix.before(cutNs, Variant.run(settings, market.scrambledFrom(cutNs, ~number)));

      assertThat(scrambled).as("market %s", number).isEqualTo(full);
      compared += full.size();
    }
    assertThat(compared).isGreaterThan(CUTS * 5);
  }

  @Test
  void noFutureLeavesThePastAsItIs() {
    for (int number = 0; number < CUTS; number++) {
      RandomMarket market = RandomMarket.of(number);
      long cutNs = cutNs(market, number);
      RunSettings settings = Variant.of(number);
      Period until = new Period(market.period().fromNs(), cutNs + 1, market.period().dayEndsNs());
      RandomMarket past =
          new RandomMarket(market.truncatedAt(cutNs).series(), market.intents(), until);

      List<String> full = Prefix.before(cutNs, Variant.run(settings, market));
      List<String> truncated = Prefix.before(cutNs, Variant.run(settings, past));

      assertThat(truncated).as("market %s", number).isEqualTo(full);
    }
  }

  /// Knows where all prices end, before they do.
  private record Clairvoyant(long future) implements StealPolicy {
    static Clairvoyant of(RandomMarket market) {
      long future = 0;
      for (Bars bars : market.series()) {
        for (int i = 0; i < bars.length(); i++) {
          future = future * 31 + bars.closeRaw(i);
        }
      }
      return new Clairvoyant(future);
    }

    @Override
    public long worth(Contender contender) {
      return (contender.idHash() ^ future) * 0x9e3779b97f4a7c15L;
    }
  }

  @Test
  void aPolicyThatLooksAheadIsFoundOut() {
    boolean found = false;
    for (int number = 0; number < CUTS && !found; number++) {
      RandomMarket market = RandomMarket.of(number);
      long cutNs = cutNs(market, number);
      RandomMarket other = market.scrambledFrom(cutNs, ~number);

      List<String> full =
          Prefix.before(cutNs, Variant.run(Variant.of(number, Clairvoyant.of(market)), market));
      List<String> scrambled =
          Prefix.before(cutNs, Variant.run(Variant.of(number, Clairvoyant.of(other)), other));

      found = !scrambled.equals(full);
    }
    assertThat(found).isTrue();
  }
}
