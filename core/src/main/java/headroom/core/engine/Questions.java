package headroom.core.engine;

/// Asks the venue about orders whose fate is not known: an answer may be lost, and what was never
/// heard of is not a fact. Until it is known, nothing is free.
///
/// A question changes nothing that could be decided anew.
///
/// Not thread safe; owned by the engine.
final class Questions {
  private final Book book;

  Questions(Book book) {
    this.book = book;
  }

  /// Asks when the answer to a new order, a cancel or a change is overdue.
  void watchAnswer(Working order) {
    long dueNs = deadlineNs();
    order.answerDueNs = dueNs;
    book.timers.at(
        dueNs,
        Timers.Kind.ANSWER,
        () -> {
          // What was asked for later has a deadline of its own.
          if (order.awaitsAnswer() && order.answerDueNs == dueNs) {
            ask(order);
            watchAnswer(order);
          }
          return false;
        });
  }

  /// Asks about a day order whose end at the close is overdue.
  void watchClose(Working order, TimeInForce rests) {
    if (rests.isDay()) {
      long closesNs = book.session.of(rests.isExtended()).dayEndsNs();
      long patienceNs = book.settings.steals().cancelDeadlineNs();
      askUntilOver(
          order, closesNs > Long.MAX_VALUE - patienceNs ? closesNs : closesNs + patienceNs);
    }
  }

  private void askUntilOver(Working order, long dueNs) {
    book.timers.at(
        dueNs,
        Timers.Kind.ANSWER,
        () -> {
          if (order.isLive()) {
            ask(order);
            askUntilOver(order, deadlineNs());
          }
          return false;
        });
  }

  /// Asks about an exit that traded and may be smaller than is believed, until the venue says that
  /// it is still open: else what is left of the position might be without an exit for good.
  void askIfMayBeOver(Working exit) {
    if (exit.mayBeOver() && !exit.isAskedAboutSoon) {
      exit.isAskedAboutSoon = true;
      book.timers.at(
          deadlineNs(),
          Timers.Kind.ANSWER,
          () -> {
            exit.isAskedAboutSoon = false;
            if (exit.mayBeOver()) {
              ask(exit);
              askIfMayBeOver(exit);
            }
            return false;
          });
    }
  }

  private void ask(Working order) {
    book.request(new Command.Ask(order.id));
  }

  private long deadlineNs() {
    return book.nowNs + book.settings.steals().cancelDeadlineNs();
  }
}
