package headroom.cli;

import headroom.cli.settings.Keys;
import java.util.Iterator;

/// The names of all settings, for the shell to complete.
final class KeyNames implements Iterable<String> {
  KeyNames() {}

  @Override
  public Iterator<String> iterator() {
    return Keys.all().keySet().iterator();
  }
}
