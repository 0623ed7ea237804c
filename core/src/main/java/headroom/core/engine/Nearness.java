package headroom.core.engine;

import headroom.core.steal.StealPolicy;
import headroom.core.tolerance.Distance;
import org.jspecify.annotations.Nullable;

/// What follows for an intent from the price and the time: whether it is near enough to ask for
/// capacity, and what else keeps it from asking.
final class Nearness {
  private final Book book;
  private final StealPolicy policy;

  Nearness(Book book) {
    this.book = book;
    this.policy = book.settings.policy();
  }

  /// Brings up to date what is derived from time and price.
  void refresh(Watch watch) {
    boolean protectedBefore = isWithinProtection(watch);
    int distanceBefore = watch.distancePpm;
    boolean atOnceBefore = watch.atOnce;
    long worthBefore = watch.worth;
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
      watch.cameTo(watch.distancePpm, book.entryPpm(watch), book.nowNs);
    }
    if (!ready) {
      book.endEpisode(watch);
    }
    watch.worth = policy.worth(watch);
    if (watch.order != null) {
      book.entries.moved();
      boolean same =
          watch.atOnce == atOnceBefore
              && isWithinProtection(watch) == protectedBefore
              && (watch.distancePpm == Watch.UNKNOWN) == (distanceBefore == Watch.UNKNOWN);
      if (same) {
        book.changes.moved(watch, worthBefore);
      } else {
        book.changes.everyVerdict();
      }
    }
  }

  private boolean isWithinProtection(Watch watch) {
    return watch.distancePpm <= book.settings.tolerances().protectPpm();
  }

  /// Whether the price has passed the limit by more than is wanted.
  private boolean isThrough(Watch watch, long reference) {
    int most = book.settings.pauses().maxThroughPpm();
    return most >= 0 && Distance.ppm(watch.side().opposite(), reference, watch.limitRaw()) > most;
  }

  /// Why capacity is not even asked for; null if it is.
  @Nullable Refusal held(Watch watch) {
    if (watch.opens() && book.mode != TradingMode.NORMAL) {
      return book.mode == TradingMode.KILLED ? Refusal.HELD_KILL_SWITCH : Refusal.HELD_REDUCE_ONLY;
    }
    if (watch.held != null) {
      return watch.held;
    }
    if (watch.opens() && !book.isOpenFor(watch)) {
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
    if (!watch.ready) {
      return Refusal.BEYOND_ENTRY_TOLERANCE;
    }
    if (book.storm.holdsEntries()) {
      book.settleAt(book.storm.entriesFromNs());
      return Refusal.HELD_STORM_GUARD;
    }
    return null;
  }

  private boolean isPaused(Watch watch) {
    Working other = watch.standsInTheWay;
    return book.nowNs < watch.retryFromNs
        || watch.market.prices <= watch.needsPriceAfter
        || (other != null && other.isLive());
  }
}
