package headroom.core.chaos;

import headroom.core.capacity.AccountRead;
import headroom.core.capacity.AccountRead.Mark;
import headroom.core.capacity.AccountRead.Stranger;
import headroom.core.engine.Cause;
import headroom.core.engine.Command;
import headroom.core.engine.Event.OrderEvent;
import headroom.core.engine.RejectKind;
import headroom.core.engine.TimeInForce;
import headroom.core.engine.Venue;
import headroom.core.intent.OrderId;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/// A venue in a bad mood. It knows the truth: what rests, what traded, what cash is left.
final class WildVenue implements Venue {
  private static final List<RejectKind> KINDS = List.of(RejectKind.values());

  final Map<OrderId, VenueOrder> orders = new LinkedHashMap<>();
  final Map<InstrumentId, Long> prices = new LinkedHashMap<>();
  final Map<InstrumentId, Long> positions = new LinkedHashMap<>();
  final Wire wire;
  long nowNs;
  long cashRaw;
  private final SplittableRandom random;
  private final Tally tally;
  private final Map<InstrumentId, Instrument> instruments = new LinkedHashMap<>();
  private final List<VenueOrder> live = new ArrayList<>();
  private final PriorityQueue<Work> desk =
      new PriorityQueue<>(Comparator.comparingLong(Work::dueNs).thenComparingLong(Work::number));
  private final Setup setup;
  private Mood mood;
  private long works;
  private long trades;

  /// A command that arrives.
  private record Work(long dueNs, long number, Runnable act) {}

  WildVenue(Setup setup, SplittableRandom random, Tally tally) {
    this.random = random;
    this.tally = tally;
    this.setup = setup;
    this.mood = setup.mood();
    this.cashRaw = setup.equityRaw();
    this.wire = new Wire(random, mood, tally);
    setup.instruments().forEach(instrument -> instruments.put(instrument.id(), instrument));
  }

  /// From now on it does what it is told, and nothing is lost.
  void reform() {
    mood = Mood.HONEST;
    wire.mood = Mood.HONEST;
  }

  private boolean happens(int percent) {
    return random.nextInt(100) < percent;
  }

  private void say(OrderEvent answer) {
    wire.say(answer, nowNs);
  }

  // What it is told.

  @Override
  public void execute(Command command) {
    VenueOrder order =
        command instanceof Command.Place place
            ? new VenueOrder(place)
            : orders.get(command.order());
    if (order == null) {
      throw new IllegalStateException("command for an order that was never sent: " + command);
    }
    if (command instanceof Command.Place place) {
      orders.put(place.order(), order);
    }
    if (happens(mood.commandsLost())) {
      tally.count(Happening.COMMANDS_LOST);
      if (command instanceof Command.Place) {
        order.state = VenueOrder.State.NEVER_CAME;
      }
      return;
    }
    long arrivesNs = nowNs + wire.delayNs();
    if (command instanceof Command.Ask) {
      // A question overtakes nothing: the answer to it would be wrong and not late.
      arrivesNs = Math.max(arrivesNs, order.commandsArriveNs);
    }
    order.commandsArriveNs = Math.max(arrivesNs, order.commandsArriveNs);
    works++;
    desk.add(new Work(arrivesNs, works, () -> carryOut(command, order)));
  }

  private void carryOut(Command command, VenueOrder order) {
    switch (command) {
      case Command.Place place -> place(order, place.cause());
      case Command.Replace replace -> replace(order, replace.quantity());
      case Command.Cancel _ -> cancel(order);
      case Command.Ask _ -> answer(order);
    }
  }

  private void place(VenueOrder order, Cause cause) {
    OrderId id = order.place.order();
    boolean closed = !isTradable(order);
    if (happens(mood.notSent())) {
      order.state = VenueOrder.State.NEVER_CAME;
      say(new OrderEvent.NotSent(id));
    } else if (cause instanceof Cause.Steal && happens(mood.noFunds())) {
      reject(order, RejectKind.FUNDS);
    } else if (closed && order.place.timeInForce().isDay()) {
      reject(order, RejectKind.CLOSED);
    } else if (happens(mood.rejected())) {
      RejectKind kind = KINDS.get(random.nextInt(KINDS.size()));
      boolean mild = happens(60);
      reject(order, mild ? RejectKind.FUNDS : kind);
    } else if (happens(mood.rejectedLater())) {
      tally.count(Happening.REJECTED_AFTER_ACCEPTANCE);
      say(new OrderEvent.Accepted(id));
      reject(order, RejectKind.UNKNOWN);
    } else {
      order.state = VenueOrder.State.LIVE;
      live.add(order);
      say(new OrderEvent.Accepted(id));
      if (order.place.limit() == null) {
        if (happens(30)) {
          fill(order, part(order));
        }
        fill(order, order.remainingRaw());
      }
    }
  }

  private void reject(VenueOrder order, RejectKind kind) {
    order.state = VenueOrder.State.REJECTED;
    order.rejection = kind;
    say(new OrderEvent.Rejected(order.place.order(), kind, "chaos"));
  }

  private void replace(VenueOrder order, Quantity quantity) {
    OrderId id = order.place.order();
    if (order.isLive() && happens(mood.fillsBeforeChange())) {
      fill(order, part(order));
      tally.count(Happening.REPLACED_AFTER_FILLS);
    }
    if (!order.isLive() || quantity.raw() < order.filledRaw || happens(mood.changeRefused())) {
      say(new OrderEvent.ReplaceRejected(id, "chaos"));
      return;
    }
    order.quantityRaw = quantity.raw();
    say(new OrderEvent.Replaced(id, quantity));
    if (order.remainingRaw() == 0) {
      end(order, VenueOrder.State.FILLED);
    }
  }

  private void cancel(VenueOrder order) {
    OrderId id = order.place.order();
    if (order.isLive() && happens(mood.fillsFirst())) {
      fill(order, order.remainingRaw());
    }
    if (!order.isLive() || happens(mood.cancelRefused())) {
      say(new OrderEvent.CancelRejected(id, "chaos"));
      return;
    }
    if (happens(mood.confirmedLater())) {
      say(new OrderEvent.CancelRejected(id, "too hasty"));
      tally.count(Happening.CONFIRMED_AFTER_REJECTION);
    } else if (happens(20)) {
      say(new OrderEvent.CancelPending(id));
    }
    if (happens(mood.fillsPartly())) {
      fill(order, part(order));
    }
    if (order.isLive()) {
      end(order, VenueOrder.State.CANCELED);
      say(new OrderEvent.Canceled(id, order.filledRaw));
      if (happens(mood.fillsAfter())) {
        order.breached = true;
        fill(order, part(order), random.nextLong(60 * Setup.SECOND_NS));
      }
    }
  }

  /// Says how an order stands.
  private void answer(VenueOrder order) {
    OrderId id = order.place.order();
    switch (order.state) {
      case UNDER_WAY, NEVER_CAME -> say(new OrderEvent.NotSent(id));
      case LIVE -> say(new OrderEvent.Open(id, order.filledRaw));
      case REJECTED -> say(new OrderEvent.Rejected(id, order.rejection, "chaos"));
      case CANCELED -> say(new OrderEvent.Canceled(id, order.filledRaw));
      case FILLED -> {
        if (random.nextBoolean()) {
          order.fills.forEach(this::say);
        }
        say(new OrderEvent.Canceled(id, order.filledRaw));
      }
    }
  }

  private void end(VenueOrder order, VenueOrder.State state) {
    order.state = state;
    live.remove(order);
  }

  private long part(VenueOrder order) {
    Instrument instrument = instrument(order);
    long part = instrument.quantityOnStepRaw(order.remainingRaw() / (1 + random.nextInt(4)));
    return Math.min(Math.max(part, instrument.stepRaw()), order.remainingRaw());
  }

  private Instrument instrument(VenueOrder order) {
    Instrument instrument = instruments.get(order.place.instrument());
    if (instrument == null) {
      throw new IllegalStateException("unknown instrument of " + order.place);
    }
    return instrument;
  }

  private void fill(VenueOrder order, long quantityRaw) {
    fill(order, quantityRaw, 0);
  }

  /// @param lateNs how much later than usual it is reported
  private void fill(VenueOrder order, long quantityRaw, long lateNs) {
    if (quantityRaw <= 0) {
      return;
    }
    Price limit = order.place.limit();
    long priceRaw = limit == null ? price(order.place.instrument()) : limit.raw();
    order.filledRaw += quantityRaw;
    boolean buys = order.place.side() == Side.BUY;
    long amount = Fixed.product(priceRaw, quantityRaw, RoundingMode.CEILING);
    cashRaw += buys ? -amount : amount;
    positions.merge(order.place.instrument(), buys ? quantityRaw : -quantityRaw, Long::sum);
    trades++;
    OrderEvent.Filled filled =
        new OrderEvent.Filled(
            order.place.order(), "t" + trades, new Price(priceRaw), new Quantity(quantityRaw));
    order.fills.add(filled);
    if (order.isLive() && order.remainingRaw() == 0) {
      end(order, VenueOrder.State.FILLED);
    }
    wire.say(filled, nowNs + lateNs);
  }

  private long price(InstrumentId id) {
    return prices.getOrDefault(id, Fixed.ONE);
  }

  // What happens by itself.

  /// When the next command arrives at the venue; `Long.MAX_VALUE` if none does.
  long nextWorkNs() {
    Work next = desk.peek();
    return next == null ? Long.MAX_VALUE : next.dueNs();
  }

  /// Whether anything is on its way to or from it.
  boolean isBusy() {
    return !desk.isEmpty() || wire.nextNs() != Long.MAX_VALUE;
  }

  void work() {
    desk.remove().act().run();
  }

  /// The price of an instrument is another; some orders trade.
  void moved(InstrumentId id, long priceRaw) {
    prices.put(id, priceRaw);
    for (VenueOrder order : List.copyOf(live)) {
      Price limit = order.place.limit();
      boolean touched =
          limit != null
              && order.place.instrument().equals(id)
              && (order.place.side() == Side.BUY
                  ? priceRaw <= limit.raw()
                  : priceRaw >= limit.raw());
      if (touched && happens(50) && isTradable(order)) {
        fill(order, happens(40) ? part(order) : order.remainingRaw());
      }
    }
  }

  private boolean isTradable(VenueOrder order) {
    boolean extended = order.place.timeInForce().isExtended();
    return !instrument(order).isStock() || setup.hoursOf(extended).isOpen(nowNs);
  }

  /// A session closes: its day orders end.
  void closes(boolean extended) {
    for (VenueOrder order : List.copyOf(live)) {
      TimeInForce rests = order.place.timeInForce();
      if (rests.isDay() && rests.isExtended() == extended) {
        tally.count(Happening.EXPIRED_AT_CLOSE);
        end(order, VenueOrder.State.CANCELED);
        OrderId id = order.place.order();
        say(
            happens(mood.closesByCancel())
                ? new OrderEvent.Canceled(id, order.filledRaw)
                : new OrderEvent.Expired(id, order.filledRaw));
      }
    }
  }

  /// Somebody else cancels an order.
  void meddle() {
    if (!live.isEmpty()) {
      VenueOrder order = live.get(random.nextInt(live.size()));
      end(order, VenueOrder.State.CANCELED);
      tally.count(Happening.CANCELED_BY_OTHERS);
      say(new OrderEvent.Canceled(order.place.order(), order.filledRaw));
    }
  }

  /// Says again how the orders stand about which something was lost, as after a reconnect.
  void reconcile() {
    for (OrderId id : wire.takeLost()) {
      VenueOrder order = orders.get(id);
      if (order != null && order.state != VenueOrder.State.UNDER_WAY) {
        order.fills.forEach(this::say);
        answer(order);
      }
    }
  }

  /// The account as it is now.
  AccountRead read() {
    long equityRaw = cashRaw;
    List<Mark> marks = new ArrayList<>();
    for (Map.Entry<InstrumentId, Long> price : prices.entrySet()) {
      long held = positions.getOrDefault(price.getKey(), 0L);
      equityRaw += Fixed.product(price.getValue(), held, RoundingMode.FLOOR);
      marks.add(new Mark(price.getKey(), new Price(price.getValue())));
    }
    Money equity = happens(4) ? null : new Money(equityRaw);
    Money settled = happens(4) ? null : new Money(Math.max(0, cashRaw));
    return new AccountRead(equity, new Money(cashRaw), settled, marks, strangers());
  }

  private List<Stranger> strangers() {
    List<Stranger> strangers = new ArrayList<>();
    if (happens(10)) {
      for (int i = 0; i <= random.nextInt(2); i++) {
        List<Instrument> all = List.copyOf(instruments.values());
        Instrument instrument = all.get(random.nextInt(all.size()));
        strangers.add(
            new Stranger(
                "x" + i,
                instrument.id(),
                instrument.assetClass(),
                random.nextBoolean(),
                Side.BUY,
                new Money((1 + random.nextInt(2_000)) * Fixed.ONE)));
      }
    }
    return strangers;
  }
}
