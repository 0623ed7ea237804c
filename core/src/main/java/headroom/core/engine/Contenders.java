package headroom.core.engine;

import java.util.ArrayList;
import java.util.List;

/// The ready intents that want capacity and have none, the worthiest first.
///
/// Not thread safe; owned by the engine.
final class Contenders {
  private final List<Watch> worthiestFirst = new ArrayList<>();
  private boolean sorted = true;
  private boolean left;

  int size() {
    return worthiestFirst.size();
  }

  Watch get(int place) {
    return worthiestFirst.get(place);
  }

  /// Takes in or keeps one whose place may be another than before.
  void ask(Watch watch) {
    if (!watch.contends) {
      watch.contends = true;
      worthiestFirst.add(watch);
    }
    sorted = false;
  }

  /// It no longer asks.
  void leave(Watch watch) {
    left |= watch.contends;
    watch.contends = false;
  }

  /// Everybody has said whether it asks. To sort again what was sorted but for a few is cheap.
  void order() {
    if (left) {
      left = false;
      worthiestFirst.removeIf(watch -> !watch.contends);
    }
    if (!sorted) {
      sorted = true;
      worthiestFirst.sort(Contenders::compare);
    }
  }

  /// Takes out those that have been served, or are over.
  void removeServed() {
    worthiestFirst.removeIf(watch -> {
      watch.contends = watch.wantsCapacity();
      return !watch.contends;
    });
  }

  /// Who is looked at first: it decides who gets what is free.
  private static int compare(Watch one, Watch other) {
    if (one.priority != other.priority) {
      return Integer.compare(other.priority, one.priority);
    }
    if (one.atOnce != other.atOnce) {
      return one.atOnce ? -1 : 1;
    }
    if (one.atOnce && one.rank != other.rank) {
      // Those without a rank come after the others.
      return Integer.compareUnsigned(one.rank - 1, other.rank - 1);
    }
    if (one.worth != other.worth) {
      return Long.compare(other.worth, one.worth);
    }
    if (one.forecastRaw() != other.forecastRaw()) {
      return Long.compare(other.forecastRaw(), one.forecastRaw());
    }
    int byAge = Long.compare(one.appearedNs, other.appearedNs);
    return byAge != 0 ? byAge : one.intent.id().compareTo(other.intent.id());
  }
}
