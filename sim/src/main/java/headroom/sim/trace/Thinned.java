package headroom.sim.trace;

import java.util.ArrayList;
import java.util.List;

/// Keeps every n-th of what it is given, with n a power of two that grows so that there is room.
///
/// Not thread safe; owned by one run.
public final class Thinned<T> {
  private final int most;
  private final List<T> kept = new ArrayList<>();
  private long given;
  private long every = 1;

  /// @param most how many it keeps; at least 2
  public Thinned(int most) {
    this.most = most;
  }

  public void add(T one) {
    if (given % every == 0) {
      if (kept.size() == most) {
        for (int i = kept.size() - 1; i > 0; i--) {
          if (i % 2 == 1) {
            kept.remove(i);
          }
        }
        every *= 2;
      }
      if (given % every == 0) {
        kept.add(one);
      }
    }
    given++;
  }

  public List<T> kept() {
    return List.copyOf(kept);
  }

  /// How many it was given.
  public long given() {
    return given;
  }

  /// Which of them it keeps: 1 for all, 2 for every second.
  public long every() {
    return every;
  }
}
