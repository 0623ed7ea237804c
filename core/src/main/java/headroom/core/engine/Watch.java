package headroom.core.engine;

import headroom.core.capacity.Holder;
import headroom.core.intent.Intent;
import headroom.core.market.Side;
import headroom.core.num.Money;
import headroom.core.steal.Contender;
import headroom.core.steal.RandomWorth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One intent as the engine watches it.
///
/// Not thread safe; owned by the engine.
final class Watch implements Contender {
  /// No price is known.
  static final int UNKNOWN = -1;

  final Market market;

  /// When it appeared.
  final long appearedNs;

  /// Counts the intents; the oldest is 1.
  final long number;

  private final long idHash;

  Intent intent;

  /// How many splits of its instrument its numbers know of.
  int splits;

  /// Who it is to a constraint.
  Holder holder;

  IntentState state = IntentState.WAITING;

  /// What is not filled yet, in billionths.
  long remainingRaw;

  /// Its live entry order.
  @Nullable Working order;

  /// The steal whose heir it is.
  @Nullable Steal steal;

  /// The position it opened.
  @Nullable Lot lot;

  /// How many orders it had.
  int orders;

  /// Why it is over; null while it is live or filled.
  @Nullable String end;

  // As of the present settlement.
  int distancePpm = UNKNOWN;
  boolean atOnce;
  boolean ready;
  boolean wasReady;
  long readySinceNs;
  int rank;

  /// Its rank by forecast within its asset class, if there are tiers; 0 if its forecast is unknown.
  int tierRank;

  /// That of its owner.
  final int priority;

  long worth;
  @Nullable Refusal verdict;

  /// When an aborted steal was the verdict.
  long verdictNs = Long.MIN_VALUE;

  // Its tolerances, as of the levels of this number.
  long tolerancesOf = -1;
  int entryPpm;
  int stealPpm;

  // What it needs, as long as what that rests on is the same.
  long @Nullable [] need;
  boolean isTooSmall;
  long neededForRaw;
  long neededAtRaw;
  boolean neededWithPosition;

  // The bounds of its distance while prices stay within theirs.
  int lowestPpm;
  int highestPpm;

  // How it compared with all entry orders when it was refused because of them.
  long comparedOf = -1;
  long worthMoreThan;

  // Where it stands in a settlement.
  boolean touched;
  boolean changed;
  boolean contends;

  // How near it came to being ready while it had no order.
  int nearestPpm = UNKNOWN;
  int nearestEntryPpm;
  long nearestNs;

  // The blocked episode.
  long blockedSinceNs = Long.MIN_VALUE;
  final Set<Refusal> refusals = EnumSet.noneOf(Refusal.class);

  // Pauses.
  @Nullable Refusal held;
  long retryFromNs = Long.MIN_VALUE;
  long needsPriceAfter = Long.MIN_VALUE;
  long stealFromNs = Long.MIN_VALUE;
  int rejections;
  int aborts;
  @Nullable Working standsInTheWay;

  /// Whether its owner withdrew it while an order could not be cancelled at once.
  boolean withdrawn;

  /// Whether its time is over while its order is not.
  boolean expired;

  /// The orders that must be over before it may have its own.
  final List<Working> replaces = new ArrayList<>(0);

  Watch(Intent intent, Market market, long appearedNs, long number, int priority) {
    this.intent = intent;
    this.holder = Holder.of(intent, market.instrument);
    this.market = market;
    this.splits = market.splits.size();
    this.appearedNs = appearedNs;
    this.number = number;
    this.priority = priority;
    this.idHash = RandomWorth.fnv1a64(intent.id().value());
    this.remainingRaw = intent.quantity().raw();
  }

  Side side() {
    return intent.side();
  }

  long limitRaw() {
    return intent.limit().raw();
  }

  boolean opens() {
    return intent.kind().opens();
  }

  boolean isBlocked() {
    return blockedSinceNs != Long.MIN_VALUE;
  }

  /// Whether it has neither an order nor a steal under way.
  boolean wantsCapacity() {
    return order == null && steal == null && state.isLive();
  }

  /// Whether it would be given the capacity of another before that one.
  boolean isWorthMoreThan(Watch other) {
    return priority == other.priority ? worth > other.worth : priority > other.priority;
  }

  /// Whether nothing more may be sent for it.
  boolean isOver(long nowNs) {
    return withdrawn || nowNs >= intent.expiresNs();
  }

  /// Remembers the price that missed the entry tolerance by least.
  void cameTo(int ppm, int entryPpm, long nowNs) {
    boolean nearer =
        nearestPpm == UNKNOWN || (long) ppm - entryPpm < (long) nearestPpm - nearestEntryPpm;
    if (nearer) {
      nearestPpm = ppm;
      nearestEntryPpm = entryPpm;
      nearestNs = nowNs;
    }
  }

  boolean knowsForecast() {
    return intent.forecast() != null;
  }

  @Override
  public int distancePpm() {
    return distancePpm;
  }

  @Override
  public long forecastRaw() {
    Money forecast = intent.forecast();
    return forecast == null ? 0 : forecast.raw();
  }

  @Override
  public long readySinceNs() {
    return readySinceNs;
  }

  @Override
  public long idHash() {
    return idHash;
  }

  @Override
  public String toString() {
    return intent.id() + " " + state.word();
  }
}
