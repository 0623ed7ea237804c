package headroom.sim.venue;

import headroom.core.calendar.TradingHours;
import headroom.core.engine.Command;
import headroom.core.engine.Event;
import headroom.core.engine.Event.OrderEvent;
import headroom.core.engine.RejectKind;
import headroom.core.engine.Venue;
import headroom.core.intent.OrderId;
import headroom.core.market.InstrumentId;
import headroom.core.num.Fixed;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.sim.account.Account;
import headroom.sim.account.Fill;
import headroom.sim.path.Track;
import headroom.sim.path.Trading;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A venue that matches orders against paths of prices.
///
/// What is sent to it arrives after a latency, acts then, and is answered after the same latency
/// again. It is driven from outside, in the order of time.
///
/// Not thread safe; owned by one run.
public final class SimVenue implements Venue {
  private final VenueRules rules;
  private final TradingHours hours;
  private final Trading trading;
  private final Account account;
  private final Account reported;
  private final List<Track> tracks;
  private final SequencedMap<InstrumentId, Integer> indexes = new TreeMap<>();
  private final Pricing pricing;
  private final OpenOrders orders;
  private final Volumes volumes;
  private final Post post;

  /// Of each instrument, up to which number what was sent is in old shares.
  private final long[] oldUpTo;

  private long nowNs;
  private boolean pricesGiven;
  private long accepted;
  private long trades;
  private long extendedEntries;

  /// @param tracks in the order of the instruments' names, as the accounts have their marks
  /// @param account the true account
  /// @param reported the account as far as its fills were reported to the engine
  /// @param seed starts what is drawn
  public SimVenue(
      VenueRules rules,
      TradingHours hours,
      List<Track> tracks,
      Account account,
      Account reported,
      long seed) {
    this.rules = rules;
    this.hours = hours;
    this.trading = new Trading(hours);
    this.tracks = List.copyOf(tracks);
    this.account = account;
    this.reported = reported;
    this.pricing = new Pricing(rules.costs());
    this.volumes = new Volumes(this.tracks, rules.sharePpm());
    this.post = new Post(new Messages(rules.orderLatency(), rules.cancelLatency(), seed));
    this.orders = new OpenOrders(tracks.size());
    this.oldUpTo = new long[tracks.size()];
    for (int i = 0; i < tracks.size(); i++) {
      indexes.put(tracks.get(i).instrument().id(), i);
    }
  }

  @Override
  public void execute(Command command) {
    if (command instanceof Command.Ask) {
      // Nothing is ever lost here: the answer asked for is on its way.
      return;
    }
    post.send(command, nowNs);
  }

  /// Moves to a time, not before the last one.
  public void advance(long timeNs) {
    pricesGiven &= timeNs == nowNs;
    nowNs = timeNs;
    trading.advance(timeNs);
  }

  /// When the next command arrives here; `Long.MAX_VALUE` if none is under way.
  public long nextArrivalNs() {
    return post.nextArrivalNs();
  }

  /// When the next answer reaches the engine; `Long.MAX_VALUE` if none is under way.
  public long nextDeliveryNs() {
    return post.nextDeliveryNs();
  }

  /// When the path next fills an order within the bars that have begun; `Long.MAX_VALUE` if it does
  /// not.
  public long nextFillNs() {
    return orders.nextFillNs();
  }

  /// Whether the path of a track fills no order while it stays within bounds.
  public boolean isQuietWithin(int place, long lowRaw, long highRaw) {
    List<Resting> here = orders.of(place);
    for (int k = 0; k < here.size(); k++) {
      Resting order = here.get(k);
      if (isShut(order)) {
        continue;
      }
      boolean reached = order.buys() ? lowRaw <= order.levelRaw : highRaw >= order.levelRaw;
      if (order.limit() == null || reached) {
        return false;
      }
    }
    return true;
  }

  /// Goes on after bars have been left out in which no order was filled: from a time within a bar
  /// whose open was not played.
  public void resume() {
    for (int i = 0; i < tracks.size(); i++) {
      Track track = tracks.get(i);
      if (track.hasPath() && volumes.enter(i)) {
        orders.of(i).forEach(this::await);
      }
    }
  }

  /// Hands over the next answer. The report of a fill comes with the account as it is by then
  /// reported.
  public Event deliver() {
    return heard(post.delivered());
  }

  private Event heard(Delivery delivery) {
    Fill fill = delivery.fill();
    if (fill == null) {
      return delivery.event();
    }
    reported.book(fill, Objects.requireNonNull(indexes.get(fill.instrument())));
    return new Event.Together(
        List.of(delivery.event(), new Event.AccountChanged(reported.read(nowNs))));
  }

  /// Lets the next command act.
  public void arrive() {
    Arrival arrival = post.arrived();
    switch (arrival.command()) {
      case Command.Place place -> {
        int index = Objects.requireNonNull(indexes.get(place.instrument()));
        if (arrival.number() <= oldUpTo[index]) {
          OrderEvent refused =
              new OrderEvent.Rejected(place.order(), RejectKind.HALTED, "shares were split");
          answer(refused, arrival.latencyNs());
        } else {
          place(place, index, arrival.latencyNs());
        }
      }
      case Command.Cancel cancel -> cancel(cancel.order(), arrival.latencyNs());
      case Command.Replace replace -> replace(replace, arrival.latencyNs());
      case Command.Ask _ -> throw new IllegalStateException("ask must not be under way");
    }
  }

  private void answer(OrderEvent event, long latencyNs) {
    post.answer(event, nowNs, latencyNs);
  }

  private void place(Command.Place place, int index, long latencyNs) {
    Track track = tracks.get(index);
    TradingHours sessions = place.timeInForce().isExtended() ? hours.extended() : hours;
    if (Resting.needsSession(place, track.instrument()) && !sessions.isOpen(nowNs)) {
      answer(new OrderEvent.Rejected(place.order(), RejectKind.CLOSED, "closed"), latencyNs);
      return;
    }
    boolean opens = place.purpose() == Command.Purpose.ENTRY;
    String refusal = opens ? account.refusesToOpen(track.instrument(), place.side(), nowNs) : null;
    if (refusal != null) {
      answer(new OrderEvent.Rejected(place.order(), RejectKind.PERMISSION, refusal), latencyNs);
      return;
    }
    accepted++;
    Resting order = new Resting(place, track, index, accepted, rules.fillRule());
    orders.add(order);
    answer(new OrderEvent.Accepted(place.order()), latencyNs);
    if (!isOnPath(track) || isShut(order)) {
      return;
    }
    Price limit = place.limit();
    if (limit == null || track.isBeyond(order.levelRaw, order.buys())) {
      Price price = pricing.onPath(track, place.side(), limit, hours.regime(nowNs));
      fill(order, price, false);
    } else {
      await(order);
    }
  }

  /// At the open of a bar, what arrives before its price rests like what was there before.
  private boolean isOnPath(Track track) {
    return track.hasPath() && (!track.isOpening() || pricesGiven);
  }

  private void await(Resting order) {
    orders.fillsAt(order, reachesNs(order));
    order.moves = true;
  }

  /// When the rest of the present bar fills an order; not outside of the session in which it works.
  private long reachesNs(Resting order) {
    long timeNs = order.track.reachesNs(order.levelRaw, order.buys());
    boolean never = order.isOfCore() && trading.isOutsideAt(timeNs);
    return never ? Long.MAX_VALUE : timeNs;
  }

  /// Whether present prices are not those of an order.
  private boolean isShut(Resting order) {
    return trading.isOutside() && order.isOfCore();
  }

  private void cancel(OrderId id, long latencyNs) {
    Resting order = orders.findOpen(id);
    if (order == null) {
      answer(new OrderEvent.CancelRejected(id, "not open"), latencyNs);
      return;
    }
    orders.remove(order);
    answer(new OrderEvent.Canceled(id, order.filledRaw), latencyNs);
  }

  private void replace(Command.Replace replace, long latencyNs) {
    Resting order = orders.findOpen(replace.order());
    long quantityRaw = replace.quantity().raw();
    if (order == null || quantityRaw <= order.filledRaw) {
      answer(new OrderEvent.ReplaceRejected(replace.order(), "not open"), latencyNs);
      return;
    }
    order.quantityRaw = quantityRaw;
    answer(new OrderEvent.Replaced(replace.order(), replace.quantity()), latencyNs);
  }

  /// The prices of this instant: bars that open, and paths that reach an order. Instruments by
  /// name, orders by age.
  ///
  /// @param atKnot whether a bar may begin now
  public void match(boolean atKnot) {
    pricesGiven = true;
    if (!atKnot && nextFillNs() > nowNs) {
      return;
    }
    for (int i = 0; i < tracks.size(); i++) {
      Track track = tracks.get(i);
      if (track.isOpening()) {
        volumes.enter(i);
      }
      List<Resting> here = orders.of(i);
      if (!here.isEmpty()) {
        match(track, here);
      }
    }
  }

  private void match(Track track, List<Resting> here) {
    if (track.isOpening()) {
      here.forEach(this::open);
    }
    // What is filled leaves the list.
    for (Resting order : List.copyOf(here)) {
      if (order.live && order.fillsNs == nowNs) {
        reach(order);
      }
    }
  }

  /// A bar opens: the price has jumped to its open.
  private void open(Resting order) {
    if (isShut(order)) {
      orders.fillsAt(order, Long.MAX_VALUE);
      return;
    }
    Track track = order.track;
    Price limit = order.limit();
    boolean jumped =
        limit == null
            || (order.buys()
                ? track.openRaw() <= order.levelRaw
                : track.openRaw() >= order.levelRaw);
    order.moves = !jumped;
    orders.fillsAt(order, jumped ? nowNs : reachesNs(order));
  }

  private void reach(Resting order) {
    Price limit = order.limit();
    if (limit == null) {
      fill(
          order, pricing.onPath(order.track, order.place.side(), null, hours.regime(nowNs)), false);
    } else {
      fill(order, order.moves ? limit : new Price(order.track.openRaw()), true);
    }
  }

  /// Fills as much as the bar's volume allows; the rest waits for the next bar's open.
  private void fill(Resting order, Price price, boolean maker) {
    long quantityRaw = volumes.take(order.index, order.remainingRaw(), nowNs);
    orders.fillsAt(order, Long.MAX_VALUE);
    if (quantityRaw <= 0) {
      return;
    }
    order.filledRaw += quantityRaw;
    trades++;
    extendedEntries += order.isEntry() && order.extended ? 1 : 0;
    Quantity quantity = new Quantity(quantityRaw);
    Fill fill = pricing.fill(nowNs, order, price, quantity, maker, hours.regime(nowNs), account);
    account.book(fill, order.index);
    if (order.remainingRaw() == 0) {
      orders.remove(order);
    }
    post.report(
        new OrderEvent.Filled(
            order.place.order(), "t" + trades, price, quantity, fill.withheldRaw()),
        nowNs,
        fill);
  }

  /// How many trades there were of entries that work before and after the core session too.
  public long extendedEntries() {
    return extendedEntries;
  }

  /// The core session closes: its day orders end, oldest first.
  public void close() {
    close(false);
  }

  /// The extended session closes: the day orders that work in it end.
  public void closeExtended() {
    close(true);
  }

  private void close(boolean extended) {
    for (Resting order : orders.endingWith(extended)) {
      orders.remove(order);
      post.report(new OrderEvent.Expired(order.place.order(), order.filledRaw), nowNs, null);
    }
  }

  /// The shares of an instrument are others from now on: what rests here is cancelled, and new
  /// orders that are on their way in old shares are refused when they arrive.
  ///
  /// @param index the place of its track
  /// @return the answers that are still under way, and the cancels: all of it is heard at once
  public List<Event> split(int index) {
    List<Event> heard = new ArrayList<>();
    for (Delivery delivery : post.deliverAll(id -> isOf(id, index))) {
      heard.add(heard(delivery));
    }
    for (Resting order : List.copyOf(orders.of(index))) {
      orders.remove(order);
      heard.add(new OrderEvent.Canceled(order.place.order(), order.filledRaw));
    }
    oldUpTo[index] = post.sent();
    return heard;
  }

  private boolean isOf(OrderId id, int index) {
    Resting order = orders.find(id);
    return order != null && order.index == index;
  }

  /// The orders that rest here, by instrument and age: what a run leaves open at its end.
  public List<OrderId> openOrders() {
    return orders.ids();
  }

  /// What is left of an order in units; null if it does not rest here.
  public @Nullable Long remainingRaw(OrderId id) {
    Resting order = orders.findOpen(id);
    return order == null ? null : order.remainingRaw();
  }

  @Override
  public String toString() {
    return "venue at %s ns with %s open orders, %s trades in %s"
        .formatted(nowNs, openOrders().size(), trades, Fixed.text(account.cash().raw()));
  }
}
