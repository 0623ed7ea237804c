package headroom.core.engine;

import headroom.core.engine.Command.Purpose;
import headroom.core.intent.OrderId;
import headroom.core.num.Quantity;

/// Sends the orders of intents.
final class Orders {
  private final Book book;

  Orders(Book book) {
    this.book = book;
  }

  /// Sends an entry; what it uses is reserved from now on.
  Working enter(Watch watch, long[] usage, long valuePriceRaw, Cause cause) {
    return send(watch, Purpose.ENTRY, usage, valuePriceRaw, cause);
  }

  /// Sends the exit that an owner asked for; it needs no capacity.
  void exit(Watch watch) {
    send(watch, Purpose.EXIT, book.capacity.nothing(), 0, new Cause.Free(watch.distancePpm));
  }

  private Working send(
      Watch watch, Purpose purpose, long[] usage, long valuePriceRaw, Cause cause) {
    TimeInForce rests =
        TimeInForce.of(
            purpose,
            watch.market.instrument,
            watch.remainingRaw,
            book.session.extendsFor(watch.intent));
    OrderId id = OrderId.entry(watch.intent.id(), watch.orders + 1);
    watch.verdict = null;
    Working order =
        new Working(
            id,
            watch,
            purpose,
            watch.side(),
            watch.intent.limit(),
            watch.remainingRaw,
            valuePriceRaw,
            usage,
            book.nowNs);
    order.extended = rests.isExtended();
    book.observer.placed(book.nowNs, watch.intent.id(), id, cause);
    if (book.dryRun) {
      return order;
    }
    book.served++;
    watch.orders++;
    if (order.isEntry()) {
      book.counters.count(Counter.PLACED);
    }
    watch.order = order;
    book.endEpisode(watch);
    watch.state = IntentState.PLACING;
    book.remember(order);
    book.capacity.changeOrder(book.capacity.nothing(), usage);
    book.moveLevels(watch.market);
    Quantity quantity = new Quantity(watch.remainingRaw);
    book.send(
        new Command.Place(
            id,
            watch.intent.id(),
            watch.intent.instrument(),
            watch.side(),
            quantity,
            watch.intent.limit(),
            purpose,
            rests,
            cause));
    book.questions.watchAnswer(order);
    book.questions.watchClose(order, rests);
    return order;
  }
}
