package headroom.cli;

import headroom.core.engine.Settings;
import headroom.core.tolerance.Tier;
import headroom.core.tolerance.Tolerances;
import java.util.ArrayList;
import java.util.List;

/// Between which distances an order can be stolen from by an intent that is near enough: above
/// protection and up to the steal tolerance.
///
/// @param regime `regular`, `out-of-hours` or `any`
/// @param of `stock`, `crypto`, the ranks of a tier, or the name of an instrument with a tolerance
///   of its own
/// @param entryPpm the entry tolerance in force
/// @param ppm the steal tolerance less protection
/// @param deadZonePpm by how much the steal tolerance is below the entry tolerance: there an intent
///   is ready and cannot steal
record StealableWindow(String regime, String of, int entryPpm, int ppm, int deadZonePpm) {

  /// Those of tiers take the place of those of classes.
  static List<StealableWindow> all(Settings settings) {
    Tolerances tolerances = settings.tolerances();
    List<Tier> tiers = settings.rationing().tiers();
    List<StealableWindow> all = new ArrayList<>();
    if (tiers.isEmpty()) {
      all.add(of("regular", "stock", tolerances, tolerances.stockPpm()));
      all.add(of("regular", "crypto", tolerances, tolerances.cryptoPpm()));
      all.add(of("out-of-hours", "crypto", tolerances, tolerances.cryptoOutOfHoursPpm()));
    }
    int from = 1;
    for (Tier tier : tiers) {
      boolean last = tier.upToRank() == Integer.MAX_VALUE;
      String ranks =
          last ? "ranks from %s".formatted(from) : "ranks %s-%s".formatted(from, tier.upToRank());
      all.add(of(ranks, tier.entryPpm(), tier.stealPpm(), tolerances));
      from = last ? from : tier.upToRank() + 1;
    }
    if (tiers.isEmpty()) {
      tolerances
          .instrumentPpm()
          .forEach((id, entryPpm) -> all.add(of("any", id.value(), tolerances, entryPpm)));
    }
    return all;
  }

  private static StealableWindow of(String ranks, int entryPpm, int stealPpm, Tolerances other) {
    return new StealableWindow(
        "any", ranks, entryPpm, stealPpm - other.protectPpm(), Math.max(0, entryPpm - stealPpm));
  }

  private static StealableWindow of(String regime, String of, Tolerances tolerances, int entryPpm) {
    Integer steal = tolerances.stealPpm();
    int stealPpm = steal == null ? entryPpm : steal;
    return new StealableWindow(
        regime, of, entryPpm, stealPpm - tolerances.protectPpm(), Math.max(0, entryPpm - stealPpm));
  }
}
