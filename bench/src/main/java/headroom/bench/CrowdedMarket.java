package headroom.bench;

import headroom.core.engine.Deleveraging;
import headroom.core.engine.Event;
import headroom.core.engine.Settings;
import headroom.core.market.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Ten thousand intents, of which five hundred rest and fill the account. Now and then one of the
/// others comes near and looks for an order to take the capacity of: half of them find one, half
/// find that all are nearer.
final class CrowdedMarket {
  static final int INTENTS = 10_000;
  static final int RESTING = 500;

  /// Instruments that have an intent at 100: those that rest and those that may come near.
  private static final int INSTRUMENTS = 550;

  private static final int LEAST_PPM = 2_000;
  private static final int MOST_PPM = 6_000;
  private static final int AWAY_PPM = 15_000;

  private final Rehearsal rehearsal;
  private final SplittableRandom random = new SplittableRandom(3);
  private final int[] distances = new int[INSTRUMENTS];
  private final List<Integer> away = new ArrayList<>();

  private CrowdedMarket() {
    List<Instrument> coins = Rehearsal.coins(INSTRUMENTS);
    this.rehearsal = new Rehearsal(Settings.DEFAULTS.with(Deleveraging.OFF), coins);
    rehearsal.deposit("500500");
    List<Event> submitted = new ArrayList<>();
    for (int i = 0; i < INTENTS; i++) {
      // Each further intent of an instrument lies 2 % lower.
      int limit = 100 - 2 * (i / INSTRUMENTS);
      submitted.add(
          new Event.IntentSubmitted(
              Rehearsal.intent(id(i), coins.get(i % INSTRUMENTS).id(), Integer.toString(limit))));
    }
    rehearsal.offer(new Event.Together(submitted));
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < INSTRUMENTS; i++) {
      all.add(i);
      boolean rests = i < RESTING;
      distances[i] = rests ? random.nextInt(LEAST_PPM, MOST_PPM) : AWAY_PPM;
      if (!rests) {
        away.add(i);
      }
    }
    rehearsal.price(all, distances);
    if (rehearsal.withOrder() != RESTING) {
      throw new IllegalStateException("500 orders must rest, was " + rehearsal.withOrder());
    }
    rehearsal.sceneIsSet();
  }

  private static String id(int number) {
    return "I" + (INTENTS + number);
  }

  /// @param visits how often one comes near
  static Recording of(int visits) {
    CrowdedMarket market = new CrowdedMarket();
    for (int i = 0; i < visits; i++) {
      market.rehearsal.pass(10_000 * Rehearsal.MILLISECOND_NS);
      market.visit(i % 2 == 0);
    }
    return market.rehearsal.recording("crowded, 10,000 intents");
  }

  /// @param near whether it comes nearer than most of those that rest
  private void visit(boolean near) {
    int visitor = away.remove(/* index */ random.nextInt(away.size()));
    move(visitor, near ? random.nextInt(LEAST_PPM, MOST_PPM) : MOST_PPM + 300);
    for (int i = 0; i < INSTRUMENTS; i++) {
      boolean goes = distances[i] != AWAY_PPM && rehearsal.isWithoutOrder(id(i));
      if (goes) {
        // It found nobody, or was taken from: its price goes away again.
        away.add(i);
        move(i, AWAY_PPM);
      }
    }
  }

  private void move(int which, int distancePpm) {
    distances[which] = distancePpm;
    rehearsal.pass(Rehearsal.MILLISECOND_NS);
    rehearsal.price(which, distancePpm);
  }
}
