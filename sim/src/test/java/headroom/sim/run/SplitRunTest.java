package headroom.sim.run;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.engine.Event;
import headroom.core.engine.IntentState;
import headroom.core.engine.Observer;
import headroom.core.engine.Recorder;
import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.market.Bars;
import headroom.core.market.Instrument;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.sim.Week;
import headroom.sim.account.AccountRules;
import headroom.sim.account.Dividend;
import headroom.sim.account.LedgerLine;
import headroom.sim.account.Split;
import headroom.sim.account.Trade;
import headroom.sim.intents.Planned;
import headroom.sim.path.PathModel;
import headroom.sim.path.Tape;
import headroom.sim.venue.Costs;
import headroom.sim.venue.FillRule;
import headroom.sim.venue.VenueRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Runs in which shares are split, by hand and against the same market without a split.
final class SplitRunTest {
  private static final Instrument STOCK = Instrument.stock("AAA");
  private static final long STEP_NS = 300_000_000_000L;
  private static final long CENT = Fixed.ONE / 100;

  /// 04:00 in New York.
  private static final long EX_NS = Week.ns("07-02 08:00");

  private static final List<Long> DAY_ENDS = Arrays.stream(Week.dayEndsNs()).boxed().toList();
  private static final Period PERIOD =
      new Period(Week.ns("06-30 13:30"), Week.ns("07-08 20:00"), DAY_ENDS);

  /// Bars one after the other.
  private static final class Rows {
    private final List<long[]> rows = new ArrayList<>();

    Rows bar(long startNs, long open, long high, long low, long close, long volume) {
      rows.add(new long[] {startNs, open, high, low, close, volume});
      return this;
    }

    /// One whose prices are the same from end to end.
    Rows flat(String time, String price) {
      long raw = Price.of(price).raw();
      return bar(Week.ns(time), raw, raw, raw, raw, 100_000 * Fixed.ONE);
    }

    Bars bars() {
      long[][] columns = new long[6][];
      for (int c = 0; c < columns.length; c++) {
        int column = c;
        columns[c] = rows.stream().mapToLong(row -> row[column]).toArray();
      }
      return new Bars(
          STOCK, STEP_NS, columns[0], columns[1], columns[2], columns[3], columns[4], columns[5]);
    }
  }

  private static Planned intent(
      String id, String time, Side side, String quantity, String limit, String takeProfit) {
    return new Planned(
        Week.ns(time),
        new Intent(
            new IntentId(id),
            "me",
            STOCK.id(),
            side,
            Quantity.of(quantity),
            Price.of(limit),
            Long.MAX_VALUE,
            "test",
            IntentKind.ENTRY,
            false,
            false,
            null,
            null,
            new ExitPlan(Price.of(takeProfit), null, -1, false),
            List.of()));
  }

  private static Split split(long newShares, long oldShares) {
    return new Split(EX_NS, new Event.Split(STOCK.id(), newShares, oldShares));
  }

  private static RunSettings settings(List<Dividend> paid, List<Split> made) {
    RunSettings usual = RunSettings.DEFAULTS;
    return new RunSettings(
            usual.engine(),
            PathModel.ADAPTIVE,
            new VenueRules(FillRule.TOUCH, STEP_NS / 1_200, STEP_NS / 1_200, Costs.NONE),
            Money.of("10000"),
            AccountRules.PLAIN,
            1)
        .withActions(paid, made);
  }

  private static Outcome run(RunSettings settings, Bars bars, List<Planned> intents) {
    Outcome outcome =
        new Simulation(
                settings,
                Week.hours(),
                Tape.of(List.of(bars), Week.hours()),
                intents,
                PERIOD,
                Observer.NONE,
                Recorder.NONE)
            .run(Watcher.NONE);
    assertThat(outcome.violations()).isEmpty();
    assertThat(outcome.account().isConserved()).isTrue();
    return outcome;
  }

  /// From the second line on, as `time kind amount cash units`.
  private static List<String> lines(Outcome outcome) {
    return outcome.account().ledger().stream().skip(1).map(SplitRunTest::text).toList();
  }

  private static String text(LedgerLine line) {
    return String.join(
        " ",
        Week.text(line.timeNs()),
        line.kind(),
        line.amount().toString(),
        line.cash().toString(),
        Fixed.text(line.unitsRaw()));
  }

  private static List<String> places(Outcome outcome) {
    return outcome.commands().stream()
        .filter(line -> !line.contains(",cancel,"))
        .map(line -> line.split(",", -1))
        .map(cells -> String.join(" ", cells[3], cells[7], cells[8], cells[9]))
        .toList();
  }

  @Test
  void fourForOne() {
    Bars bars =
        new Rows()
            .flat("07-01 14:00", "100.2")
            .flat("07-01 14:05", "100")
            .flat("07-01 19:55", "102")
            .flat("07-02 13:30", "25.5")
            .flat("07-03 13:30", "25")
            .flat("07-07 14:00", "27.5")
            .flat("07-08 19:55", "27")
            .bars();
    Dividend dividend =
        new Dividend(
            STOCK.id(), LocalDate.of(2025, 7, 3), LocalDate.of(2025, 7, 7), Money.of("0.25"));
    Outcome outcome =
        run(
            settings(List.of(dividend), List.of(split(4, 1))),
            bars,
            List.of(intent("A", "07-01 14:00", Side.BUY, "10", "100", "110")));
    // 40 · 0.25 for who holds new shares at the close before; 40 · 27.50 at the end.
    assertThat(lines(outcome))
        .containsExactly(
            "07-01 14:05:00 buy -1000 9000 10",
            "07-02 08:00:00 split 0 9000 30",
            "07-07 04:00:00 dividend 10 9010 0",
            "07-07 14:00:00 sell 1100 10110 -40");
    assertThat(places(outcome))
        .containsExactly(
            "A-1 10 100 free", "A-x1 10 110 exit-take-profit", "A-x2 40 27.5 exit-take-profit");
    Trade trade = outcome.account().trades().getFirst();
    assertThat(trade.quantity()).isEqualTo(Quantity.of("40"));
    assertThat(trade.entryAmount()).isEqualTo(Money.of("1000"));
    assertThat(trade.netPnl()).isEqualTo(Money.of("100"));
    // What was worth 102 each is worth 25.50 each overnight.
    assertThat(outcome.days().get(1).equity()).isEqualTo(Money.of("10020"));
  }

  @Test
  void oneForThree() {
    Bars bars =
        new Rows()
            .flat("07-01 14:00", "100.2")
            .flat("07-01 14:05", "100")
            .flat("07-01 19:55", "96.5")
            .flat("07-02 13:30", "290")
            .flat("07-07 14:00", "330")
            .flat("07-08 19:55", "300")
            .bars();
    Outcome outcome =
        run(
            settings(List.of(), List.of(split(1, 3))),
            bars,
            List.of(intent("A", "07-01 14:00", Side.BUY, "10", "100", "110")));
    // A third of a new share at 3 · 96.50; then 3 · 330.
    assertThat(lines(outcome))
        .containsExactly(
            "07-01 14:05:00 buy -1000 9000 10",
            "07-02 08:00:00 split 96.5 9096.5 -7",
            "07-07 14:00:00 sell 990 10086.5 -3");
    assertThat(outcome.account().trades().getFirst().netPnl()).isEqualTo(Money.of("86.5"));
  }

  @Test
  void oneForThreeOfAShort() {
    Bars bars =
        new Rows()
            .flat("07-01 14:00", "99.8")
            .flat("07-01 14:05", "100")
            .flat("07-01 19:55", "96.5")
            .flat("07-02 13:30", "290")
            .flat("07-07 14:00", "270")
            .flat("07-08 19:55", "300")
            .bars();
    Outcome outcome =
        run(
            settings(List.of(), List.of(split(1, 3))),
            bars,
            List.of(intent("A", "07-01 14:00", Side.SELL, "10", "100", "90")));
    assertThat(lines(outcome))
        .containsExactly(
            "07-01 14:05:00 sell 1000 11000 -10",
            "07-02 08:00:00 split -96.5 10903.5 7",
            "07-07 14:00:00 buy -810 10093.5 3");
    assertThat(outcome.account().trades().getFirst().netPnl()).isEqualTo(Money.of("93.5"));
  }

  @Test
  void aPositionOfLessThanOneNewShareIsPaidOut() {
    Bars bars =
        new Rows()
            .flat("07-01 14:00", "100.2")
            .flat("07-01 14:05", "100")
            .flat("07-01 19:55", "96.5")
            .flat("07-02 13:30", "965")
            .flat("07-08 19:55", "965")
            .bars();
    Outcome outcome =
        run(
            settings(List.of(), List.of(split(1, 10))),
            bars,
            List.of(intent("A", "07-01 14:00", Side.BUY, "9", "100", "110")));
    assertThat(lines(outcome))
        .containsExactly("07-01 14:05:00 buy -900 9100 9", "07-02 08:00:00 split 868.5 9968.5 -9");
    assertThat(outcome.account().trades().getFirst().netPnl()).isEqualTo(Money.of("-31.5"));
    assertThat(outcome.account().openRaw()).isEmpty();
    assertThat(outcome.openOrders()).isEmpty();
  }

  @Test
  void anIntentThatLivesIsHeldAndMissesWhatComes() {
    Bars bars =
        new Rows()
            .flat("07-01 14:00", "103")
            .flat("07-01 19:55", "103")
            .flat("07-02 13:30", "25.8")
            .flat("07-07 14:00", "25")
            .flat("07-08 19:55", "25")
            .bars();
    Outcome outcome =
        run(
            settings(List.of(), List.of(split(4, 1))),
            bars,
            List.of(intent("A", "07-01 14:00", Side.BUY, "10", "100", "110")));
    assertThat(outcome.commands()).isEmpty();
    assertThat(outcome.intents().getFirst().state()).isEqualTo(IntentState.WAITING);
    assertThat(outcome.intents().getFirst().intent().limit()).isEqualTo(Price.of("25"));
    // Not at 25.80, which is below what the limit was.
    assertThat(outcome.missedTouches()).isEqualTo(1);
  }

  @Test
  void whatHappensOutsideOfTheRunIsLeftOut() {
    Bars bars = new Rows().flat("07-01 14:00", "100").flat("07-08 19:55", "100").bars();
    Split early = new Split(Week.ns("06-29 08:00"), new Event.Split(STOCK.id(), 4, 1));
    Split other = new Split(EX_NS, new Event.Split(Instrument.stock("ZZZ").id(), 4, 1));
    Outcome outcome =
        run(
            settings(List.of(), List.of(early, other)),
            bars,
            List.of(intent("A", "07-01 14:00", Side.BUY, "10", "100", "110")));
    assertThat(outcome.account().ledger()).extracting(LedgerLine::kind).doesNotContain("split");
  }

  // The same market in shares of today.

  private static final int MARKETS = 60;
  private static final long RATIO = 4;

  /// @param today whether all prices are in shares of today, or before the split in old ones
  private static Bars walk(int number, boolean today) {
    SplittableRandom random = new SplittableRandom(number);
    Rows rows = new Rows();
    long cents = 2_500;
    for (String day : List.of("06-30", "07-01", "07-02", "07-03", "07-07", "07-08")) {
      long from = Week.ns(day + " 13:30");
      long to = Week.ns(day + (day.equals("07-03") ? " 17:00" : " 20:00"));
      for (long at = from; at < to; at += STEP_NS) {
        long open = cents + (random.nextInt(10) == 0 ? random.nextInt(-8, 9) : 0);
        long close = Math.max(2_000, open + random.nextInt(-6, 7));
        long high = Math.max(open, close) + random.nextInt(4);
        long low = Math.min(open, close) - random.nextInt(4);
        long shares = random.nextInt(8) == 0 ? RATIO * random.nextInt(30) : 400_000;
        long scale = today || at >= EX_NS ? 1 : RATIO;
        rows.bar(
            at,
            open * scale * CENT,
            high * scale * CENT,
            low * scale * CENT,
            close * scale * CENT,
            shares / scale * Fixed.ONE);
        cents = close;
      }
    }
    return rows.bars();
  }

  /// Intents of single days near the prices of their days.
  private static List<Planned> intents(Bars bars, int number, boolean today) {
    SplittableRandom random = new SplittableRandom(number);
    List<Planned> intents = new ArrayList<>();
    for (int n = 0; n < 14; n++) {
      int bar = random.nextInt(bars.length());
      long startNs = bars.startNs(bar);
      long scale = today || startNs >= EX_NS ? 1 : RATIO;
      boolean buys = random.nextInt(4) > 0;
      long sign = buys ? -1 : 1;
      long cents = bars.openRaw(bar) / CENT / scale + sign * random.nextInt(12, 30);
      long profit = cents - sign * random.nextInt(5, 60);
      long shares = RATIO * (1 + random.nextInt(10));
      intents.add(
          new Planned(
              startNs,
              new Intent(
                  new IntentId("A-" + n),
                  "me",
                  STOCK.id(),
                  buys ? Side.BUY : Side.SELL,
                  new Quantity(shares / scale * Fixed.ONE),
                  new Price(cents * scale * CENT),
                  Week.hours().closesNs(Week.hours().sessionAt(startNs)),
                  "test",
                  IntentKind.ENTRY,
                  false,
                  false,
                  null,
                  null,
                  new ExitPlan(new Price(profit * scale * CENT), null, -1, false),
                  List.of())));
    }
    intents.sort(Planned.IN_ORDER);
    return intents;
  }

  @Test
  void aSplitEarnsWhatTheSameMarketInNewSharesEarns() {
    int carried = 0;
    int closed = 0;
    for (int number = 0; number < MARKETS; number++) {
      Bars raw = walk(number, false);
      Bars adjusted = walk(number, true);
      Outcome split =
          run(settings(List.of(), List.of(split(RATIO, 1))), raw, intents(raw, number, false));
      Outcome same = run(settings(List.of(), List.of()), adjusted, intents(adjusted, number, true));
      assertThat(split.account().trades().stream().map(SplitRunTest::earned).toList())
          .as("trades of market " + number)
          .isEqualTo(same.account().trades().stream().map(SplitRunTest::earned).toList());
      assertThat(split.account().equityRaw()).isEqualTo(same.account().equityRaw());
      assertThat(split.account().openRaw()).isEqualTo(same.account().openRaw());
      carried +=
          split.account().ledger().stream().anyMatch(one -> one.kind().equals("split")) ? 1 : 0;
      closed += split.account().trades().size();
    }
    // Otherwise it proves too little.
    assertThat(carried).isGreaterThan(MARKETS / 2);
    assertThat(closed).isGreaterThan(2 * MARKETS);
  }

  private static String earned(Trade trade) {
    return String.join(
        " ",
        trade.intent().value(),
        Week.text(trade.openedNs()),
        Week.text(trade.closedNs()),
        trade.entryAmount().toString(),
        trade.exitAmount().toString());
  }
}
