package headroom.bench.naive;

import headroom.core.market.Quote;
import org.jspecify.annotations.Nullable;

/// The last price of an instrument.
final class Ticker {
  @Nullable Quote quote;
  long quotedNs = Long.MIN_VALUE;

  /// How many prices came so far.
  long count;

  /// At which price positions are valued; 0 while unknown.
  long markRaw;
}
