package headroom.core.engine;

import headroom.core.capacity.AccountRead;
import headroom.core.engine.Observer.Candidate;
import headroom.core.engine.Observer.Look;
import headroom.core.engine.Observer.Need;
import headroom.core.engine.Observer.Used;
import headroom.core.engine.StealSearch.Found;
import headroom.core.num.Money;
import headroom.core.steal.StealPolicy;
import headroom.core.tolerance.Distance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks once at every intent that has no order, after each input: it is placed, steals, or is
/// refused with a reason, before the next is looked at.
final class Settlement {
  /// Who is looked at first.
  private static final Comparator<Watch> WORTHIEST_FIRST =
      Comparator.<Watch>comparingInt(watch -> watch.atOnce ? 0 : 1)
          .thenComparingInt(
              watch -> watch.atOnce && watch.rank > 0 ? watch.rank : Integer.MAX_VALUE)
          .thenComparing(Comparator.<Watch>comparingLong(watch -> watch.worth).reversed())
          .thenComparing(Comparator.<Watch>comparingLong(Watch::forecastRaw).reversed())
          .thenComparingLong(watch -> watch.appearedNs)
          .thenComparing(watch -> watch.intent.id());

  private final Book book;
  private final Steals steals;
  private final Exits exits;
  private final Intents intents;
  private final Ranks ranks;
  private final Orders orders;
  private final StealSearch search;
  private final StealPolicy policy;

  Settlement(Book book, Steals steals, Exits exits, Intents intents, Ranks ranks) {
    this.book = book;
    this.steals = steals;
    this.exits = exits;
    this.intents = intents;
    this.ranks = ranks;
    this.orders = new Orders(book);
    this.search = new StealSearch(book);
    this.policy = book.settings.policy();
  }

  /// Time passes in which nothing changes.
  void pass(long durationNs) {
    if (durationNs > 0 && isIdle()) {
      book.counters.idle(durationNs);
    }
  }

  /// Whether somebody is blocked while over half of the first constraint is free.
  private boolean isIdle() {
    if (book.capacity.constraints().isEmpty()) {
      return false;
    }
    Money limit = book.capacity.limit(0);
    if (limit == null || book.capacity.freeRaw(0) <= limit.raw() / 2) {
      return false;
    }
    for (Watch watch : book.live) {
      if (watch.isBlocked()) {
        return true;
      }
    }
    return false;
  }

  /// Takes over what the account is worth.
  void account(AccountRead account) {
    book.account = account;
    book.capacity.read(account);
    for (AccountRead.Mark mark : account.marks()) {
      Market market = book.marketOrNull(mark.instrument());
      if (market != null) {
        market.markRaw = mark.price().raw();
      }
    }
    book.lots.forEach(book::value);
  }

  void settle() {
    ranks.refresh();
    book.live.forEach(this::refresh);
    exits.settle();
    for (Steal steal : List.copyOf(book.steals)) {
      if (steal.pending.isEmpty() && (steal.refusals == 0 || book.nowNs >= steal.againFromNs)) {
        resolve(steal);
      }
    }
    List<Watch> contenders = new ArrayList<>();
    for (Watch watch : List.copyOf(book.live)) {
      if (watch.order == null && watch.steal == null) {
        look(watch, contenders);
      }
    }
    contenders.sort(WORTHIEST_FIRST);
    boolean isWaitedFor = false;
    for (Watch watch : contenders) {
      boolean served = admit(watch, isWaitedFor);
      isWaitedFor |= !served && book.settings.steals().strictOrder();
    }
  }

  /// Brings up to date what is derived from time and price.
  private void refresh(Watch watch) {
    long reference = book.referenceRaw(watch);
    watch.distancePpm =
        reference == 0 ? Watch.UNKNOWN : Distance.ppm(watch.side(), reference, watch.limitRaw());
    watch.atOnce = !watch.isOver(book.nowNs) && book.isAtOnce(watch);
    boolean near = watch.atOnce || watch.distancePpm <= book.entryPpm(watch);
    boolean ready =
        reference != 0 && near && !isThrough(watch, reference) && !watch.isOver(book.nowNs);
    if (ready && !watch.ready) {
      watch.readySinceNs = book.nowNs;
      if (!watch.wasReady && watch.opens()) {
        book.counters.count(Counter.READY);
      }
      watch.wasReady = true;
    }
    watch.ready = ready;
    if (watch.order == null && reference != 0) {
      watch.cameTo(book.entryPpm(watch), book.nowNs);
    }
    if (!ready) {
      book.endEpisode(watch);
    }
  }

  /// Whether the price has passed the limit by more than is wanted.
  private boolean isThrough(Watch watch, long reference) {
    int most = book.settings.pauses().maxThroughPpm();
    return most >= 0 && Distance.ppm(watch.side().opposite(), reference, watch.limitRaw()) > most;
  }

  /// All victims of a steal are over: its thief is placed, or the steal is aborted.
  private void resolve(Steal steal) {
    Watch thief = steal.thief;
    if (thief.isOver(book.nowNs)) {
      intents.expire(thief);
      return;
    }
    if (book.dryRun) {
      steals.abort(steal, "dry-run");
      return;
    }
    if (book.isBelowMinimum(thief.market, thief.limitRaw(), thief.remainingRaw)) {
      steals.abort(steal, "closed.remainder");
      book.end(thief, IntentState.DONE, "remainder");
      return;
    }
    Refusal refusal = held(thief);
    long valuePriceRaw = book.valuePriceRaw(thief);
    long[] need = book.orderUsage(thief.market, valuePriceRaw, thief.remainingRaw);
    if (refusal == null && book.capacity.isUnknownFor(need)) {
      refusal = Refusal.CAPACITY_UNKNOWN;
    }
    if (refusal == null && !book.capacity.fits(need, steal.earmark)) {
      refusal = Refusal.NOT_RELEASED;
    }
    if (refusal == null) {
      steals.placed(steal);
      Working order = orders.enter(thief, need, valuePriceRaw, new Cause.Steal(thief.distancePpm));
      order.inherits = steal;
      return;
    }
    steals.abort(steal, refusal.word());
    thief.verdict = refusal;
    thief.verdictNs = book.nowNs;
    if (refusal.isBlocked()) {
      blocked(thief, refusal, need, null);
    }
  }

  private void look(Watch watch, List<Watch> contenders) {
    if (watch.isOver(book.nowNs)) {
      return;
    }
    Refusal refusal = held(watch);
    if (refusal != null) {
      // What was said of an aborted steal at this very instant stands.
      if (refusal != Refusal.RETRY || watch.verdictNs != book.nowNs) {
        if (watch.verdict != refusal) {
          book.observer.waits(book.nowNs, watch.intent.id(), refusal, watch.distancePpm);
        }
        watch.verdict = refusal;
      }
    } else if (!watch.opens()) {
      orders.exit(watch);
    } else {
      watch.worth = policy.worth(watch);
      contenders.add(watch);
    }
  }

  /// Why capacity is not even asked for; null if it is.
  private @Nullable Refusal held(Watch watch) {
    if (watch.held != null) {
      return watch.held;
    }
    boolean closed = watch.opens() && watch.market.instrument.isStock() && !book.session.isOpen();
    if (closed) {
      return Refusal.SESSION_CLOSED;
    }
    watch.replaces.removeIf(order -> !order.isLive());
    if (!watch.replaces.isEmpty()) {
      return Refusal.REPLACEMENT;
    }
    if (isPaused(watch)) {
      return Refusal.RETRY;
    }
    if (watch.distancePpm == Watch.UNKNOWN) {
      return Refusal.NO_QUOTE;
    }
    if (!watch.opens()) {
      return null;
    }
    if (isThrough(watch, book.referenceRaw(watch))) {
      return Refusal.THROUGH;
    }
    return watch.ready ? null : Refusal.BEYOND_ENTRY_TOLERANCE;
  }

  private boolean isPaused(Watch watch) {
    Working other = watch.standsInTheWay;
    return book.nowNs < watch.retryFromNs
        || watch.market.prices <= watch.needsPriceAfter
        || (other != null && other.isLive());
  }

  /// Places a ready intent, or lets it steal, or refuses it.
  ///
  /// @param isWaitedFor whether one before it does not fit and is not to be overtaken
  /// @return whether it was placed or steals
  private boolean admit(Watch watch, boolean isWaitedFor) {
    if (book.isBelowMinimum(watch.market, watch.limitRaw(), watch.remainingRaw)) {
      book.end(watch, IntentState.DONE, "below-minimum");
      return true;
    }
    long valuePriceRaw = book.valuePriceRaw(watch);
    long[] need = book.orderUsage(watch.market, valuePriceRaw, watch.remainingRaw);
    if (book.capacity.isOverFor(need)) {
      return refuse(watch, Refusal.OVER_LIMIT, need, null);
    }
    if (book.capacity.isUnknownFor(need)) {
      return refuse(watch, Refusal.CAPACITY_UNKNOWN, need, null);
    }
    if (isWaitedFor) {
      return refuse(watch, Refusal.STRICT_ORDER, need, null);
    }
    if (book.capacity.fits(need, book.capacity.nothing())) {
      orders.enter(watch, need, valuePriceRaw, new Cause.Free(watch.distancePpm));
      return true;
    }
    Refusal refusal = mayNotSteal(watch);
    if (refusal != null) {
      return refuse(watch, refusal, need, null);
    }
    Found found = search.search(watch, need);
    if (found.refusal() != null) {
      boolean cools = isOnCooldown(watch);
      return cools
          ? refuse(watch, Refusal.THIEF_ON_COOLDOWN, need, null)
          : refuse(watch, found.refusal(), need, found);
    }
    steal(watch, need, found);
    return true;
  }

  private @Nullable Refusal mayNotSteal(Watch watch) {
    if (!policy.steals() || !book.settings.steals().enabled()) {
      return Refusal.STEALING_DISABLED;
    }
    if (watch.distancePpm > book.stealPpm(watch)) {
      return Refusal.BEYOND_STEAL_TOLERANCE;
    }
    if (isOnCooldown(watch) && !book.settings.steals().withinInstrument()) {
      return Refusal.THIEF_ON_COOLDOWN;
    }
    return book.nowNs < watch.stealFromNs ? Refusal.RETRY_PAUSE : null;
  }

  private boolean isOnCooldown(Watch watch) {
    return book.history.isOnCooldown(watch.intent.instrument(), book.nowNs);
  }

  private void steal(Watch watch, long[] need, Found found) {
    watch.verdict = null;
    book.observer.stole(look(watch, null, need, found));
    if (book.dryRun) {
      return;
    }
    book.counters.count(Counter.STEAL_ATTEMPTS);
    for (Working victim : found.victims()) {
      if (search.isFighting(watch, victim)) {
        book.counters.count(Counter.FIGHT_RESOLUTIONS);
      }
    }
    steals.start(watch, need, found.victims());
  }

  private boolean refuse(Watch watch, Refusal refusal, long[] need, @Nullable Found found) {
    watch.verdict = refusal;
    blocked(watch, refusal, need, found);
    return false;
  }

  /// Begins or continues a blocked episode; each reason counts once in it.
  private void blocked(Watch watch, Refusal refusal, long[] need, @Nullable Found found) {
    if (!watch.isBlocked()) {
      book.counters.count(Counter.BLOCKED_EPISODES);
      watch.blockedSinceNs = book.nowNs;
    }
    watch.state = IntentState.BLOCKED;
    if (!watch.refusals.add(refusal)) {
      return;
    }
    book.counters.refused(refusal);
    if (refusal.isAttempt()) {
      book.counters.count(Counter.STEAL_ATTEMPTS);
    }
    if (found != null) {
      search.countSpared(watch, need, found);
    }
    if (refusal == Refusal.NO_CANDIDATES) {
      book.counters.noCandidates(search.heldBy(need));
    }
    book.observer.refused(look(watch, refusal, need, found));
  }

  private Look look(Watch watch, @Nullable Refusal refusal, long[] need, @Nullable Found found) {
    List<Need> needs = new ArrayList<>();
    List<Candidate> candidates = List.of();
    if (book.observer.listens()) {
      for (int c = 0; c < need.length; c++) {
        if (need[c] > 0) {
          Long free = book.capacity.limit(c) == null ? null : book.capacity.freeRaw(c);
          needs.add(new Need(book.capacity.constraints().get(c).name(), need[c], free, used(c)));
        }
      }
      candidates = found == null ? List.of() : search.explain(watch, need, found);
    }
    return new Look(book.nowNs, watch.intent.id(), watch.distancePpm, refusal, needs, candidates);
  }

  private Used used(int c) {
    Money limit = book.capacity.limit(c);
    return new Used(
        limit == null ? null : (Long) limit.raw(),
        book.capacity.positionsRaw(c),
        book.capacity.ordersRaw(c),
        book.capacity.earmarkedRaw(c),
        book.capacity.foreignRaw(c));
  }
}
