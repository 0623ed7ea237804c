package headroom.core.engine;

import headroom.core.capacity.AccountRead;
import headroom.core.market.Side;
import headroom.core.num.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Looks once at every intent that has no order, after each input: it is placed, steals, or is
/// refused with a reason, before the next is looked at.
///
/// Whoever's verdict can rest on nothing that has changed is passed over; see [Changes].
final class Settlement {
  private final Book book;
  private final Steals steals;
  private final Exits exits;
  private final Overnight overnight;
  private final Intents intents;
  private final Ranks ranks;
  private final Orders orders;
  private final Nearness nearness;
  private final Admission admission;
  private final Quiet quiet;
  private final Contenders contenders = new Contenders();
  private final List<Watch> ownExits = new ArrayList<>();

  Settlement(
      Book book, Steals steals, Exits exits, Intents intents, Ranks ranks, Overnight overnight) {
    this.book = book;
    this.steals = steals;
    this.exits = exits;
    this.overnight = overnight;
    this.intents = intents;
    this.ranks = ranks;
    this.orders = new Orders(book);
    this.nearness = new Nearness(book);
    StealSearch search = new StealSearch(book);
    this.admission = new Admission(book, steals, orders, search, overnight);
    this.quiet = new Quiet(book, contenders, search);
  }

  /// Time passes in which nothing changes.
  void pass(long durationNs) {
    if (durationNs > 0 && isIdle()) {
      book.counters.idle(durationNs);
    }
  }

  /// Whether somebody is blocked while over half of the first constraint is free.
  private boolean isIdle() {
    if (book.blockedIntents == 0 || book.capacity.constraints().isEmpty()) {
      return false;
    }
    Money limit = book.capacity.limit(0);
    return limit != null && book.capacity.freeRaw(0) > limit.raw() / 2;
  }

  /// Takes over what the account is worth.
  void account(AccountRead account) {
    book.account = account;
    boolean weighsOtherwise = book.capacity.read(account);
    for (AccountRead.Mark mark : account.marks()) {
      Market market = book.marketOrNull(mark.instrument());
      if (market != null) {
        market.markRaw = mark.price().raw();
      }
    }
    if (weighsOtherwise) {
      book.weigh();
    }
    book.lots.forEach(book::value);
    book.changes.everyVerdict();
  }

  void settle() {
    ranks.refresh();
    if (book.nowNs >= book.staleFromNs) {
      book.staleFromNs = Long.MAX_VALUE;
      book.changes.everybody();
    }
    for (Watch watch : book.changes.touched(book.live)) {
      if (watch.state.isLive()) {
        nearness.refresh(watch);
      }
    }
    overnight.settle();
    exits.settle();
    resolve();
    look();
    book.changes.settled(book.nowNs, judge());
  }

  /// See [Quiet].
  boolean isQuietWithin(long[] lowRaw, long[] highRaw) {
    return quiet.isWithin(lowRaw, highRaw);
  }

  /// See [Quiet].
  boolean isQuietWithin(int place, long lowRaw, long highRaw) {
    return quiet.isWithin(place, lowRaw, highRaw);
  }

  private void resolve() {
    if (book.steals.isEmpty()) {
      return;
    }
    for (Steal steal : List.copyOf(book.steals)) {
      if (steal.pending.isEmpty() && (steal.refusals == 0 || book.nowNs >= steal.againFromNs)) {
        resolve(steal);
      }
    }
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
    long valuePriceRaw = book.valuePriceRaw(thief);
    long[] need = book.need(thief, valuePriceRaw);
    if (thief.isTooSmall) {
      steals.abort(steal, "closed.remainder");
      book.end(thief, IntentState.DONE, "remainder");
      return;
    }
    Refusal refusal = nearness.held(thief);
    if (refusal == null && book.capacity.isUnknownFor(need)) {
      refusal = Refusal.CAPACITY_UNKNOWN;
    }
    if (refusal == null && admission.isTooExposed(thief, valuePriceRaw)) {
      refusal = Refusal.HELD_STORM_GUARD;
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
      admission.blocked(thief, refusal, need, null);
    }
  }

  /// Finds out who of those that changed asks for capacity.
  private void look() {
    List<Watch> touched = book.changes.touched(book.live);
    if (touched.isEmpty()) {
      return;
    }
    for (int i = 0; i < touched.size(); i++) {
      Watch watch = touched.get(i);
      if (watch.wantsCapacity() && !staysAway(watch) && asks(watch)) {
        contenders.ask(watch);
      } else {
        contenders.leave(watch);
      }
    }
    contenders.order();
    sendExits();
  }

  /// Whether it was too far away before and still is, and nothing but its price has changed.
  private static boolean staysAway(Watch watch) {
    return !watch.changed
        && !watch.ready
        && watch.verdict == Refusal.BEYOND_ENTRY_TOLERANCE
        && watch.distancePpm > watch.entryPpm;
  }

  /// The exits that owners asked for need no capacity; the oldest goes first.
  private void sendExits() {
    if (!ownExits.isEmpty()) {
      ownExits.sort(Comparator.comparingLong(watch -> watch.number));
      ownExits.forEach(orders::exit);
      ownExits.clear();
    }
  }

  private boolean asks(Watch watch) {
    if (watch.isOver(book.nowNs)) {
      return false;
    }
    Refusal refusal = nearness.held(watch);
    if (refusal != null) {
      // What was said of an aborted steal at this very instant stands.
      if (refusal != Refusal.RETRY || watch.verdictNs != book.nowNs) {
        if (watch.verdict != refusal) {
          book.observer.waits(
              book.nowNs, watch.intent.id(), refusal, watch.distancePpm, book.entryPpm(watch));
        }
        watch.verdict = refusal;
      }
      return false;
    }
    if (!watch.opens()) {
      ownExits.add(watch);
      return false;
    }
    return true;
  }

  /// Whether anything that the last verdict rests on is another now.
  private boolean mayBeJudgedOtherwise(Watch watch) {
    if (!watch.touched) {
      return book.changes.concerns(watch);
    }
    // Its price has changed at least. What it needs follows the price if it sells.
    Refusal verdict = watch.verdict;
    return watch.changed
        || verdict == null
        || !verdict.restsOnOrdersAlone()
        || watch.side() == Side.SELL
        || watch.distancePpm > book.stealPpm(watch)
        || !book.entries.compareAsBefore(watch);
  }

  /// Judges, in order of worth, all whose verdict may be another than before.
  ///
  /// @return whether any of them was served
  private boolean judge() {
    boolean strict = book.settings.steals().strictOrder();
    long servedBefore = book.served;
    boolean all = strict || book.changes.concernsEveryVerdict();
    boolean isWaitedFor = false;
    for (int i = 0; i < contenders.size(); i++) {
      Watch watch = contenders.get(i);
      if (all || mayBeJudgedOtherwise(watch)) {
        boolean served = admission.admit(watch, isWaitedFor);
        isWaitedFor |= strict && !served;
        all |= book.served != servedBefore;
        book.entries.compared(watch);
      }
    }
    boolean any = book.served != servedBefore;
    if (any) {
      contenders.removeServed();
    }
    return any;
  }
}
