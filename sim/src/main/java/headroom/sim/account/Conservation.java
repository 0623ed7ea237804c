package headroom.sim.account;

import headroom.core.intent.IntentId;
import headroom.core.market.InstrumentId;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Compares an account with its own records, to the last unit.
final class Conservation {
  private Conservation() {}

  /// Whether cash is the sum of the ledger, what is held of each instrument the sum of its units,
  /// and what is held for each intent what was entered and not left.
  static boolean holds(
      List<LedgerLine> ledger, List<Fill> fills, Collection<Holding> holdings, long cashRaw) {
    long cash = 0;
    SequencedMap<InstrumentId, Long> units = new TreeMap<>();
    for (LedgerLine line : ledger) {
      cash = Math.addExact(cash, line.amount().raw());
      if (line.instrument() != null) {
        units.merge(line.instrument(), line.unitsRaw(), Math::addExact);
      }
    }
    SequencedMap<IntentId, Long> entered = new TreeMap<>();
    for (Fill fill : fills) {
      long signed = fill.opens() ? fill.receivedRaw() : -fill.quantity().raw();
      entered.merge(fill.intent(), signed, Math::addExact);
    }
    for (Holding holding : holdings) {
      units.merge(holding.instrument.id(), -holding.signedRaw(), Math::addExact);
      entered.merge(holding.intent, -holding.openRaw(), Math::addExact);
    }
    return cash == cashRaw && areZero(units.values()) && areZero(entered.values());
  }

  private static boolean areZero(Collection<Long> rests) {
    return rests.stream().allMatch(rest -> rest == 0);
  }
}
