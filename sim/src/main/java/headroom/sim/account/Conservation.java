package headroom.sim.account;

import headroom.core.engine.Event;
import headroom.core.intent.IntentId;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Compares an account with its own records, to the last unit.
final class Conservation {
  private Conservation() {}

  /// A split that was made.
  ///
  /// @param fills how many there were before it
  record Done(int fills, Instrument instrument, Event.Split split) {}

  /// Whether cash is the sum of the ledger, what is held of each instrument the sum of its units,
  /// and what is held for each intent what was entered and not left, in the shares of today.
  static boolean holds(
      List<LedgerLine> ledger,
      List<Fill> fills,
      List<Done> splits,
      Collection<Holding> holdings,
      long cashRaw) {
    long cash = 0;
    SequencedMap<InstrumentId, Long> units = new TreeMap<>();
    for (LedgerLine line : ledger) {
      cash = Math.addExact(cash, line.amount().raw());
      if (line.instrument() != null) {
        units.merge(line.instrument(), line.unitsRaw(), Math::addExact);
      }
    }
    SequencedMap<IntentId, Long> entered = entered(fills, splits);
    for (Holding holding : holdings) {
      units.merge(holding.instrument.id(), -holding.signedRaw(), Math::addExact);
      entered.merge(holding.intent, -holding.openRaw(), Math::addExact);
    }
    return cash == cashRaw && areZero(units.values()) && areZero(entered.values());
  }

  private static SequencedMap<IntentId, Long> entered(List<Fill> fills, List<Done> splits) {
    SequencedMap<IntentId, Long> entered = new TreeMap<>();
    SequencedMap<IntentId, InstrumentId> of = new TreeMap<>();
    int done = 0;
    for (int i = 0; i <= fills.size(); i++) {
      while (done < splits.size() && splits.get(done).fills() == i) {
        Done one = splits.get(done);
        entered.replaceAll((intent, raw) ->
            one.instrument().id().equals(of.get(intent))
                ? one.split().unitsRaw(one.instrument(), raw)
                : raw);
        done++;
      }
      if (i < fills.size()) {
        Fill fill = fills.get(i);
        long signed = fill.opens() ? fill.receivedRaw() : -fill.quantity().raw();
        entered.merge(fill.intent(), signed, Math::addExact);
        of.put(fill.intent(), fill.instrument());
      }
    }
    return entered;
  }

  private static boolean areZero(Collection<Long> rests) {
    return rests.stream().allMatch(rest -> rest == 0);
  }
}
