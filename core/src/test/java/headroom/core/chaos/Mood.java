package headroom.core.chaos;

import java.util.SplittableRandom;

/// How faithless a venue is, each number in percent of the cases in which it could be.
///
/// @param lost answers that never arrive
/// @param commandsLost commands that never arrive
/// @param repeated answers that arrive twice
/// @param slow commands and answers that take up to 20 s instead of up to 3 s
/// @param notSent orders that did not leave in time
/// @param rejected orders that are refused
/// @param rejectedLater orders that are refused after they were accepted
/// @param noFunds thieves that are refused for lack of funds
/// @param fillsFirst cancels that are too late: all is filled
/// @param fillsPartly cancels before which a part is filled
/// @param cancelRefused cancels that are refused for no reason
/// @param confirmedLater cancels that are refused and then confirmed
/// @param fillsAfter cancels after whose confirmation something fills all the same
/// @param changeRefused changes of quantity that are refused
/// @param fillsBeforeChange changes before which a part is filled
/// @param closesByCancel day orders whose end at the close is reported as a cancel
record Mood(
    int lost,
    int commandsLost,
    int repeated,
    int slow,
    int notSent,
    int rejected,
    int rejectedLater,
    int noFunds,
    int fillsFirst,
    int fillsPartly,
    int cancelRefused,
    int confirmedLater,
    int fillsAfter,
    int changeRefused,
    int fillsBeforeChange,
    int closesByCancel) {

  /// It does what it is told.
  static final Mood HONEST = new Mood(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /// A mood for a run: often some vices are missing, so that others show alone.
  static Mood draw(SplittableRandom random) {
    return new Mood(
        share(random, 6),
        share(random, 5),
        share(random, 12),
        share(random, 15),
        share(random, 5),
        share(random, 15),
        share(random, 4),
        share(random, 40),
        share(random, 20),
        share(random, 30),
        share(random, 20),
        share(random, 15),
        share(random, 12),
        share(random, 30),
        share(random, 50),
        share(random, 100));
  }

  private static int share(SplittableRandom random, int most) {
    return random.nextInt(3) == 0 ? 0 : random.nextInt(most + 1);
  }
}
