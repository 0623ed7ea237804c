package headroom.bench;

import headroom.core.engine.Deleveraging;
import headroom.core.engine.Event;
import headroom.core.engine.Settings;
import headroom.core.market.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Seventy intents are ready, there is room for three, and every price changes who is nearest.
final class ContendedMarket {
  static final int INSTRUMENTS = 70;

  private static final int LEAST_PPM = 500;
  private static final int MOST_PPM = 6_500;

  private ContendedMarket() {}

  /// @param together whether all prices come as one input; otherwise each is one of its own
  /// @param prices how many inputs of prices; the answers of the venue come on top
  static Recording of(int prices, boolean together) {
    List<Instrument> coins = Rehearsal.coins(INSTRUMENTS);
    Rehearsal rehearsal = new Rehearsal(Settings.DEFAULTS.with(Deleveraging.OFF), coins);
    rehearsal.deposit("3500");
    SplittableRandom random = new SplittableRandom(2);
    int[] distances = new int[INSTRUMENTS];
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < INSTRUMENTS; i++) {
      all.add(i);
      distances[i] = random.nextInt(LEAST_PPM, MOST_PPM);
      rehearsal.offer(
          new Event.IntentSubmitted(Rehearsal.intent("I" + i, coins.get(i).id(), "100")));
    }
    rehearsal.price(all, distances);
    if (rehearsal.withOrder() != 3) {
      throw new IllegalStateException("three orders must rest, was " + rehearsal.withOrder());
    }
    rehearsal.sceneIsSet();
    for (int i = 0; i < prices; i++) {
      rehearsal.pass(1_000 * Rehearsal.MILLISECOND_NS);
      if (together) {
        all.forEach(which -> distances[which] = stepped(distances[which], random));
        rehearsal.price(all, distances);
      } else {
        int which = i % INSTRUMENTS;
        distances[which] = stepped(distances[which], random);
        rehearsal.price(which, distances[which]);
      }
    }
    return rehearsal.recording(
        together ? "contended, 70 prices an input" : "contended, a price an input");
  }

  private static int stepped(int distance, SplittableRandom random) {
    int next = distance + random.nextInt(-400, 401);
    return Math.clamp(next, LEAST_PPM, MOST_PPM);
  }
}
