package headroom.core.conformance;

import headroom.core.engine.Cause;
import headroom.core.engine.Observer;
import headroom.core.intent.IntentId;
import headroom.core.intent.OrderId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Remembers what the engine says of its decisions.
final class Heard implements Observer {
  final List<Look> refused = new ArrayList<>();
  final List<Look> stole = new ArrayList<>();
  final Set<IntentId> placed = new LinkedHashSet<>();
  final Map<IntentId, String> aborted = new LinkedHashMap<>();

  void clear() {
    refused.clear();
    stole.clear();
    placed.clear();
    aborted.clear();
  }

  @Override
  public boolean listens() {
    return true;
  }

  @Override
  public void refused(Look look) {
    refused.add(look);
  }

  @Override
  public void stole(Look look) {
    stole.add(look);
  }

  @Override
  public void placed(long timeNs, IntentId intent, OrderId order, Cause cause) {
    placed.add(intent);
  }

  @Override
  public void aborted(long timeNs, IntentId thief, String reason) {
    aborted.put(thief, reason);
  }
}
