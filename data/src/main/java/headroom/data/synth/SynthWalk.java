package headroom.data.synth;

import headroom.core.market.Instrument;
import java.util.SplittableRandom;

/// The price of one instrument, move by move.
///
/// The price lives on the tick. A move is `price · (drift + σ·z)` in ticks, rounded up or down by
/// chance so that its mean is not changed; z is symmetric, and σ is known before z is drawn. Hence
/// without drift the price is a martingale, exactly and at every move, and so are the opens and
/// closes of its bars; there is no rounding of a hidden price that one could trade against.
///
/// Not thread safe; owned by the maker of one series.
final class SynthWalk {

  private final SynthTruth truth;
  private final SplittableRandom moves;
  private final double own;
  private final double tickRaw;
  private final long tick;

  private long priceRaw;

  /// The part of past moves of its own that is still to be taken back, as a fraction.
  private double displaced;

  SynthWalk(SynthTruth truth, Instrument instrument, long startRaw, SplittableRandom moves) {
    this.truth = truth;
    this.moves = moves;
    this.own = Math.sqrt(1 - truth.marketCorrelation() * truth.marketCorrelation());
    this.tick = instrument.tickRaw();
    this.tickRaw = tick;
    this.priceRaw = startRaw;
  }

  long priceRaw() {
    return priceRaw;
  }

  /// One continuous move.
  ///
  /// @param sigma its standard deviation, as a fraction
  /// @param market the market's move, mean 0 and deviation 1
  /// @param drift its expected size, as a fraction
  /// @param reversion the share of the displacement that is taken back in it
  void move(double sigma, double market, double drift, double reversion) {
    long bits = moves.nextLong();
    double ownMove = own * Chance.symmetric((int) bits);
    double back = reversion * displaced;
    displaced += truth.reversionShare() * sigma * ownMove - back;
    step(
        drift - back + sigma * (truth.marketCorrelation() * market + ownMove), (int) (bits >>> 32));
  }

  /// A sudden move: a jump or the gap between two sessions.
  ///
  /// @param size its standard deviation, as a fraction
  void jump(double size) {
    long bits = moves.nextLong();
    step(size * Chance.symmetric((int) bits), (int) (bits >>> 32));
  }

  private void step(double fraction, int bits) {
    double ticks = priceRaw / tickRaw * fraction;
    double below = Math.floor(ticks);
    long whole = (long) below + (Chance.uniform(bits) < ticks - below ? 1 : 0);
    long changeRaw = whole * tick;
    // Nothing may take the price to zero; leaving out moves up of that size keeps the balance.
    if (Math.abs(changeRaw) < priceRaw) {
      priceRaw += changeRaw;
    }
  }
}
