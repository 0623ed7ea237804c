package headroom.cli;

import headroom.core.tolerance.Tolerances;
import java.util.ArrayList;
import java.util.List;

/// Between which distances an order can be stolen from by an intent that is near enough: above
/// protection and up to the steal tolerance.
///
/// @param regime `regular` or `out-of-hours`
/// @param of `stock`, `crypto`, or the name of an instrument with a tolerance of its own
/// @param entryPpm the entry tolerance in force
/// @param ppm the steal tolerance less protection
/// @param deadZonePpm by how much the steal tolerance is below the entry tolerance: there an intent
///   is ready and cannot steal
record StealableWindow(String regime, String of, int entryPpm, int ppm, int deadZonePpm) {

  static List<StealableWindow> all(Tolerances tolerances) {
    List<StealableWindow> all = new ArrayList<>();
    all.add(of("regular", "stock", tolerances, tolerances.stockPpm()));
    all.add(of("regular", "crypto", tolerances, tolerances.cryptoPpm()));
    all.add(of("out-of-hours", "crypto", tolerances, tolerances.cryptoOutOfHoursPpm()));
    tolerances
        .instrumentPpm()
        .forEach((id, entryPpm) -> all.add(of("any", id.value(), tolerances, entryPpm)));
    return all;
  }

  private static StealableWindow of(String regime, String of, Tolerances tolerances, int entryPpm) {
    Integer steal = tolerances.stealPpm();
    int stealPpm = steal == null ? entryPpm : steal;
    return new StealableWindow(
        regime, of, entryPpm, stealPpm - tolerances.protectPpm(), Math.max(0, entryPpm - stealPpm));
  }
}
