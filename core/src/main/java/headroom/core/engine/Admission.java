package headroom.core.engine;

import headroom.core.engine.Observer.Candidate;
import headroom.core.engine.Observer.Look;
import headroom.core.engine.Observer.Need;
import headroom.core.engine.Observer.Used;
import headroom.core.engine.StealSearch.Found;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.steal.StealPolicy;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks at one ready intent that has no order: it is placed, steals, or is refused with a reason.
final class Admission {
  private final Book book;
  private final Steals steals;
  private final Orders orders;
  private final StealSearch search;
  private final Overnight overnight;
  private final StealPolicy policy;

  Admission(Book book, Steals steals, Orders orders, StealSearch search, Overnight overnight) {
    this.book = book;
    this.steals = steals;
    this.orders = orders;
    this.search = search;
    this.overnight = overnight;
    this.policy = book.settings.policy();
  }

  /// Places a ready intent, or lets it steal, or refuses it.
  ///
  /// @param isWaitedFor whether one before it does not fit and is not to be overtaken
  /// @return whether it was placed or steals
  boolean admit(Watch watch, boolean isWaitedFor) {
    long valuePriceRaw = book.valuePriceRaw(watch);
    long[] need = book.need(watch, valuePriceRaw);
    if (watch.isTooSmall) {
      book.end(watch, IntentState.DONE, "below-minimum");
      return true;
    }
    if (isTooExposed(watch, valuePriceRaw)) {
      watch.verdict = Refusal.HELD_STORM_GUARD;
      return false;
    }
    if (book.capacity.isOverFor(need) || isTooMuchOvernight(watch, valuePriceRaw)) {
      return refuse(watch, Refusal.OVER_LIMIT, need, null);
    }
    if (book.capacity.isUnknownFor(need)) {
      return refuse(watch, Refusal.CAPACITY_UNKNOWN, need, null);
    }
    if (isWaitedFor) {
      return refuse(watch, Refusal.STRICT_ORDER, need, null);
    }
    if (book.takesFree(watch) && book.capacity.fits(need, book.capacity.nothing())) {
      return takeFree(watch, need, valuePriceRaw);
    }
    Refusal refusal = mayNotSteal(watch);
    if (refusal != null) {
      return refuse(watch, refusal, need, null);
    }
    Found found = search.search(watch, need);
    if (found.refusal() != null) {
      return isOnCooldown(watch)
          ? refuse(watch, Refusal.THIEF_ON_COOLDOWN, need, null)
          : refuse(watch, found.refusal(), need, found);
    }
    int messages = found.victims().size() + 1;
    if (!book.budget.allowsSteal(messages)) {
      book.settleAt(book.budget.stealFromNs(messages));
      return refuse(watch, Refusal.MESSAGE_BUDGET, need, found);
    }
    steal(watch, need, found);
    return true;
  }

  private boolean takeFree(Watch watch, long[] need, long valuePriceRaw) {
    if (!book.budget.allowsEntry()) {
      book.settleAt(book.budget.entryFromNs());
      return refuse(watch, Refusal.MESSAGE_BUDGET, need, null);
    }
    orders.enter(watch, need, valuePriceRaw, new Cause.Free(watch.distancePpm));
    return true;
  }

  private boolean isTooMuchOvernight(Watch watch, long valuePriceRaw) {
    return overnight.holds(watch)
        && overnight.exceedsRoom(
            Fixed.product(valuePriceRaw, watch.remainingRaw, RoundingMode.CEILING));
  }

  boolean isTooExposed(Watch watch, long valuePriceRaw) {
    long value = Fixed.product(valuePriceRaw, watch.remainingRaw, RoundingMode.CEILING);
    return book.storm.exceedsExposure(book, watch, value);
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
    if (book.nowNs < watch.stealFromNs) {
      return Refusal.RETRY_PAUSE;
    }
    if (book.storm.holdsSteals()) {
      book.settleAt(book.storm.stealsFromNs());
      return Refusal.STORM_GUARD;
    }
    return null;
  }

  private boolean isOnCooldown(Watch watch) {
    return search.isOnCooldown(watch);
  }

  private void steal(Watch watch, long[] need, Found found) {
    watch.verdict = null;
    book.observer.stole(look(watch, null, need, found));
    if (book.dryRun) {
      return;
    }
    book.counters.count(Counter.STEAL_ATTEMPTS);
    book.storm.stole(book.nowNs);
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
  void blocked(Watch watch, Refusal refusal, long[] need, @Nullable Found found) {
    book.blocked(watch);
    if (!watch.refusals.add(refusal)) {
      return;
    }
    book.counters.refused(refusal);
    if (refusal.isAttempt() && found != null) {
      book.counters.count(Counter.STEAL_ATTEMPTS);
    }
    if (found != null) {
      search.countSpared(watch, need, found);
    }
    if (refusal == Refusal.NO_CANDIDATES) {
      book.counters.noCandidates(search.heldBy(watch, need));
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
    return new Look(
        book.nowNs,
        watch.intent.id(),
        watch.distancePpm,
        book.stealPpm(watch),
        refusal,
        needs,
        candidates);
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
