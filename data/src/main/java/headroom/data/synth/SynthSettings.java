package headroom.data.synth;

import java.time.LocalDate;

/// What market to make up.
///
/// @param seed the number from which all chance follows
/// @param from the first date
/// @param to the last date, included
/// @param stepMinutes the length of a bar; a divisor of 60
/// @param stocks how many stocks; from 0 to 99
/// @param crypto how many coins; from 0 to 99
/// @param driftless whether every price is a martingale: no drift and no reversion, so that nothing
///   that is decided from the past can earn on average
public record SynthSettings(
    long seed,
    LocalDate from,
    LocalDate to,
    int stepMinutes,
    int stocks,
    int crypto,
    boolean driftless) {

  /// The start of chance when nobody names one.
  public static final long DEFAULT_SEED = 1;

  /// Long enough for a look-back of twenty sessions and as many again.
  public static final LocalDate DEFAULT_FROM = LocalDate.of(2025, 3, 3);

  public static final LocalDate DEFAULT_TO = LocalDate.of(2025, 5, 2);

  public static final int MOST_INSTRUMENTS = 99;

  public SynthSettings {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("to must be %s or later, was %s".formatted(from, to));
    }
    if (stepMinutes < 1 || 60 % stepMinutes != 0) {
      throw new IllegalArgumentException(
          "step must be a divisor of 60 minutes, was %s".formatted(stepMinutes));
    }
    requireCount("stocks", stocks);
    requireCount("crypto", crypto);
    if (stocks + crypto == 0) {
      throw new IllegalArgumentException("stocks and crypto must be at least 1 together, was 0");
    }
  }

  private static void requireCount(String name, int count) {
    if (count < 0 || count > MOST_INSTRUMENTS) {
      throw new IllegalArgumentException(
          "%s must be from 0 to %s, was %s".formatted(name, MOST_INSTRUMENTS, count));
    }
  }

  /// Two months of six stocks and six coins in bars of five minutes.
  public static SynthSettings defaults() {
    return new SynthSettings(DEFAULT_SEED, DEFAULT_FROM, DEFAULT_TO, 5, 6, 6, false);
  }

  public SynthSettings withSeed(long seed) {
    return new SynthSettings(seed, from, to, stepMinutes, stocks, crypto, driftless);
  }

  public SynthSettings withPeriod(LocalDate from, LocalDate to) {
    return new SynthSettings(seed, from, to, stepMinutes, stocks, crypto, driftless);
  }

  public SynthSettings withStepMinutes(int stepMinutes) {
    return new SynthSettings(seed, from, to, stepMinutes, stocks, crypto, driftless);
  }

  public SynthSettings withInstruments(int stocks, int crypto) {
    return new SynthSettings(seed, from, to, stepMinutes, stocks, crypto, driftless);
  }

  public SynthSettings withDriftless(boolean driftless) {
    return new SynthSettings(seed, from, to, stepMinutes, stocks, crypto, driftless);
  }
}
