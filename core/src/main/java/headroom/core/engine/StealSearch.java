package headroom.core.engine;

import headroom.core.capacity.AccountRead.Stranger;
import headroom.core.engine.Observer.Candidate;
import headroom.core.engine.Observer.Release;
import headroom.core.intent.IntentKind;
import headroom.core.num.Fixed;
import headroom.core.num.Price;
import headroom.core.steal.StealRules;
import headroom.core.tolerance.Distance;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds whose orders to cancel for a thief, or why nobody's.
final class StealSearch {
  private final Book book;
  private final StealRules rules;

  StealSearch(Book book) {
    this.book = book;
    this.rules = book.settings.steals();
  }

  /// What a search ended with: victims, or a refusal.
  record Found(List<Working> victims, @Nullable Refusal refusal) {}

  Found search(Watch thief, long[] need) {
    long[] shortfall = shortfall(thief, need);
    boolean thiefRests = isOnCooldown(thief);
    List<Working> all = book.entries.firstVictimFirst();
    List<Working> victims = new ArrayList<>();
    long[] released = book.capacity.nothing();
    Refusal furthest = Refusal.NO_CANDIDATES;
    int at = 0;
    // From the first that is not worth less on, none is.
    for (; at < all.size() && thief.isWorthMoreThan(all.get(at).watch); at++) {
      Working order = all.get(at);
      Spared spared = spare(thief, thiefRests, order, shortfall);
      if (spared == null) {
        victims.add(order);
        add(released, order.usage, 1);
        if (covers(released, shortfall)) {
          return new Found(onlyNeeded(victims, released, shortfall), null);
        }
      } else if (spared.refusal().compareTo(furthest) > 0) {
        furthest = spared.refusal();
      }
    }
    if (!victims.isEmpty()) {
      return new Found(List.of(), Refusal.INSUFFICIENT_RELEASE);
    }
    for (; at < all.size() && furthest.compareTo(Refusal.NONE_FURTHER) < 0; at++) {
      Spared spared = spare(thief, thiefRests, all.get(at), shortfall);
      if (spared != null && spared.refusal().compareTo(furthest) > 0) {
        furthest = spared.refusal();
      }
    }
    return new Found(List.of(), furthest);
  }

  /// What is missing of each constraint; 0 where nothing is. All is missing to one that must not
  /// take what is free.
  private long[] shortfall(Watch thief, long[] need) {
    boolean takesFree = book.takesFree(thief);
    long[] shortfall = book.capacity.nothing();
    for (int c = 0; c < need.length; c++) {
      if (need[c] > 0) {
        long free = book.capacity.freeRaw(c);
        shortfall[c] = Math.max(0, need[c] - (takesFree ? free : Math.min(free, 0)));
      }
    }
    return shortfall;
  }

  /// The first reason why an order is no possible victim; null if it is one.
  ///
  /// @param thiefRests whether its instrument is on cooldown
  private @Nullable Spared spare(Watch thief, boolean thiefRests, Working order, long[] shortfall) {
    Spared shielded = shield(thief, order);
    if (shielded != null) {
      return shielded;
    }
    if (!uses(order.usage, shortfall)) {
      return Spared.OTHER_CAPACITY;
    }
    if (isOnCooldown(thief, thiefRests, order)) {
      return Spared.COOLDOWN;
    }
    Spared protection = protection(order);
    if (protection != null) {
      return protection;
    }
    if (!thief.isWorthMoreThan(order.watch)) {
      return Spared.NOT_FURTHER;
    }
    boolean better = thief.forecastRaw() > order.watch.forecastRaw();
    return !better && isFighting(thief, order) ? Spared.FIGHT : null;
  }

  /// Whether a thief's worth is compared with that of an order, as long as distances stay on the
  /// same side of all tolerances.
  boolean compares(Watch thief, Working order) {
    long[] need = thief.need;
    return thief.priority == order.watch.priority
        && shield(thief, order) == null
        && !isOnCooldown(thief, isOnCooldown(thief), order)
        && protection(order) == null
        && (need == null || uses(order.usage, shortfall(thief, need)));
  }

  /// Whether either side may not take part; inside one instrument a cooldown has no meaning.
  private boolean isOnCooldown(Watch thief, boolean thiefRests, Working order) {
    return thief.market != order.watch.market && (thiefRests || isOnCooldown(order.watch));
  }

  /// Whether its instrument is on cooldown.
  boolean isOnCooldown(Watch watch) {
    return book.nowNs < watch.market.cooldownEndNs;
  }

  private @Nullable Spared shield(Watch thief, Working order) {
    Watch watch = order.watch;
    if (!order.isEntry()) {
      return Spared.EXIT;
    }
    if (watch.intent.kind() == IntentKind.PROBE) {
      return Spared.PROBE;
    }
    boolean own = watch.market == thief.market;
    if (watch == thief || (own && !rules.withinInstrument())) {
      return Spared.OWN_INSTRUMENT;
    }
    if (order.state != Working.State.RESTING) {
      return Spared.CANCEL_UNDER_WAY;
    }
    if (book.nowNs < order.sparedUntilNs) {
      return Spared.CANCEL_REJECTED;
    }
    if (watch.atOnce) {
      return Spared.AT_ONCE;
    }
    return watch.intent.vip() ? Spared.VIP : null;
  }

  private @Nullable Spared protection(Working order) {
    Watch watch = order.watch;
    if (watch.distancePpm == Watch.UNKNOWN) {
      return Spared.NO_QUOTE;
    }
    if (isFilledEnough(order)) {
      return Spared.PROTECTED_FILLED;
    }
    if (watch.distancePpm <= book.settings.tolerances().protectPpm()) {
      return Spared.PROTECTED_DISTANCE;
    }
    return book.nowNs - order.sentNs < rules.minRestNs() ? Spared.PROTECTED_AGE : null;
  }

  private boolean isFilledEnough(Working order) {
    if (order.filledRaw == 0) {
      return false;
    }
    int share = rules.protectFilledPpm();
    if (share > 0
        && Fixed.scaled(order.filledRaw, 1_000_000, order.quantityRaw, RoundingMode.FLOOR)
            >= share) {
      return true;
    }
    Lot lot = order.watch.lot;
    Price takeProfit = order.watch.intent.exit().takeProfit();
    long exitRaw = takeProfit == null ? order.watch.limitRaw() : takeProfit.raw();
    return lot != null
        && lot.isOpen()
        && !order.watch.intent.exit().isNone()
        && book.isBelowMinimum(order.watch.market, exitRaw, lot.openRaw);
  }

  boolean isFighting(Watch thief, Working order) {
    return thief.market != order.watch.market
        && !book.settings.fights().isExempt(thief.market.instrument, order.watch.market.instrument)
        && book.history.isFighting(
            thief.intent.instrument(), order.watch.intent.instrument(), book.nowNs);
  }

  private static boolean uses(long[] usage, long[] shortfall) {
    for (int c = 0; c < usage.length; c++) {
      if (usage[c] > 0 && shortfall[c] > 0) {
        return true;
      }
    }
    return false;
  }

  /// Those whose release covers the shortfall, without those that turn out not to be needed.
  private static List<Working> onlyNeeded(
      List<Working> victims, long[] released, long[] shortfall) {
    for (int i = victims.size() - 1; i >= 0; i--) {
      add(released, victims.get(i).usage, -1);
      if (covers(released, shortfall)) {
        victims.remove(i);
      } else {
        add(released, victims.get(i).usage, 1);
      }
    }
    return victims;
  }

  private static boolean covers(long[] released, long[] shortfall) {
    for (int c = 0; c < released.length; c++) {
      if (released[c] < shortfall[c]) {
        return false;
      }
    }
    return true;
  }

  private static void add(long[] sum, long[] usage, int sign) {
    for (int c = 0; c < sum.length; c++) {
      sum[c] = Math.addExact(sum[c], sign * usage[c]);
    }
  }

  /// What was thought of every order in the account, for whoever listens: those of strangers and
  /// exits too.
  List<Candidate> explain(Watch thief, long[] need, Found found) {
    long[] shortfall = shortfall(thief, need);
    List<Candidate> all = new ArrayList<>();
    for (Stranger stranger : book.account.strangers()) {
      if (stranger.isOrder()) {
        all.add(new Candidate(stranger.id(), Watch.UNKNOWN, Spared.NOT_OWNED, List.of()));
      }
    }
    for (Working exit : book.exits) {
      all.add(new Candidate(exit.id.value(), exitDistancePpm(exit), Spared.EXIT, List.of()));
    }
    boolean thiefRests = isOnCooldown(thief);
    for (Working order : book.entries.oldestFirst()) {
      Spared spared = spared(thief, thiefRests, order, shortfall, found);
      all.add(
          new Candidate(order.id.value(), order.watch.distancePpm, spared, releases(order.usage)));
    }
    return all;
  }

  /// Why an order was left alone in the end; null if it was not.
  private @Nullable Spared spared(
      Watch thief, boolean thiefRests, Working order, long[] shortfall, Found found) {
    Spared spared = spare(thief, thiefRests, order, shortfall);
    if (spared != null || found.victims().contains(order)) {
      return spared;
    }
    return found.refusal() == Refusal.INSUFFICIENT_RELEASE ? Spared.TOO_LITTLE : Spared.NOT_NEEDED;
  }

  private List<Release> releases(long[] usage) {
    List<Release> releases = new ArrayList<>(usage.length);
    for (int c = 0; c < usage.length; c++) {
      if (usage[c] > 0) {
        releases.add(new Release(book.capacity.constraints().get(c).name(), usage[c]));
      }
    }
    return releases;
  }

  private int exitDistancePpm(Working exit) {
    long reference = exit.watch.market.lastRaw(exit.side);
    return exit.limit == null || reference == 0
        ? Watch.UNKNOWN
        : Distance.ppm(exit.side, reference, exit.limit.raw());
  }

  /// Counts why orders were spared, without naming them.
  void countSpared(Watch thief, long[] need, Found found) {
    long[] shortfall = shortfall(thief, need);
    boolean thiefRests = isOnCooldown(thief);
    for (Stranger stranger : book.account.strangers()) {
      if (stranger.isOrder()) {
        book.counters.spared(Spared.NOT_OWNED);
      }
    }
    for (int i = 0; i < book.exits.size(); i++) {
      book.counters.spared(Spared.EXIT);
    }
    for (Working order : book.entries.oldestFirst()) {
      Spared spared = spared(thief, thiefRests, order, shortfall, found);
      if (spared != null) {
        book.counters.spared(spared);
      }
    }
  }

  /// What holds most of the constraint that is shortest: positions, orders that are immune, orders
  /// and promises under way, or strangers.
  String heldBy(Watch thief, long[] need) {
    long[] shortfall = shortfall(thief, need);
    if (shortfall.length == 0) {
      // Nothing is scarce, and a tier keeps it from what is free.
      return "nothing";
    }
    int shortest = 0;
    for (int c = 1; c < shortfall.length; c++) {
      shortest = shortfall[c] > shortfall[shortest] ? c : shortest;
    }
    long underWay = book.capacity.earmarkedRaw(shortest);
    for (Working order : book.entries.oldestFirst()) {
      underWay += order.state == Working.State.RESTING ? 0 : order.usage[shortest];
    }
    long immune =
        book.capacity.ordersRaw(shortest) + book.capacity.earmarkedRaw(shortest) - underWay;
    String held = "positions";
    long most = book.capacity.positionsRaw(shortest);
    if (immune > most) {
      held = "immune";
      most = immune;
    }
    if (underWay > most) {
      held = "under_way";
      most = underWay;
    }
    return book.capacity.foreignRaw(shortest) > most ? "foreign" : held;
  }
}
