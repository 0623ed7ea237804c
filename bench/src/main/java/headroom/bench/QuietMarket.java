package headroom.bench;

import headroom.core.engine.Deleveraging;
import headroom.core.engine.Event;
import headroom.core.engine.Settings;
import headroom.core.market.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Twenty-nine orders rest, and no price comes to a level: between the protection at 0.1 % and the
/// tolerance at 0.66 % of the limit nothing is to be decided.
final class QuietMarket {
  static final int INSTRUMENTS = 29;

  private static final int LEAST_PPM = 1_200;
  private static final int MOST_PPM = 6_400;

  private QuietMarket() {}

  /// @param together whether all prices come as one input; otherwise each is one of its own
  static Recording of(int timed, boolean together) {
    List<Instrument> coins = Rehearsal.coins(INSTRUMENTS);
    Rehearsal rehearsal = new Rehearsal(Settings.DEFAULTS.with(Deleveraging.OFF), coins);
    rehearsal.deposit("100000");
    SplittableRandom random = new SplittableRandom(1);
    int[] distances = new int[INSTRUMENTS];
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < INSTRUMENTS; i++) {
      all.add(i);
      distances[i] = random.nextInt(LEAST_PPM, MOST_PPM);
      rehearsal.offer(
          new Event.IntentSubmitted(Rehearsal.intent("I" + i, coins.get(i).id(), "100")));
    }
    rehearsal.price(all, distances);
    if (rehearsal.withOrder() != INSTRUMENTS) {
      throw new IllegalStateException("all orders must rest, was " + rehearsal.withOrder());
    }
    rehearsal.sceneIsSet();
    for (int i = 0; i < timed; i++) {
      rehearsal.pass(100 * Rehearsal.MILLISECOND_NS);
      if (together) {
        all.forEach(which -> distances[which] = random.nextInt(LEAST_PPM, MOST_PPM));
        rehearsal.price(all, distances);
      } else {
        rehearsal.price(i % INSTRUMENTS, random.nextInt(LEAST_PPM, MOST_PPM));
      }
    }
    return rehearsal.recording(together ? "quiet, 29 prices an input" : "quiet, a price an input");
  }
}
