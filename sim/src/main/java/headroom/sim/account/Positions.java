package headroom.sim.account;

import headroom.core.capacity.AccountRead.Mark;
import headroom.core.engine.Event;
import headroom.core.intent.IntentId;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Price;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.TreeMap;

/// What an account holds, and what that is worth at the last ticks.
///
/// Values are in billionths of money; a short position has a negative one.
///
/// Not thread safe; owned by its account.
final class Positions {
  private final List<Instrument> instruments;
  private final long[] markRaw;
  private final SequencedMap<IntentId, Holding> byIntent = new TreeMap<>();
  private final List<Trade> trades = new ArrayList<>();

  /// @param instruments in the order in which marks are given
  Positions(List<Instrument> instruments) {
    this.instruments = List.copyOf(instruments);
    this.markRaw = new long[instruments.size()];
  }

  List<Instrument> instruments() {
    return instruments;
  }

  void mark(int index, long priceRaw) {
    markRaw[index] = priceRaw;
  }

  /// The last tick of each instrument; 0 while there was none.
  long[] marksRaw() {
    return markRaw;
  }

  /// The last ticks that there are.
  List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < markRaw.length; i++) {
      if (markRaw[i] > 0) {
        marks.add(new Mark(instruments.get(i).id(), new Price(markRaw[i])));
      }
    }
    return marks;
  }

  /// The open ones, by intent.
  SequencedCollection<Holding> all() {
    return byIntent.sequencedValues();
  }

  /// Those that are closed.
  List<Trade> trades() {
    return List.copyOf(trades);
  }

  void enter(Fill fill, int index, long amountRaw, LocalDate date) {
    // What was kept was never held: it is a fee, and no part of what the rest cost.
    long keptRaw = fill.form() == Fill.Form.UNITS ? fill.fee().raw() : 0;
    Holding holding =
        byIntent.computeIfAbsent(
            fill.intent(),
            id -> new Holding(id, instruments.get(index), index, fill.side(), fill.timeNs(), date));
    holding.enter(fill.receivedRaw(), amountRaw - keptRaw, fill.fee().raw());
    holding.entered = date;
  }

  /// What an exit takes from.
  ///
  /// @throws IllegalStateException if there is nothing
  Holding of(Fill exit) {
    Holding holding = byIntent.get(exit.intent());
    if (holding == null) {
      throw new IllegalStateException("exit " + exit.order() + " must have a position");
    }
    return holding;
  }

  void leave(Fill exit, long amountRaw) {
    Holding holding = of(exit);
    holding.leave(exit.quantity().raw(), amountRaw, exit.fee().raw());
    if (!holding.isOpen()) {
      trades.add(holding.closed(exit.timeNs()));
      byIntent.remove(exit.intent());
    }
  }

  /// What a split changes of one position.
  ///
  /// @param cashRaw what comes in for less than a share; below 0 if it is paid
  /// @param unitsRaw by how much what is held changes; less than 0 if there is less, or more short
  record Carried(long cashRaw, long unitsRaw) {}

  /// Goes on in new shares, one position after the other.
  ///
  /// @param index the place of the instrument
  List<Carried> split(int index, Event.Split split, long timeNs) {
    List<Carried> carried = new ArrayList<>();
    for (Holding holding : List.copyOf(byIntent.values())) {
      if (holding.index == index) {
        long before = holding.signedRaw();
        long cashRaw = holding.split(split, markRaw[index]);
        carried.add(new Carried(cashRaw, holding.signedRaw() - before));
        if (!holding.isOpen()) {
          trades.add(holding.closed(timeNs));
          byIntent.remove(holding.intent);
        }
      }
    }
    if (markRaw[index] > 0) {
      markRaw[index] = Math.max(1, split.priceRaw(markRaw[index], RoundingMode.HALF_EVEN));
    }
    return carried;
  }

  private long valueRaw(Holding holding) {
    return holding.valueRaw(markRaw[holding.index]);
  }

  long valueRaw() {
    long value = 0;
    for (Holding holding : byIntent.values()) {
      value = Math.addExact(value, valueRaw(holding));
    }
    return value;
  }

  long valueRaw(InstrumentId instrument) {
    long value = 0;
    for (Holding holding : byIntent.values()) {
      if (holding.instrument.id().equals(instrument)) {
        value = Math.addExact(value, valueRaw(holding));
      }
    }
    return value;
  }

  /// The gross value of those in stocks, or in crypto.
  long exposureRaw(boolean stocks) {
    long exposure = 0;
    for (Holding holding : byIntent.values()) {
      if (holding.instrument.isStock() == stocks) {
        exposure = Math.addExact(exposure, Math.abs(valueRaw(holding)));
      }
    }
    return exposure;
  }

  /// The gross value of those that are short.
  long shortRaw() {
    long owed = 0;
    for (Holding holding : byIntent.values()) {
      owed = Math.addExact(owed, Math.max(0, -valueRaw(holding)));
    }
    return owed;
  }

  boolean holds(int index, Side side) {
    for (Holding holding : byIntent.values()) {
      if (holding.index == index && holding.side == side) {
        return true;
      }
    }
    return false;
  }

  SequencedMap<IntentId, Long> openRaw() {
    SequencedMap<IntentId, Long> open = new TreeMap<>();
    byIntent.forEach((intent, holding) -> open.put(intent, holding.openRaw()));
    return open;
  }
}
