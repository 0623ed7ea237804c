package headroom.core.engine;

import headroom.core.capacity.AccountRead;
import headroom.core.capacity.AccountRead.Mark;
import headroom.core.engine.Command.Purpose;
import headroom.core.engine.Event.OrderEvent;
import headroom.core.intent.OrderId;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/// A venue that accepts, rejects, fills, delays, repeats and reorders, and remembers the truth.
final class ChaosVenue implements Venue {
  static final long SECOND_NS = 1_000_000_000L;

  private static final List<RejectKind> KINDS = List.of(RejectKind.values());

  final Map<OrderId, Resting> orders = new LinkedHashMap<>();
  final Map<InstrumentId, Long> prices = new LinkedHashMap<>();
  final Map<InstrumentId, Long> positions = new LinkedHashMap<>();
  final List<String> lies = new ArrayList<>();
  long nowNs;

  /// Whether it does what it is told from now on.
  boolean calm;

  /// Whether it filled an order whose cancel it had confirmed.
  boolean breached;

  long cashRaw = 10_000 * Fixed.ONE;

  private final SplittableRandom random;
  private final Map<InstrumentId, Instrument> instruments = new LinkedHashMap<>();
  private final PriorityQueue<Message> outbox =
      new PriorityQueue<>(
          Comparator.comparingLong(Message::dueNs).thenComparingLong(Message::number));
  private long messages;
  private long trades;

  /// What the venue will say, and when it arrives.
  record Message(long dueNs, long number, OrderEvent answer) {}

  /// An order as the venue knows it.
  static final class Resting {
    final Command.Place place;
    long quantityRaw;
    long filledRaw;
    boolean over;

    Resting(Command.Place place) {
      this.place = place;
      this.quantityRaw = place.quantity().raw();
    }

    boolean isEntry() {
      return place.purpose() == Purpose.ENTRY;
    }

    long remainingRaw() {
      return quantityRaw - filledRaw;
    }
  }

  ChaosVenue(SplittableRandom random, List<Instrument> instruments) {
    this.random = random;
    instruments.forEach(instrument -> this.instruments.put(instrument.id(), instrument));
  }

  private boolean happens(int percent) {
    return !calm && random.nextInt(100) < percent;
  }

  // What it is told.

  @Override
  public void execute(Command command) {
    switch (command) {
      case Command.Place place -> place(place);
      case Command.Replace replace -> replace(replace);
      case Command.Cancel cancel -> cancel(known(cancel.order()));
      case Command.Ask ask -> ask(known(ask.order()));
    }
  }

  private Resting known(OrderId id) {
    Resting order = orders.get(id);
    if (order == null) {
      throw new IllegalStateException("command for an order that was never sent: " + id);
    }
    return order;
  }

  private void place(Command.Place place) {
    if (place.purpose() == Purpose.ENTRY) {
      for (Resting other : orders.values()) {
        if (!other.over && other.isEntry() && other.place.intent().equals(place.intent())) {
          lies.add("two live orders of " + place.intent());
        }
      }
    }
    Resting order = new Resting(place);
    if (orders.put(place.order(), order) != null) {
      lies.add("order " + place.order() + " was sent twice");
    }
    if (happens(2)) {
      order.over = true;
      say(new OrderEvent.NotSent(place.order()));
    } else if (happens(14)) {
      order.over = true;
      RejectKind kind = KINDS.get(random.nextInt(KINDS.size()));
      boolean funds = kind.cure() != RejectKind.Cure.TIME && happens(70);
      say(new OrderEvent.Rejected(place.order(), funds ? RejectKind.FUNDS : kind, "chaos"));
    } else {
      say(new OrderEvent.Accepted(place.order()));
      if (place.limit() == null) {
        fill(order, order.remainingRaw());
      }
    }
  }

  private void replace(Command.Replace replace) {
    Resting order = known(replace.order());
    if (order.over || happens(20) || replace.quantity().raw() < order.filledRaw) {
      say(new OrderEvent.ReplaceRejected(replace.order(), "chaos"));
    } else {
      order.quantityRaw = replace.quantity().raw();
      say(new OrderEvent.Replaced(replace.order(), replace.quantity()));
    }
  }

  private void cancel(Resting order) {
    OrderId id = order.place.order();
    if (order.over) {
      say(new OrderEvent.CancelRejected(id, "too late"));
      return;
    }
    int fate = calm ? 50 : random.nextInt(100);
    if (fate < 12) {
      fill(order, order.remainingRaw());
      say(new OrderEvent.CancelRejected(id, "filled"));
    } else if (fate < 20) {
      say(new OrderEvent.CancelRejected(id, "chaos"));
    } else if (fate < 24) {
      // The request is lost; somebody will have to ask.
      trades++;
    } else {
      if (fate < 40) {
        fill(order, part(order));
      }
      if (happens(20)) {
        say(new OrderEvent.CancelPending(id));
      }
      end(order);
      say(new OrderEvent.Canceled(id, order.filledRaw));
      if (fate > 92) {
        breached = true;
        fill(order, part(order), random.nextLong(60 * SECOND_NS));
      }
    }
  }

  private void ask(Resting order) {
    OrderId id = order.place.order();
    say(
        order.over
            ? new OrderEvent.Canceled(id, order.filledRaw)
            : new OrderEvent.Open(id, order.filledRaw));
  }

  private void end(Resting order) {
    order.over = true;
  }

  private long part(Resting order) {
    Instrument instrument = instrument(order);
    long part = instrument.quantityOnStepRaw(order.remainingRaw() / (1 + random.nextInt(4)));
    return Math.min(Math.max(part, instrument.stepRaw()), order.remainingRaw());
  }

  private Instrument instrument(Resting order) {
    Instrument instrument = instruments.get(order.place.instrument());
    if (instrument == null) {
      throw new IllegalStateException("unknown instrument of " + order.place);
    }
    return instrument;
  }

  private void fill(Resting order, long quantityRaw) {
    fill(order, quantityRaw, 0);
  }

  /// @param lateNs how much later than usual it is reported
  private void fill(Resting order, long quantityRaw, long lateNs) {
    if (quantityRaw <= 0) {
      return;
    }
    Price limit = order.place.limit();
    long priceRaw = limit == null ? price(order.place.instrument()) : limit.raw();
    order.filledRaw += quantityRaw;
    if (order.filledRaw > order.quantityRaw) {
      lies.add("order " + order.place.order() + " filled more than it asked for");
    }
    order.over |= order.remainingRaw() == 0;
    boolean buys = order.place.side() == Side.BUY;
    long amount = Fixed.product(priceRaw, quantityRaw, java.math.RoundingMode.CEILING);
    cashRaw += buys ? -amount : amount;
    positions.merge(order.place.instrument(), buys ? quantityRaw : -quantityRaw, Long::sum);
    trades++;
    say(
        new OrderEvent.Filled(
            order.place.order(), "t" + trades, new Price(priceRaw), new Quantity(quantityRaw)),
        lateNs);
  }

  private long price(InstrumentId id) {
    return prices.getOrDefault(id, Fixed.ONE);
  }

  // What it says.

  /// Says something soon, or late, or twice.
  void say(OrderEvent answer) {
    say(answer, 0);
  }

  private void say(OrderEvent answer, long lateNs) {
    send(answer, lateNs);
    if (happens(6)) {
      send(answer, lateNs);
    }
  }

  private void send(OrderEvent answer, long lateNs) {
    int fate = calm ? 0 : random.nextInt(100);
    long delayNs =
        fate < 30
            ? 0
            : fate < 95 ? random.nextLong(3 * SECOND_NS) : random.nextLong(20 * SECOND_NS);
    messages++;
    outbox.add(new Message(nowNs + lateNs + delayNs, messages, answer));
  }

  /// When the next answer arrives; `Long.MAX_VALUE` if none is under way.
  long nextNs() {
    Message next = outbox.peek();
    return next == null ? Long.MAX_VALUE : next.dueNs();
  }

  OrderEvent next() {
    return outbox.remove().answer();
  }

  // What happens by itself.

  /// The price of an instrument is another; some orders trade.
  void moved(InstrumentId id, long priceRaw) {
    prices.put(id, priceRaw);
    for (Resting order : List.copyOf(orders.values())) {
      Price limit = order.place.limit();
      boolean touched =
          !order.over
              && limit != null
              && order.place.instrument().equals(id)
              && (order.place.side() == Side.BUY
                  ? priceRaw <= limit.raw()
                  : priceRaw >= limit.raw());
      if (touched && happens(50)) {
        fill(order, happens(40) ? part(order) : order.remainingRaw());
      }
    }
  }

  /// The session closes: day orders end.
  void closes() {
    for (Resting order : orders.values()) {
      if (!order.over && order.place.timeInForce() == TimeInForce.DAY) {
        end(order);
        say(new OrderEvent.Expired(order.place.order(), order.filledRaw));
      }
    }
  }

  /// Somebody else cancels an order.
  void meddle() {
    List<Resting> live = orders.values().stream().filter(order -> !order.over).toList();
    if (!live.isEmpty()) {
      Resting order = live.get(random.nextInt(live.size()));
      end(order);
      say(new OrderEvent.Canceled(order.place.order(), order.filledRaw));
    }
  }

  /// The account as it is now.
  AccountRead read() {
    long equityRaw = cashRaw;
    List<Mark> marks = new ArrayList<>();
    for (Map.Entry<InstrumentId, Long> price : prices.entrySet()) {
      long held = positions.getOrDefault(price.getKey(), 0L);
      equityRaw += Fixed.product(price.getValue(), held, java.math.RoundingMode.FLOOR);
      marks.add(new Mark(price.getKey(), new Price(price.getValue())));
    }
    return new AccountRead(
        new Money(equityRaw),
        new Money(cashRaw),
        new Money(Math.max(0, cashRaw)),
        marks,
        List.of());
  }

  /// What the live opening buys could still cost.
  long committedRaw() {
    long sum = 0;
    for (Resting order : orders.values()) {
      Price limit = order.place.limit();
      if (!order.over && order.isEntry() && limit != null) {
        sum += Fixed.product(limit.raw(), order.remainingRaw(), java.math.RoundingMode.CEILING);
      }
    }
    return sum;
  }

  /// The opening orders that are not over.
  Set<OrderId> liveEntries() {
    Set<OrderId> live = new TreeSet<>();
    for (Resting order : orders.values()) {
      if (!order.over && order.isEntry()) {
        live.add(order.place.order());
      }
    }
    return live;
  }
}
