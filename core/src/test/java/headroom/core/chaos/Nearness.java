package headroom.core.chaos;

import headroom.core.engine.Settings;
import headroom.core.engine.TradingMode;
import headroom.core.market.Side;
import headroom.core.steal.FightRules;
import headroom.core.tolerance.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How near everybody is and what that is worth, from the prices and forecasts that were told.
final class Nearness {
  private static final Comparator<ToldIntent> BEST_FIRST =
      Comparator.<ToldIntent>comparingLong(one -> -one.forecastRaw())
          .thenComparing(one -> one.intent.instrument())
          .thenComparing(one -> one.intent.id());

  private final Told told;
  private final Settings settings;
  private final long seed;

  Nearness(Told told, long seed) {
    this.told = told;
    this.settings = told.settings;
    this.seed = seed;
  }

  /// Brings distances and ranks up to date.
  void refresh() {
    List<ToldIntent> ranked = new ArrayList<>();
    List<ToldIntent> stocks = new ArrayList<>();
    for (ToldIntent one : told.live) {
      one.rank = 0;
      one.tierRank = 0;
      long reference = referenceRaw(one);
      long limit = one.intent.limit().raw();
      one.distancePpm =
          reference == 0
              ? -1
              : Limits.ppm(one.side() == Side.BUY ? reference - limit : limit - reference, limit);
      if (!one.over && one.opens() && one.intent.forecast() != null && !one.isOver(told.nowNs)) {
        (one.instrument().isCrypto() ? ranked : stocks).add(one);
      }
    }
    ranked.sort(BEST_FIRST);
    for (int i = 0; i < ranked.size(); i++) {
      ranked.get(i).rank = i + 1;
      ranked.get(i).tierRank = i + 1;
    }
    stocks.sort(BEST_FIRST);
    for (int i = 0; i < stocks.size(); i++) {
      stocks.get(i).tierRank = i + 1;
    }
  }

  /// What holds for its rank; null if there are no tiers.
  private @Nullable Tier tier(ToldIntent one) {
    Tier last = null;
    for (Tier tier : settings.rationing().tiers()) {
      last = tier;
      if (one.tierRank > 0 && one.tierRank <= tier.upToRank()) {
        return tier;
      }
    }
    return last;
  }

  /// Whether free capacity is for it; else it has to steal.
  boolean takesFree(ToldIntent one) {
    Tier tier = tier(one);
    return tier == null || tier.takesFree();
  }

  private long referenceRaw(ToldIntent one) {
    long maxAgeNs =
        one.instrument().isStock()
            ? settings.pauses().stockQuoteAgeNs()
            : settings.pauses().cryptoQuoteAgeNs();
    return one.market.referenceRaw(
        one.side(), told.setup.hoursOf(one.intent.extendedHours()), told.nowNs, maxAgeNs);
  }

  boolean isAtOnce(ToldIntent one) {
    boolean ranked =
        one.rank > 0 && one.rank <= settings.atOnceRanks() && !Setup.HOURS.isOpen(told.nowNs);
    return !one.isOver(told.nowNs) && (one.intent.atOnce() || ranked);
  }

  private int entryPpm(ToldIntent one) {
    Integer own = one.intent.entryTolerancePpm();
    Integer special = settings.tolerances().instrumentPpm().get(one.instrument().id());
    if (own != null) {
      return own;
    } else if (special != null) {
      return special;
    }
    Tier tier = tier(one);
    return tier == null ? entryPpmOfClass(one) : tier.entryPpm();
  }

  private int entryPpmOfClass(ToldIntent one) {
    if (one.instrument().isStock()) {
      return settings.tolerances().stockPpm();
    }
    return Setup.HOURS.isOpen(told.nowNs)
        ? settings.tolerances().cryptoPpm()
        : settings.tolerances().cryptoOutOfHoursPpm();
  }

  /// Why an intent should not have asked for capacity; null if it may.
  @Nullable String notReady(ToldIntent one) {
    if (one.over || one.isOver(told.nowNs)) {
      return "it is over";
    } else if (one.opens() && told.mode != TradingMode.NORMAL) {
      return "nothing is opened in mode " + told.mode.word();
    } else if (one.held) {
      return "it is held";
    } else if (one.opens() && one.instrument().isStock() && !isOpenFor(one)) {
      return "the session is closed";
    } else if (one.waitsFor.stream().anyMatch(ToldOrder::isLive)) {
      return "what it replaces is not over";
    } else if (told.nowNs < one.retryFromNs || one.market.prices <= one.needsPriceAfter) {
      return "it pauses";
    } else if (one.distancePpm < 0) {
      return "it has no price";
    } else if (!one.opens()) {
      return null;
    } else if (isThrough(one)) {
      return "its price is through";
    }
    if (!isAtOnce(one) && one.distancePpm > entryPpm(one)) {
      return "it is not near";
    }
    return told.brakes.holdEntries() ? "there is a storm" : null;
  }

  private boolean isOpenFor(ToldIntent one) {
    return told.setup.hoursOf(one.intent.extendedHours()).isOpen(told.nowNs);
  }

  private boolean isThrough(ToldIntent one) {
    int most = settings.pauses().maxThroughPpm();
    long limit = one.intent.limit().raw();
    long reference = referenceRaw(one);
    long gap = one.side() == Side.BUY ? limit - reference : reference - limit;
    return most >= 0 && Limits.ppm(gap, limit) > most;
  }

  /// Why a ready intent should not have stolen; null if it may.
  @Nullable String mayNotSteal(ToldIntent thief) {
    if (!settings.steals().enabled() || settings.policy().name().equals("FirstCome")) {
      return "nobody steals";
    } else if (thief.distancePpm > stealPpm(thief)) {
      return "it is not near enough to steal";
    } else if (told.nowNs < thief.stealFromNs) {
      return "it pauses from stealing";
    }
    if (told.brakes.holdSteals() || told.isTooExposed(thief)) {
      return "there is a storm";
    }
    boolean cools = told.feuds.isCooling(thief.intent.instrument(), told.nowNs);
    return cools && !settings.steals().withinInstrument() ? "it is on cooldown" : null;
  }

  private int stealPpm(ToldIntent thief) {
    Tier tier = tier(thief);
    Integer set = settings.tolerances().stealPpm();
    return tier != null ? tier.stealPpm() : set == null ? entryPpm(thief) : set;
  }

  long worth(ToldIntent one) {
    return switch (settings.policy().name()) {
      case "FurthestFirst" -> -one.distancePpm;
      case "LowestForecastFirst" -> one.forecastRaw();
      case "Random" -> drawn(one.intent.id().value()) - Long.MIN_VALUE;
      default -> throw new IllegalStateException("no worth for " + settings.policy().name());
    };
  }

  /// Whether one is looked at before another.
  boolean precedes(ToldIntent one, ToldIntent other) {
    if (one.priority != other.priority) {
      return one.priority > other.priority;
    }
    boolean first = isAtOnce(one);
    if (first != isAtOnce(other)) {
      return first;
    }
    int rank = first && one.rank > 0 ? one.rank : Integer.MAX_VALUE;
    int otherRank = first && other.rank > 0 ? other.rank : Integer.MAX_VALUE;
    if (rank != otherRank) {
      return rank < otherRank;
    } else if (worth(one) != worth(other)) {
      return worth(one) > worth(other);
    } else if (one.forecastRaw() != other.forecastRaw()) {
      return one.forecastRaw() > other.forecastRaw();
    }
    return one.appearedNs != other.appearedNs
        ? one.appearedNs < other.appearedNs
        : one.intent.id().compareTo(other.intent.id()) < 0;
  }

  /// FNV-1a of the id, then the finaliser of SplitMix64.
  private long drawn(String id) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
    }
    long mixed = seed + hash;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  /// Why an order is no victim of a thief; null if it is one.
  @Nullable String spared(ToldIntent thief, ToldOrder order, long[] shortfall) {
    ToldIntent owner = order.intent;
    boolean own = owner.market == thief.market;
    if (!order.isEntry()) {
      return "it is an exit";
    } else if (owner.intent.kind() != headroom.core.intent.IntentKind.ENTRY) {
      return "it is a probe";
    } else if (owner == thief || (own && !settings.steals().withinInstrument())) {
      return "it is on the thief's instrument";
    } else if (order.stage != ToldOrder.Stage.RESTS) {
      return "it does not rest";
    } else if (told.nowNs < order.sparedUntilNs) {
      return "its cancel was just rejected";
    } else if (isAtOnce(owner)) {
      return "it is at once";
    } else if (owner.intent.vip()) {
      return "it is a VIP";
    } else if (!uses(order.usage, shortfall)) {
      return "it uses nothing that is short";
    } else if (!own
        && (told.feuds.isCooling(owner.intent.instrument(), told.nowNs)
            || told.feuds.isCooling(thief.intent.instrument(), told.nowNs))) {
      return "a cooldown holds";
    } else if (owner.distancePpm < 0) {
      return "it has no price";
    } else if (isFilledEnough(order)) {
      return "it is filled enough";
    } else if (owner.distancePpm <= settings.tolerances().protectPpm()) {
      return "it is protected by distance";
    } else if (told.nowNs - order.sentNs < settings.steals().minRestNs()) {
      return "it is too young";
    } else if (thief.priority < owner.priority) {
      return "its owner comes first";
    } else if (thief.priority == owner.priority && worth(thief) <= worth(owner)) {
      return "it is worth as much";
    }
    return fights(thief, owner) && thief.forecastRaw() <= owner.forecastRaw()
        ? "the two are fighting"
        : null;
  }

  boolean fights(ToldIntent thief, ToldIntent owner) {
    FightRules rules = settings.fights();
    boolean exempt =
        rules.cryptoExempt() && thief.instrument().isCrypto() && owner.instrument().isCrypto();
    return thief.market != owner.market
        && !exempt
        && told.feuds.areFighting(thief.intent.instrument(), owner.intent.instrument(), told.nowNs);
  }

  private static boolean uses(long[] usage, long[] shortfall) {
    boolean uses = false;
    for (int c = 0; c < usage.length; c++) {
      uses |= usage[c] > 0 && shortfall[c] > 0;
    }
    return uses;
  }

  private boolean isFilledEnough(ToldOrder order) {
    int share = settings.steals().protectFilledPpm();
    if (order.filledRaw == 0) {
      return false;
    }
    if (share > 0 && (double) order.filledRaw / order.quantityRaw >= share / 1_000_000.0) {
      return true;
    }
    ToldIntent one = order.intent;
    var profit = one.intent.exit().takeProfit();
    long exitRaw = profit == null ? one.intent.limit().raw() : profit.raw();
    return one.openRaw > 0
        && !one.intent.exit().isNone()
        && told.isBelowMinimum(one, exitRaw, one.openRaw);
  }
}
