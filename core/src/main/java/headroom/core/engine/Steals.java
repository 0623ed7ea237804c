package headroom.core.engine;

import headroom.core.intent.IntentId;
import headroom.core.market.InstrumentId;
import headroom.core.steal.StealHistory.Consequence;
import java.util.List;

/// Carries out steals: cancels under way, what they release, and how they end.
final class Steals {
  /// How long after each refusal for lack of funds a thief is sent again.
  private static final long[] AGAIN_AFTER_NS = {250_000_000L, 500_000_000L, 1_000_000_000L};

  private final Book book;

  Steals(Book book) {
    this.book = book;
  }

  /// Cancels the victims. What is free now, up to the need, is kept for the thief.
  void start(Watch thief, long[] need, List<Working> victims) {
    long[] earmark = book.capacity.nothing();
    for (int c = 0; c < need.length; c++) {
      if (need[c] > 0 && book.takesFree(thief)) {
        earmark[c] = Math.min(Math.max(book.capacity.freeRaw(c), 0), need[c]);
      }
    }
    Steal steal = new Steal(thief, earmark);
    book.capacity.changeEarmark(book.capacity.nothing(), earmark);
    book.steals.add(steal);
    thief.steal = steal;
    thief.state = IntentState.STEALING;
    thief.verdict = null;
    for (Working victim : victims) {
      victim.thief = steal;
      victim.state = Working.State.CANCELING;
      victim.cancelAsked = true;
      victim.watch.state = IntentState.CANCELING;
      victim.cancelCause =
          new Cause.StolenBy(thief.intent.id(), thief.distancePpm, victim.watch.distancePpm);
      steal.pending.add(victim);
      book.moveLevels(victim.watch.market);
      book.send(victim.cancel(victim.cancelCause));
      book.questions.watchAnswer(victim);
    }
    book.served++;
    book.moveLevels(thief.market);
  }

  /// The cancel of a victim was confirmed: a steal is on record, even if its thief is gone.
  void confirmed(Working victim, long[] released) {
    Steal steal = victim.thief;
    if (steal == null) {
      return;
    }
    book.counters.count(Counter.STOLEN);
    sayStolen(steal.thief, victim);
    recorded(steal.thief.intent.instrument(), victim.watch.intent.instrument(), book.nowNs);
    steal.releasedNs = book.nowNs;
    released(victim, released);
  }

  private void sayStolen(Watch thief, Working victim) {
    IntentId robbed = victim.watch.intent.id();
    if (victim.cancelCause instanceof Cause.StolenBy(IntentId id, int thiefPpm, int victimPpm)) {
      book.observer.stolen(book.nowNs, id, robbed, thiefPpm, victimPpm);
    } else {
      book.observer.stolen(book.nowNs, thief.intent.id(), robbed, Watch.UNKNOWN, Watch.UNKNOWN);
    }
  }

  /// A victim is over; what it reserved is promised to the thief if that still waits.
  void released(Working victim, long[] released) {
    Steal steal = victim.thief;
    dropped(victim);
    if (steal == null || !book.steals.contains(steal)) {
      return;
    }
    long[] after = steal.earmark.clone();
    for (int c = 0; c < after.length; c++) {
      after[c] = Math.addExact(after[c], released[c]);
    }
    book.capacity.changeEarmark(steal.earmark, after);
    steal.earmark = after;
  }

  /// Nothing comes of a victim; the steal goes on with the rest.
  void dropped(Working victim) {
    Steal steal = victim.thief;
    if (steal != null) {
      steal.pending.remove(victim);
      victim.thief = null;
    }
  }

  /// The cancel of a victim was refused, and the steal goes on with the rest. Should the cancel be
  /// confirmed all the same, it was this steal's.
  void rejected(Working victim) {
    Steal steal = victim.thief;
    if (steal != null) {
      steal.pending.remove(victim);
    }
  }

  void recorded(InstrumentId thief, InstrumentId victim, long timeNs) {
    boolean exempt =
        book.settings
            .fights()
            .isExempt(book.market(thief).instrument, book.market(victim).instrument);
    Consequence consequence = book.history.record(thief, victim, timeNs, exempt);
    book.changes.everyVerdict();
    if (thief.equals(victim)) {
      return;
    }
    book.counters.count(Counter.COOLDOWNS);
    settleAtCooldownEnd(victim);
    if (consequence.fights()) {
      book.counters.count(Counter.COOLDOWNS);
      settleAtCooldownEnd(thief);
    }
    if (consequence.startsFight()) {
      book.counters.count(Counter.FIGHTS);
    }
    long forgottenNs = timeNs + book.settings.fights().windowNs() + 1;
    book.timers.at(forgottenNs, Timers.Kind.SPARED, () -> true);
  }

  private void settleAtCooldownEnd(InstrumentId instrument) {
    long endNs = book.history.cooldownEndNs(instrument);
    book.market(instrument).cooldownEndNs = endNs;
    book.timers.at(
        endNs, Timers.Kind.SPARED, () -> book.history.cooldownEndNs(instrument) == endNs);
  }

  /// The thief's order is on its way: what was promised to it is now reserved.
  void placed(Steal steal) {
    forget(steal);
    steal.againFromNs = Long.MAX_VALUE;
    steal.thief.steal = null;
    book.changes.touch(steal.thief);
    book.changes.everyVerdict();
  }

  private void forget(Steal steal) {
    if (book.steals.remove(steal)) {
      book.capacity.changeEarmark(steal.earmark, book.capacity.nothing());
      steal.earmark = book.capacity.nothing();
    }
  }

  /// Ends a steal without its thief being placed. Its confirmed cancels stay on record.
  void abort(Steal steal, String reason) {
    forget(steal);
    Watch thief = steal.thief;
    thief.steal = null;
    if (thief.state.isLive()) {
      thief.state = thief.isBlocked() ? IntentState.BLOCKED : IntentState.WAITING;
    }
    thief.needsPriceAfter = thief.market.prices;
    thief.aborts++;
    boolean parks = thief.aborts >= book.settings.steals().parkAfter();
    long pauseNs = parks ? book.settings.steals().parkNs() : book.settings.steals().stealRetryNs();
    thief.aborts = parks ? 0 : thief.aborts;
    thief.stealFromNs = book.nowNs + pauseNs;
    book.changes.touch(thief);
    book.changes.everyVerdict();
    book.settleAt(thief.stealFromNs, thief);
    book.moveLevels(thief.market);
    book.counters.aborted(reason);
    book.observer.aborted(book.nowNs, thief.intent.id(), reason);
  }

  /// The venue refused a thief for lack of funds soon after a release, whose booking it may not
  /// have seen itself: the thief keeps what it needs and is sent again, a few times.
  ///
  /// @return whether it will be tried again
  boolean refusedFunds(Steal steal, long[] need) {
    boolean recent =
        steal.releasedNs != Long.MIN_VALUE
            && book.nowNs - steal.releasedNs <= book.settings.steals().releaseGraceNs();
    if (!recent || steal.refusals >= AGAIN_AFTER_NS.length) {
      return false;
    }
    steal.againFromNs = book.nowNs + AGAIN_AFTER_NS[steal.refusals];
    steal.refusals++;
    steal.earmark = need.clone();
    book.capacity.changeEarmark(book.capacity.nothing(), steal.earmark);
    book.steals.add(steal);
    steal.thief.steal = steal;
    steal.thief.state = IntentState.STEALING;
    book.timers.at(steal.againFromNs, Timers.Kind.ANSWER, () -> steal.thief.steal == steal);
    book.moveLevels(steal.thief.market);
    return true;
  }
}
