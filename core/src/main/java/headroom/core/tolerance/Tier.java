package headroom.core.tolerance;

/// What holds for the intents up to a rank of forecast within their asset class. It replaces the
/// tolerances of the class, not those of an intent or an instrument.
///
/// @param upToRank the worst rank that still belongs to it, 1 being the best; `Integer.MAX_VALUE`
///   for the last tier, which also has those without a forecast
/// @param entryPpm how near its limit an intent must be for its order to rest, in parts per million
///   of the limit; 1 to 1 000 000
/// @param stealPpm how near it must be to take capacity from others
/// @param takesFree whether free capacity is for it; otherwise it may only steal
public record Tier(int upToRank, int entryPpm, int stealPpm, boolean takesFree) {
  private static final int MOST_PPM = 1_000_000;

  public Tier {
    boolean sound =
        upToRank > 0
            && entryPpm > 0
            && entryPpm <= MOST_PPM
            && stealPpm > 0
            && stealPpm <= MOST_PPM;
    if (!sound) {
      throw new IllegalArgumentException(
          "a tier must have a rank above 0 and tolerances from 1 to 1000000 ppm, was %s, %s and %s"
              .formatted(upToRank, entryPpm, stealPpm));
    }
  }
}
