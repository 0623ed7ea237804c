package headroom.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.capacity.AccountModel;
import headroom.core.capacity.AccountRead;
import headroom.core.conformance.Exchange;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.steal.FightRules;
import headroom.core.steal.FurthestFirst;
import headroom.core.steal.StealRules;
import headroom.core.tolerance.Tolerances;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What may be traded before and after the core session (R82), as tables: the time, what happens,
/// what is decided. `E…` are intents with the flag, `C…` without it; all buy 10 AAA at 100.
///
/// It is Wednesday 15 January 2025, 10:00; trading goes from 04:00 to 20:00, the session from 09:30
/// to 16:00.
final class ExtendedHoursTest {
  private static final Pattern CELLS = Pattern.compile("\\s*\\|\\s*");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final Scene scene =
      new Scene(Scene.settings(StealRules.DEFAULTS), Exchange.EXTENDED_HOURS);
  private ExitPlan exit = ExitPlan.NONE;
  private long expiresNs = Long.MAX_VALUE;

  private Intent intent(String id, String quantity) {
    return Scene.intent(id, "AAA", Side.BUY, quantity, "100", expiresNs, null, exit)
        .withExtendedHours(id.startsWith("E"));
  }

  /// Plays a table, and says in one text where it came out otherwise.
  private static void plays(Scene scene, Function<String, Intent> make, String table) {
    List<String> wrong = new ArrayList<>();
    for (String line : table.lines().toList()) {
      String[] cells = CELLS.split(line.strip(), -1);
      List<String> decided = new ArrayList<>(at(scene, cells[0]));
      decided.removeIf(command -> command.startsWith("ask "));
      decided.addAll(happens(scene, make, BLANKS.split(cells[1], -1)));
      String found = String.join("; ", decided);
      if (!found.equals(cells[2])) {
        wrong.add(line.strip() + " <- " + found);
      }
    }
    assertThat(wrong.stream().collect(Collectors.joining("\n"))).isEmpty();
  }

  private void plays(String table) {
    plays(scene, id -> intent(id, "10"), table);
  }

  private static List<String> at(Scene scene, String time) {
    String[] parts = time.split("[ :]", -1);
    return scene.until(
        Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }

  private static List<String> happens(Scene scene, Function<String, Intent> make, String[] words) {
    return switch (words[0]) {
      case "" -> List.of();
      case "price" -> scene.price(words[1], words[2]);
      case "submit" -> scene.submit(make.apply(words[1]));
      case "accepted" -> scene.accepted(words[1]);
      case "filled" -> scene.filled(words[1], words[2]);
      case "expired" -> scene.expired(words[1], "0");
      case "canceled" -> scene.canceled(words[1], "0");
      case "withdraw" -> scene.withdraw(words[1]);
      case "waits" -> List.of(scene.verdict(words[1]));
      case "state" -> List.of(scene.state(words[1]).word());
      case "end" -> List.of(scene.end(words[1]));
      default -> throw new IllegalArgumentException("no such event, was " + words[0]);
    };
  }

  @Test
  void onlyWithTheFlagAnEntryRestsAfterTheClose() {
    scene.cash("10000");
    plays(
        """
        15 16:05 | price AAA 100.5 |
        15 16:05 | submit C        |
        15 16:05 | waits C         | waiting.session-closed
        15 16:06 | submit E        | place E-1 10 @ 100 free extended
        15 16:06 | accepted E-1    |
        15 20:00 | expired E-1     |
        15 20:00 | waits E         | waiting.session-closed
        16 04:00 | waits E         | waiting.no-quote
        16 04:10 | price AAA 100.4 | place E-2 10 @ 100 free extended
        16 09:30 | waits C         | waiting.no-quote
        16 09:30 | price AAA 100.3 | place C-1 10 @ 100 free\
        """);
  }

  @Test
  void anOrderWithTheFlagRestsThroughTheCloseAndOneWithoutEndsThere() {
    scene.cash("10000");
    plays(
        """
        15 15:00 | submit C        |
        15 15:00 | submit E        |
        15 15:01 | price AAA 100.5 | place C-1 10 @ 100 free; place E-1 10 @ 100 free extended
        15 15:01 | accepted C-1    |
        15 15:01 | accepted E-1    |
        15 16:00 | expired C-1     |
        15 16:01 | state E         | resting
        15 16:01 | state C         | waiting
        15 17:00 | filled E-1 10   |
        15 17:00 | state E         | filled\
        """);
  }

  @Test
  void aPriceOfTheMorningIsNoneToThoseOfTheCoreSession() {
    scene.cash("10000");
    plays(
        """
        16 04:00 | submit C        |
        16 04:00 | submit E        |
        16 09:29 | price AAA 100.5 | place E-1 10 @ 100 free extended
        16 09:30 | waits C         | waiting.no-quote
        16 09:31 | price AAA 100.5 | place C-1 10 @ 100 free\
        """);
  }

  @Test
  void withoutExtendedHoursTheFlagDoesNothing() {
    Scene plain = new Scene();
    plain.cash("10000");
    plays(
        plain,
        id -> intent(id, "10"),
        """
        15 10:01 | price AAA 100.5 |
        15 10:01 | submit E        | place E-1 10 @ 100 free
        15 10:01 | accepted E-1    |
        15 16:00 | expired E-1     |
        15 16:05 | price AAA 100.4 |
        15 16:05 | waits E         | waiting.session-closed\
        """);
  }

  @Test
  void aTakeProfitWithTheFlagWorksAtAllHoursAndAStopWaitsForTheSession() {
    exit = new ExitPlan(Price.of("110"), Price.of("95"), -1, false);
    scene.cash("10000");
    plays(
        """
        15 16:05 | price AAA 100.5 |
        15 16:05 | submit E        | place E-1 10 @ 100 free extended
        15 16:05 | accepted E-1    |
        15 16:06 | filled E-1 10   | place E-x1 10 @ 110 exit-take-profit extended
        15 16:06 | accepted E-x1   |
        15 16:10 | price AAA 94    |
        16 08:00 | price AAA 93    |
        16 09:30 | price AAA 96    |
        16 09:31 | price AAA 95    | cancel E-x1 exit-stop
        16 09:31 | canceled E-x1   | place E-x2 10 @ market exit-stop\
        """);
  }

  @Test
  void aMarketExitThatFallsDueOutsideWaitsForTheOpen() {
    exit = new ExitPlan(null, null, -1, true);
    scene.cash("10000");
    plays(
        """
        15 16:05 | price AAA 100.5 |
        15 16:05 | submit E        | place E-1 10 @ 100 free extended
        15 16:05 | accepted E-1    |
        15 16:06 | filled E-1 10   |
        16 04:10 | price AAA 99    |
        16 09:30 |                 | place E-x1 10 @ market exit-session\
        """);
  }

  @Test
  void whatIsEnteredBeforeTheOpenBelongsToTheDayThatBegins() {
    exit = new ExitPlan(null, null, -1, true);
    scene.cash("10000");
    plays(
        """
        16 05:00 | price AAA 100.5 |
        16 05:00 | submit E        | place E-1 10 @ 100 free extended
        16 05:00 | accepted E-1    |
        16 05:01 | filled E-1 10   |
        16 15:58 |                 |
        16 15:59 |                 | place E-x1 10 @ market exit-session\
        """);
  }

  @Test
  void anIntentThatEndsWithTheCoreSessionIsCancelledThen() {
    expiresNs = Exchange.timeNs(LocalDate.of(2025, 1, 15), LocalTime.of(16, 0));
    scene.cash("10000");
    plays(
        """
        15 15:00 | price AAA 100.5 |
        15 15:00 | submit E        | place E-1 10 @ 100 free extended
        15 15:00 | accepted E-1    |
        15 15:59 |                 |
        15 16:00 |                 | cancel E-1 expired\
        """);
  }

  @Test
  void anIntentThatEndsWithTradingNeedsNoCancel() {
    expiresNs = Exchange.timeNs(LocalDate.of(2025, 1, 15), LocalTime.of(20, 0));
    scene.cash("10000");
    plays(
        """
        15 15:00 | price AAA 100.5 |
        15 15:00 | submit E        | place E-1 10 @ 100 free extended
        15 15:00 | accepted E-1    |
        15 20:00 | expired E-1     |
        15 20:00 | end E           | expired\
        """);
  }

  @Test
  void aCancelByNobodyBeforeTheEndOfTradingHoldsTheIntent() {
    scene.cash("10000");
    plays(
        """
        15 15:00 | price AAA 100.5 |
        15 15:00 | submit E        | place E-1 10 @ 100 free extended
        15 15:00 | accepted E-1    |
        15 16:30 | canceled E-1    |
        15 16:30 | price AAA 100.4 |
        15 16:30 | waits E         | held.cancelled-at-venue\
        """);
  }

  @Test
  void onAnEarlyCloseTradingEndsAtFive() {
    scene.cash("10000");
    scene.untilJuly(3, 13, 5);
    scene.price("AAA", "100.5");
    assertThat(scene.submit(intent("E", "10"))).containsExactly("place E-1 10 @ 100 free extended");
    scene.accepted("E-1");
    scene.untilJuly(3, 17, 0);
    scene.expired("E-1", "0");
    assertThat(scene.price("AAA", "100.4")).isEmpty();
    assertThat(scene.verdict("E")).isEqualTo("waiting.session-closed");
  }

  @Test
  void aPlanThatChangesTheFlagOfARestingOrderReplacesIt() {
    scene.cash("10000");
    scene.price("AAA", "100.5");
    scene.plan(intent("E1", "10"));
    scene.accepted("E1-1");
    assertThat(scene.plan(intent("C1", "10"))).containsExactly("cancel E1-1 withdrawn");
    assertThat(scene.canceled("E1-1", "0")).containsExactly("place C1-1 10 @ 100 free");
    scene.accepted("C1-1");
    // One of the same kind keeps its order.
    assertThat(scene.plan(intent("C2", "10"))).isEmpty();
  }

  /// An account of 10,000 that may hold 20,000 overnight, and a cushion of nothing.
  private static Scene margin() {
    Deleveraging usual = Deleveraging.DEFAULTS;
    Deleveraging rules =
        new Deleveraging(
            usual.overnightMultiplier(),
            usual.windowNs(),
            usual.forceNs(),
            usual.minimumSlice(),
            false,
            usual.passivePpm(),
            usual.crossingPpm(),
            0);
    return new Scene(
        new Settings(
                new FurthestFirst(),
                Tolerances.DEFAULTS,
                StealRules.DEFAULTS,
                FightRules.DEFAULTS,
                AccountModel.MARGIN,
                AccountModel.DAY_MULTIPLIER,
                Settings.DEFAULT_AT_ONCE_RANKS,
                false,
                false,
                Pauses.DEFAULTS)
            .with(rules),
        Exchange.EXTENDED_HOURS);
  }

  @Test
  void whatMayBeHeldOvernightHoldsForEntriesOfTheEvening() {
    Scene margin = margin();
    margin.cash("10000");
    plays(
        margin,
        id -> intent(id, id.equals("E1") ? "150" : "60"),
        """
        15 16:05 | price AAA 100.5 |
        15 16:05 | submit E1       | place E1-1 150 @ 100 free extended
        15 16:05 | accepted E1-1   |
        15 16:06 | submit E2       |
        15 16:06 | waits E2        | no-capacity.over-limit
        15 16:07 | withdraw E1     | cancel E1-1 withdrawn
        15 16:07 | canceled E1-1   | place E2-1 60 @ 100 free extended\
        """);
  }

  @Test
  void entriesOfTheEveningGiveWayWhenTheAccountLosesAndPositionsAreLeftAlone() {
    Scene margin = margin();
    margin.cash("10000");
    plays(
        margin,
        id -> intent(id, id.equals("E1") ? "100" : "95"),
        """
        15 16:05 | price AAA 100   |
        15 16:05 | submit E1       | place E1-1 100 @ 100 free extended
        15 16:05 | accepted E1-1   |
        15 16:06 | filled E1-1 100 |
        15 16:07 | submit E2       | place E2-1 95 @ 100 free extended
        15 16:07 | accepted E2-1   |
        15 16:30 | price AAA 100.5 |\
        """);
    // A thousand is lost elsewhere: 18,000 may be held, 10,050 are, and 9,500 more would be.
    Money equity = Money.of("9000");
    AccountRead.Mark mark = new AccountRead.Mark(new InstrumentId("AAA"), Price.of("100.5"));
    AccountRead less =
        new AccountRead(equity, Money.of("-1000"), Money.of("-1000"), List.of(mark), List.of());
    assertThat(margin.on(new Event.AccountChanged(less))).containsExactly("cancel E2-1 deleverage");
    Money nothing = Money.of("3000");
    AccountRead hardly =
        new AccountRead(nothing, Money.of("-7000"), Money.of("-7000"), List.of(mark), List.of());
    assertThat(margin.on(new Event.AccountChanged(hardly))).isEmpty();
  }
}
