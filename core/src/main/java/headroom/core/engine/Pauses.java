package headroom.core.engine;

import java.util.ArrayList;
import java.util.List;

/// How long the engine waits, and how old things may be. Times in nanoseconds.
///
/// @param rejectRetryNs the pause of an intent after its order was rejected for a reason that time
///   can cure; doubles with each further rejection
/// @param rejectRetryMaxNs the longest such pause
/// @param exitLeadNs how long before the end of its last day a position is closed at market
/// @param stockQuoteAgeNs from which age the price of a stock is stale; 0: never
/// @param cryptoQuoteAgeNs from which age the price of a crypto pair is stale; 0: never
/// @param maxThroughPpm an intent whose price has passed its limit by more than this is not ready,
///   in parts per million of the limit; −1: off
public record Pauses(
    long rejectRetryNs,
    long rejectRetryMaxNs,
    long exitLeadNs,
    long stockQuoteAgeNs,
    long cryptoQuoteAgeNs,
    int maxThroughPpm) {
  private static final long SECOND_NS = 1_000_000_000L;

  /// 20 s: longer than a venue's hiccup.
  public static final long DEFAULT_REJECT_RETRY_NS = 20 * SECOND_NS;

  /// 15 min.
  public static final long DEFAULT_REJECT_RETRY_MAX_NS = 900 * SECOND_NS;

  /// 60 s: enough for a cancel and a market order before the session ends.
  public static final long DEFAULT_EXIT_LEAD_NS = 60 * SECOND_NS;

  /// The values of the lab, where a price stays valid until the next one.
  public static final Pauses DEFAULTS =
      new Pauses(
          DEFAULT_REJECT_RETRY_NS, DEFAULT_REJECT_RETRY_MAX_NS, DEFAULT_EXIT_LEAD_NS, 0, 0, -1);

  public Pauses {
    List<String> problems = new ArrayList<>();
    if (rejectRetryNs < 1) {
      problems.add("reject-retry must be above 0 ns, was " + rejectRetryNs);
    }
    if (rejectRetryMaxNs < rejectRetryNs) {
      problems.add(
          "reject-retry-max must be at least reject-retry %s ns, was %s"
              .formatted(rejectRetryNs, rejectRetryMaxNs));
    }
    if (exitLeadNs < 0 || stockQuoteAgeNs < 0 || cryptoQuoteAgeNs < 0) {
      problems.add(
          "exit-lead and max-quote-age must be at least 0 ns, was %s, %s and %s"
              .formatted(exitLeadNs, stockQuoteAgeNs, cryptoQuoteAgeNs));
    }
    if (maxThroughPpm < -1 || maxThroughPpm > 1_000_000) {
      problems.add("max-through must be from 0 to 1000000 ppm, was " + maxThroughPpm);
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
  }
}
