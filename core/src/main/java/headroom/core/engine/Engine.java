package headroom.core.engine;

import java.util.List;

/// Decides which intents have an order at the venue.
public final class Engine {

  public Engine() {}

  public List<Command> on(Input input) {
    return List.of();
  }
}
