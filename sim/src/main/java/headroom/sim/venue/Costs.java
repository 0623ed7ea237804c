package headroom.sim.venue;

import headroom.core.calendar.Regime;
import headroom.core.market.Instrument;
import java.util.ArrayList;
import java.util.List;

/// What trading costs beside the price of the path. Rates in parts per million: 100 ppm is one
/// basis point.
///
/// A marketable fill pays half the spread, to whoever stands in the book, and slippage, for what
/// the book does not hold at its best price. Their sum decides its price; a resting order pays
/// neither.
///
/// @param halfSpread half the spread, as a share of the price
/// @param slippage what comes on top of it
/// @param stockFeePpm fee of a stock
/// @param cryptoMakerPpm fee of crypto for the fill of a resting order
/// @param cryptoTakerPpm fee of crypto for a marketable or a market order
public record Costs(
    Rates halfSpread, Rates slippage, int stockFeePpm, int cryptoMakerPpm, int cryptoTakerPpm) {
  /// Together 2 bp for stocks, 5 bp for crypto, twice that out of hours, which are careful guesses.
  /// Bars do not show how they divide, so each is half of it: for a stock 1 bp, which is half a
  /// spread of one cent at 50 dollars. Crypto 15 bp and 25 bp of fee, the broker's first tier.
  public static final Costs DEFAULTS =
      new Costs(new Rates(100, 200, 250, 500), new Rates(100, 200, 250, 500), 0, 1_500, 2_500);

  /// Nothing costs anything: for tests of honesty.
  public static final Costs NONE = new Costs(Rates.NONE, Rates.NONE, 0, 0, 0);

  private static final int MAX_PPM = 100_000;

  /// A rate by class and regime, in parts per million of the price, 0 to 100,000.
  public record Rates(int stockPpm, int stockOutPpm, int cryptoPpm, int cryptoOutPpm) {
    static final Rates NONE = new Rates(0, 0, 0, 0);

    int ppm(Instrument instrument, Regime regime) {
      boolean regular = regime == Regime.REGULAR;
      if (instrument.isStock()) {
        return regular ? stockPpm : stockOutPpm;
      }
      return regular ? cryptoPpm : cryptoOutPpm;
    }

    private void look(List<String> problems, String name) {
      inRange(problems, name + ".stock", stockPpm);
      inRange(problems, name + ".stock-out-of-hours", stockOutPpm);
      inRange(problems, name + ".crypto", cryptoPpm);
      inRange(problems, name + ".crypto-out-of-hours", cryptoOutPpm);
    }
  }

  public Costs {
    List<String> problems = new ArrayList<>();
    halfSpread.look(problems, "half-spread");
    slippage.look(problems, "slippage");
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

  /// By how much the price of a marketable fill is moved against us.
  int movedPpm(Instrument instrument, Regime regime) {
    return halfSpread.ppm(instrument, regime) + slippage.ppm(instrument, regime);
  }

  int feePpm(Instrument instrument, boolean maker) {
    if (instrument.isStock()) {
      return stockFeePpm;
    }
    return maker ? cryptoMakerPpm : cryptoTakerPpm;
  }
}
