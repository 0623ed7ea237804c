package headroom.sim.venue;

import headroom.core.calendar.Regime;
import headroom.core.market.Instrument;
import java.util.ArrayList;
import java.util.List;

/// What trading costs beside the price. Rates in parts per million: 100 ppm is one basis point.
///
/// Half the spread and slippage are one rate here: a fill knows only their sum.
///
/// @param stockSlipPpm half spread and slippage of a stock in a marketable fill
/// @param stockOutSlipPpm the same out of hours
/// @param cryptoSlipPpm the same for crypto while the exchange is open
/// @param cryptoOutSlipPpm the same for crypto out of hours
/// @param stockFeePpm fee of a stock
/// @param cryptoMakerPpm fee of crypto for the fill of a resting order
/// @param cryptoTakerPpm fee of crypto for a marketable or a market order
public record Costs(
    int stockSlipPpm,
    int stockOutSlipPpm,
    int cryptoSlipPpm,
    int cryptoOutSlipPpm,
    int stockFeePpm,
    int cryptoMakerPpm,
    int cryptoTakerPpm) {
  /// 2 bp for stocks, 5 bp for crypto, twice that out of hours; crypto 15 bp and 25 bp of fee, the
  /// broker's first tier.
  public static final Costs DEFAULTS = new Costs(200, 400, 500, 1_000, 0, 1_500, 2_500);

  /// Nothing costs anything: for tests of honesty.
  public static final Costs NONE = new Costs(0, 0, 0, 0, 0, 0, 0);

  private static final int MAX_PPM = 100_000;

  public Costs {
    List<String> problems = new ArrayList<>();
    inRange(problems, "cost.stock", stockSlipPpm);
    inRange(problems, "cost.stock-out-of-hours", stockOutSlipPpm);
    inRange(problems, "cost.crypto", cryptoSlipPpm);
    inRange(problems, "cost.crypto-out-of-hours", cryptoOutSlipPpm);
    inRange(problems, "fee.stock", stockFeePpm);
    inRange(problems, "fee.crypto-maker", cryptoMakerPpm);
    inRange(problems, "fee.crypto-taker", cryptoTakerPpm);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
  }

  private static void inRange(List<String> problems, String name, int ppm) {
    if (ppm < 0 || ppm > MAX_PPM) {
      problems.add("%s must be from 0 to %s ppm, was %s".formatted(name, MAX_PPM, ppm));
    }
  }

  int slipPpm(Instrument instrument, Regime regime) {
    boolean regular = regime == Regime.REGULAR;
    if (instrument.isStock()) {
      return regular ? stockSlipPpm : stockOutSlipPpm;
    }
    return regular ? cryptoSlipPpm : cryptoOutSlipPpm;
  }

  int feePpm(Instrument instrument, boolean maker) {
    if (instrument.isStock()) {
      return stockFeePpm;
    }
    return maker ? cryptoMakerPpm : cryptoTakerPpm;
  }
}
