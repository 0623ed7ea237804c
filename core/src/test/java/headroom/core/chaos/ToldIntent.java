package headroom.core.chaos;

import headroom.core.intent.Intent;
import headroom.core.market.Instrument;
import headroom.core.market.Side;
import headroom.core.num.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An intent, and the position that it opened, as far as the engine was told.
final class ToldIntent {
  Intent intent;
  final ToldMarket market;
  final long appearedNs;
  final int priority;
  long remainingRaw;
  boolean over;
  boolean withdrawn;
  boolean held;

  /// Whether that is why it is held.
  boolean canceledByOthers;

  @Nullable ToldOrder order;
  @Nullable ToldSteal steal;
  final List<ToldOrder> waitsFor = new ArrayList<>(0);

  // Pauses.
  long retryFromNs = Long.MIN_VALUE;
  long needsPriceAfter = Long.MIN_VALUE;
  long stealFromNs = Long.MIN_VALUE;
  int rejections;
  int aborts;
  boolean refusedForGood;

  // What it holds.
  long openRaw;
  boolean opened;
  @Nullable ToldOrder exit;
  long closesNs = Long.MAX_VALUE;
  boolean closing;
  long exitFromNs = Long.MIN_VALUE;

  /// Whether its exits traded after they were said to be over.
  boolean breached;

  /// Whether one of its entries, or one that it replaced, traded after its end.
  boolean boughtTooMuch;

  /// How far its market is; as of the present decision.
  int distancePpm = -1;

  int rank;

  /// Its rank within its asset class; 0 if it has none.
  int tierRank;

  /// Whether it may wait for an order on the other side of its instrument.
  boolean washed;

  ToldIntent(Intent intent, ToldMarket market, long appearedNs, int priority) {
    this.intent = intent;
    this.market = market;
    this.appearedNs = appearedNs;
    this.priority = priority;
    this.remainingRaw = intent.quantity().raw();
  }

  Instrument instrument() {
    return market.instrument;
  }

  Side side() {
    return intent.side();
  }

  Side exitSide() {
    return intent.side() == Side.BUY ? Side.SELL : Side.BUY;
  }

  boolean opens() {
    return intent.kind().opens();
  }

  boolean isOver(long nowNs) {
    return withdrawn || nowNs >= intent.expiresNs();
  }

  long forecastRaw() {
    Money forecast = intent.forecast();
    return forecast == null ? 0 : forecast.raw();
  }

  @Override
  public String toString() {
    return intent.id().value();
  }
}
