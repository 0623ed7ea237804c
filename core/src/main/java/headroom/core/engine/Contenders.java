package headroom.core.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The ready intents that want capacity and have none, the worthiest first.
///
/// Not thread safe; owned by the engine.
final class Contenders {
  /// From how many on it is cheaper to sort than to find each its place.
  private static final int MANY = 8;

  private final List<Watch> worthiestFirst = new ArrayList<>();

  int size() {
    return worthiestFirst.size();
  }

  Watch get(int place) {
    return worthiestFirst.get(place);
  }

  /// Takes out those whose place may be another than before.
  void remove(List<Watch> touched) {
    if (touched.size() > MANY) {
      touched.forEach(watch -> watch.contends = false);
      worthiestFirst.removeIf(watch -> !watch.contends);
    } else {
      touched.forEach(this::remove);
    }
  }

  private void remove(Watch watch) {
    if (watch.contends) {
      watch.contends = false;
      int at = 0;
      while (!worthiestFirst.get(at).equals(watch)) {
        at++;
      }
      worthiestFirst.remove(at);
    }
  }

  void add(List<Watch> newcomers) {
    newcomers.forEach(watch -> watch.contends = true);
    if (newcomers.size() > MANY) {
      worthiestFirst.addAll(newcomers);
      worthiestFirst.sort(Contenders::compare);
    } else {
      newcomers.forEach(watch -> {
        int at = Collections.binarySearch(worthiestFirst, watch, Contenders::compare);
        worthiestFirst.add(-at - 1, watch);
      });
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
