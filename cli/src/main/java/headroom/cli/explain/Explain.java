package headroom.cli.explain;

import headroom.core.intent.Intent;
import headroom.data.Nearest;
import java.util.ArrayList;
import java.util.List;

/// The questions that can be asked.
public final class Explain {
  private static final int MOST_NAMES = 3;

  private Explain() {}

  /// The life of an intent.
  ///
  /// @throws IllegalArgumentException if there is no such intent; the message names the nearest
  public static Story intent(Chronicle chronicle, String id) {
    Intent intent = chronicle.intentOrNull(id);
    if (intent == null) {
      throw unknown("--intent", id, "intents", chronicle.intentIds());
    }
    return LifeStory.ofIntent(chronicle, intent);
  }

  /// The life of an order.
  ///
  /// @throws IllegalArgumentException if there is no such order; the message names the nearest
  public static Story order(Chronicle chronicle, String id) {
    Intent intent = LifeStory.intentOf(chronicle, id);
    if (intent == null) {
      throw unknown("--order", id, "orders", chronicle.allOrderIds());
    }
    return LifeStory.ofOrder(chronicle, intent, id);
  }

  /// How everything stood.
  ///
  /// @param timeNs nanoseconds since 1970 UTC
  public static Story at(Chronicle chronicle, long timeNs) {
    return MomentStory.of(chronicle, timeNs);
  }

  private static IllegalArgumentException unknown(
      String option, String id, String what, List<String> known) {
    if (known.isEmpty()) {
      return new IllegalArgumentException(
          "%s must be one of the %s of the run, which had none, was '%s'"
              .formatted(option, what, id));
    }
    List<String> rest = new ArrayList<>(known);
    List<String> nearest = new ArrayList<>();
    while (nearest.size() < MOST_NAMES && !rest.isEmpty()) {
      String next = Nearest.to(id, rest);
      nearest.add(next);
      rest.remove(next);
    }
    return new IllegalArgumentException(
        "%s must be one of the %s %s of the run, was '%s'; the nearest are %s"
            .formatted(option, known.size(), what, id, String.join(", ", nearest)));
  }
}
