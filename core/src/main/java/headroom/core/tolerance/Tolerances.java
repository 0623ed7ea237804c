package headroom.core.tolerance;

import headroom.core.calendar.Regime;
import headroom.core.intent.Intent;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import java.util.Collections;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How near the market must come to a limit before the engine treats an order specially.
///
/// Every value is a [Distance], in parts per million of the limit price: 6 600 ppm is 0.66 %. Which
/// value holds is asked at every decision, with the regime of that instant; it is never kept.
///
/// @param stockPpm entry tolerance of stocks; 1 to 1 000 000
/// @param cryptoPpm entry tolerance of crypto while the exchange is open; 1 to 1 000 000
/// @param cryptoOutOfHoursPpm entry tolerance of crypto while it is closed; 1 to 1 000 000
/// @param stealPpm an intent this near may take capacity from another order; null: its entry
///   tolerance in force
/// @param protectPpm a resting order this near is about to fill and is never stolen from; 0 to 1
///   000 000
/// @param instrumentPpm entry tolerances of single instruments
public record Tolerances(
    int stockPpm,
    int cryptoPpm,
    int cryptoOutOfHoursPpm,
    @Nullable Integer stealPpm,
    int protectPpm,
    SequencedMap<InstrumentId, Integer> instrumentPpm) {

  /// Entry tolerance of stocks: 0.66 %, the origin's value.
  public static final int DEFAULT_STOCK_PPM = 6_600;

  /// Entry tolerance of crypto while the exchange is open: 0.66 %.
  public static final int DEFAULT_CRYPTO_PPM = 6_600;

  /// Entry tolerance of crypto while the exchange is closed: 2 %.
  public static final int DEFAULT_CRYPTO_OUT_OF_HOURS_PPM = 20_000;

  /// Protection by distance: 0.1 %. At 0.4 % hardly anything may be stolen.
  public static final int DEFAULT_PROTECT_PPM = 1_000;

  /// The defaults; none of them is a measured optimum.
  public static final Tolerances DEFAULTS =
      new Tolerances(
          DEFAULT_STOCK_PPM,
          DEFAULT_CRYPTO_PPM,
          DEFAULT_CRYPTO_OUT_OF_HOURS_PPM,
          null,
          DEFAULT_PROTECT_PPM,
          new TreeMap<>());

  public Tolerances {
    instrumentPpm = Collections.unmodifiableSequencedMap(new TreeMap<>(instrumentPpm));
  }

  /// The entry tolerance in force: the intent's own, the instrument's, that of its tier, that of
  /// the class.
  ///
  /// @param tier the tier of the intent; null if there are none
  public int entryPpm(Intent intent, Instrument instrument, Regime regime, @Nullable Tier tier) {
    Integer own = intent.entryTolerancePpm();
    if (own != null) {
      return own;
    }
    Integer special = instrumentPpm.get(instrument.id());
    if (special != null) {
      return special;
    }
    return tier != null ? tier.entryPpm() : entryPpm(instrument, regime);
  }

  private int entryPpm(Instrument instrument, Regime regime) {
    if (instrument.isStock()) {
      return stockPpm;
    }
    return regime == Regime.REGULAR ? cryptoPpm : cryptoOutOfHoursPpm;
  }

  /// The steal tolerance in force: that of the tier, the one set, else the entry tolerance in
  /// force.
  ///
  /// @param tier the tier of the intent; null if there are none
  public int stealPpm(Intent intent, Instrument instrument, Regime regime, @Nullable Tier tier) {
    if (tier != null) {
      return tier.stealPpm();
    }
    return stealPpm != null ? stealPpm : entryPpm(intent, instrument, regime, null);
  }
}
