package headroom.sim.run;

import headroom.core.engine.Engine;
import headroom.core.intent.Intent;
import headroom.core.market.Side;
import headroom.sim.path.Track;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Counts the intents whose limit the path reached while they had no order.
///
/// Between two inputs a path is straight and no order changes, so it is enough to look at both
/// ends.
///
/// Not thread safe; owned by one run.
final class Touches {
  private final Engine engine;
  private final List<Watched> watched = new ArrayList<>();
  private long missed;

  /// @param index the place of its track
  private record Watched(Intent intent, Track track, int index) {}

  Touches(Engine engine) {
    this.engine = engine;
  }

  void watch(Intent intent, Track track, int index) {
    watched.add(new Watched(intent, track, index));
  }

  void look(long nowNs) {
    for (Iterator<Watched> all = watched.iterator(); all.hasNext(); ) {
      Watched one = all.next();
      if (nowNs >= one.intent().expiresNs()) {
        all.remove();
      } else if (isReached(one) && engine.isWithoutOrder(one.intent().id())) {
        missed++;
        all.remove();
      }
    }
  }

  /// Whether no limit without an order is reached while prices stay within bounds.
  boolean isQuietWithin(long[] lowRaw, long[] highRaw) {
    for (int i = 0; i < watched.size(); i++) {
      Watched one = watched.get(i);
      long low = lowRaw[one.index()];
      long limit = one.intent().limit().raw();
      boolean buys = one.intent().side() == Side.BUY;
      boolean reached = low > 0 && (buys ? low <= limit : highRaw[one.index()] >= limit);
      if (reached && engine.isWithoutOrder(one.intent().id())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isReached(Watched one) {
    Track track = one.track();
    long limit = one.intent().limit().raw();
    boolean buys = one.intent().side() == Side.BUY;
    // The bar's extreme rules out most of them without a look at the path.
    if (track.isOver() || (buys ? track.lowRaw() > limit : track.highRaw() < limit)) {
      return false;
    }
    if (!track.hasPath()) {
      return false;
    }
    return buys ? track.priceRaw() <= limit : track.priceRaw() >= limit;
  }

  long missed() {
    return missed;
  }
}
