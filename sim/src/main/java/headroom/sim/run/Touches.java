package headroom.sim.run;

import headroom.core.calendar.TradingHours;
import headroom.core.engine.Engine;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.sim.path.Track;
import headroom.sim.path.Trading;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Counts the intents whose limit the path reached while they had no order.
///
/// Between two inputs a path is straight and no order changes, so it is enough to look at both
/// ends.
///
/// Not thread safe; owned by one run.
final class Touches {
  private final Engine engine;
  private final Trading trading;
  private final List<Track> tracks = new ArrayList<>();
  private final SequencedMap<InstrumentId, Integer> indexOf = new TreeMap<>();
  private final List<Watched> watched = new ArrayList<>();
  private long missed;

  /// @param index the place of its track
  /// @param ofCore whether only prices of the core session are its own
  /// @param expiresNs when nothing can be missed any more
  private record Watched(
      IntentId id,
      Track track,
      int index,
      boolean buys,
      boolean ofCore,
      long limitRaw,
      long expiresNs) {}

  Touches(Engine engine, List<Track> tracks, TradingHours hours) {
    this.engine = engine;
    this.trading = new Trading(hours);
    for (Track track : tracks) {
      indexOf.put(track.instrument().id(), this.tracks.size());
      this.tracks.add(track);
    }
  }

  /// An intent appears; one of an instrument without bars is not watched.
  void watch(Intent intent) {
    Integer index = indexOf.get(intent.instrument());
    if (index == null) {
      return;
    }
    Track track = tracks.get(index);
    watched.add(
        new Watched(
            intent.id(),
            track,
            index,
            intent.side() == Side.BUY,
            track.instrument().isStock() && !intent.extendedHours(),
            intent.limit().raw(),
            intent.expiresNs()));
  }

  /// Limits may be others than before.
  void readLimits() {
    watched.replaceAll(one -> {
      long limitRaw =
          engine
              .status(one.id())
              .map(status -> status.intent().limit().raw())
              .orElse(one.limitRaw());
      return new Watched(
          one.id(), one.track(), one.index(), one.buys(), one.ofCore(), limitRaw, one.expiresNs());
    });
  }

  void look(long nowNs) {
    trading.advance(nowNs);
    int kept = 0;
    for (int i = 0; i < watched.size(); i++) {
      Watched one = watched.get(i);
      boolean expired = nowNs >= one.expiresNs();
      boolean touched = !expired && isReached(one) && engine.isWithoutOrder(one.id());
      missed += touched ? 1 : 0;
      if (!expired && !touched) {
        watched.set(kept, one);
        kept++;
      }
    }
    watched.subList(kept, watched.size()).clear();
  }

  /// Whether no limit without an order is reached while prices stay within bounds.
  boolean isQuietWithin(long[] lowRaw, long[] highRaw) {
    for (int i = 0; i < watched.size(); i++) {
      Watched one = watched.get(i);
      long low = lowRaw[one.index()];
      long limit = one.limitRaw();
      boolean open = low > 0 && !isShut(one);
      boolean reached = open && (one.buys() ? low <= limit : highRaw[one.index()] >= limit);
      if (reached && engine.isWithoutOrder(one.id())) {
        return false;
      }
    }
    return true;
  }

  /// Whether present prices are not those of an intent.
  private boolean isShut(Watched one) {
    return one.ofCore() && trading.isOutside();
  }

  private boolean isReached(Watched one) {
    Track track = one.track();
    long limit = one.limitRaw();
    boolean buys = one.buys();
    // The bar's extreme rules out most of them without a look at the path.
    if (track.isOver() || (buys ? track.lowRaw() > limit : track.highRaw() < limit)) {
      return false;
    }
    if (!track.hasPath() || isShut(one)) {
      return false;
    }
    return buys ? track.priceRaw() <= limit : track.priceRaw() >= limit;
  }

  long missed() {
    return missed;
  }
}
