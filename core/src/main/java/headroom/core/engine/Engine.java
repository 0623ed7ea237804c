package headroom.core.engine;

import java.util.List;

/// Decides which intents have an order at the venue.
public final class Engine {

  public Engine() {}

  /// When something falls due by itself; `Long.MAX_VALUE` if nothing does.
  public long nextTimerNs() {
    return Long.MAX_VALUE;
  }

  public List<Command> on(Input input) {
    return List.of();
  }
}
