package headroom.sim.check;

import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.market.Bars;
import headroom.core.market.Side;
import headroom.core.num.Price;
import headroom.sim.intents.Planned;
import headroom.sim.path.Tape;
import java.util.ArrayList;
import java.util.List;

/// Intents as somebody would have who sees one bar of the future: a control, to show that a check
/// finds such a thing.
public final class Foresight {
  private Foresight() {}

  /// Keeps those whose limit is followed, one bar after it was reached, by a close that is better
  /// than the limit, and takes the profit there.
  public static List<Planned> of(List<Planned> intents, Tape tape) {
    List<Planned> kept = new ArrayList<>();
    for (Planned one : intents) {
      Intent intent = one.intent();
      for (Bars bars : tape.series()) {
        long closeRaw = bars.id().equals(intent.instrument()) ? closeAfter(bars, one) : 0;
        if (closeRaw > 0 && isProfit(intent, closeRaw)) {
          ExitPlan exit = ExitPlan.of(new Price(closeRaw), 0);
          kept.add(new Planned(one.fromNs(), intent.at(intent.limit(), intent.quantity(), exit)));
        }
      }
    }
    return kept;
  }

  private static boolean isProfit(Intent intent, long closeRaw) {
    long limitRaw = intent.limit().raw();
    return intent.side() == Side.BUY ? closeRaw > limitRaw : closeRaw < limitRaw;
  }

  /// The close of the bar after the one that reaches the limit; 0 if none does.
  private static long closeAfter(Bars bars, Planned one) {
    Intent intent = one.intent();
    long limitRaw = intent.limit().raw();
    int end = Math.min(bars.firstFrom(intent.expiresNs()), bars.length() - 1);
    for (int bar = bars.firstFrom(one.fromNs()); bar < end; bar++) {
      boolean buys = intent.side() == Side.BUY;
      if (buys ? bars.lowRaw(bar) <= limitRaw : bars.highRaw(bar) >= limitRaw) {
        return bars.closeRaw(bar + 1);
      }
    }
    return 0;
  }
}
