package headroom.core.engine;

import headroom.core.num.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Brakes on how much may happen at once; by default none is set.
///
/// @param messagesPerMinute the most commands a minute, which is also the most at once; 0: any
///   number. Exits and cancels always go, placements leave a tenth of it to them, and steals a
///   fifth.
/// @param fillsPerMinute from how many trades of entries a minute on nothing is placed; 0: off
/// @param notionalPerMinute from which value of entries traded in a minute on nothing is placed;
///   null: off
/// @param stealsPerMinute from how many steals started a minute on none is started; 0: off
/// @param exposurePpm the most that all positions and open entries of one direction may be worth,
///   less those of the other, in parts per million of equity: in a storm all markets go one way and
///   every order fills; 0: off
public record Guards(
    int messagesPerMinute,
    int fillsPerMinute,
    @Nullable Money notionalPerMinute,
    int stealsPerMinute,
    long exposurePpm) {
  public static final Guards NONE = new Guards(0, 0, null, 0, 0);

  public Guards {
    List<String> problems = new ArrayList<>();
    if (messagesPerMinute < 0 || fillsPerMinute < 0 || stealsPerMinute < 0) {
      problems.add(
          "messages, fills and steals per minute must be at least 0, was %s, %s and %s"
              .formatted(messagesPerMinute, fillsPerMinute, stealsPerMinute));
    }
    if (notionalPerMinute != null && notionalPerMinute.raw() <= 0) {
      problems.add("notional per minute must be above 0, was " + notionalPerMinute);
    }
    if (exposurePpm < 0) {
      problems.add("exposure must be at least 0 ppm, was " + exposurePpm);
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
  }
}
