package headroom.cli;

import headroom.sim.intents.Planned;
import java.nio.file.Path;
import java.util.List;

final class IntentsFile {
  private IntentsFile() {}

  static List<Planned> read(Path file, Market market) {
    if (market.tape().bars() > 0) {
      throw new IllegalArgumentException("not yet " + file + market);
    }
    return List.of();
  }
}
