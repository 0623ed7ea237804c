package headroom.sim.account;

import static headroom.sim.account.Books.OTHER;
import static headroom.sim.account.Books.PAIR;
import static headroom.sim.account.Books.STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.capacity.AccountRead;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Ledgers worked out by hand, to the cent.
final class LedgersTest {
  /// Monday 20 January is a holiday.
  private static final Days JANUARY =
      new Days(
          "2025-01-15",
          "2025-01-24",
          "2025-01-15",
          "2025-01-16",
          "2025-01-17",
          "2025-01-21",
          "2025-01-22",
          "2025-01-23",
          "2025-01-24");

  @Test
  void aWeekWithAWeekendAndAHolidayAtTwiceTheEquity() {
    Books books = new Books(Books.rules(MarginRule.INTRADAY_2026), JANUARY, "20000");
    books.enter("A", Days.at("2025-01-16", 10, 0), STOCK, Side.BUY, "400", "100");
    // It settles on Friday: on Thursday night nothing is borrowed yet.
    books.endDays("2025-01-16", "2025-01-17", "2025-01-18", "2025-01-19", "2025-01-20");
    books.endDay("2025-01-21");
    books.leave("A", Days.at("2025-01-22", 15, 0), STOCK, Side.SELL, "400", "101");
    books.endDays("2025-01-22", "2025-01-23");

    assertThat(books.lines())
        .containsExactly(
            "buy -40000 -20000",
            // 20,000 · 6.5 % · 4 / 360, from Friday to Tuesday.
            "interest -14.44 -20014.44",
            // 20,014.44 · 6.5 % / 360 = 3.6137.
            "interest -3.61 -20018.05",
            "sell 40400 20381.95",
            // 40,400 · 27.80 / 1,000,000 = 1.12312, and 400 · 0.000166 = 0.0664, up.
            "fee-sec -1.13 20380.82",
            "fee-taf -0.07 20380.75",
            // What was sold on Wednesday settles on Thursday: 20,019.25 · 6.5 % / 360.
            "interest -3.61 20377.14");
    assertThat(books.account.financing()).isEqualTo(Money.of("21.66"));
    assertThat(books.account.fees()).isEqualTo(Money.of("1.2"));
    assertThat(books.account.equityRaw()).isEqualTo(Money.of("20377.14").raw());
    assertThat(books.account.isConserved()).isTrue();
  }

  @Test
  void oneNightAndThreeNights() {
    LocalDate date = LocalDate.of(2026, 9, 30);
    AccountRules dated =
        new AccountRules(true, true, AccountRules.DATED, 0, MarginRule.OFF, List.of());
    assertThat(cents(20_000, 65_000, 1)).isEqualTo("3.61");
    assertThat(cents(20_000, 65_000, 3)).isEqualTo("10.83");
    assertThat(cents(5_000, 62_500, 1)).isEqualTo("0.87");
    assertThat(cents(5_000, 62_500, 3)).isEqualTo("2.6");
    assertThat(Financing.marginRatePpm(dated, date)).isEqualTo(65_000);
    assertThat(Financing.marginRatePpm(dated, LocalDate.of(2025, 6, 1))).isEqualTo(62_500);
  }

  private static String cents(long debt, int ratePpm, int days) {
    return Fixed.text(Financing.raw(debt * Fixed.ONE, ratePpm, days));
  }

  @Test
  void cryptoPaysInCoinsWhenBoughtAndInDollarsWhenSold() {
    Books books = new Books(Books.rules(MarginRule.INTRADAY_2026), JANUARY, "10000");
    long timeNs = Days.at("2025-01-18", 3, 0);
    books.enter("A", timeNs, PAIR, Side.BUY, "0.1", "60000");
    // A maker leaves 0.15 % of the coins.
    assertThat(books.account.openRaw().values()).containsExactly(Fixed.ONE / 100_000 * 9_985);
    books.leave("A", timeNs + 1, PAIR, Side.SELL, "0.09985", "61000");

    assertThat(books.lines())
        .containsExactly(
            "buy -6000 4000",
            "fee 0 4000",
            "sell 6090.85 10090.85",
            // A taker leaves 0.25 % of the dollars.
            "fee -15.227125 10075.622875");
    assertThat(books.account.ledger().get(2).unitsRaw()).isEqualTo(-Fixed.ONE / 100_000 * 15);
    Trade trade = books.account.trades().getFirst();
    assertThat(trade.fees()).isEqualTo(Money.of("24.227125"));
    assertThat(trade.netPnl()).isEqualTo(Money.of("75.622875"));
    assertThat(books.account.fees()).isEqualTo(trade.fees());
    assertThat(books.account.isConserved()).isTrue();
  }

  @Test
  void aTakerOfATwentiethMoreLeavesMoreCoins() {
    Books books = new Books(Books.rules(MarginRule.INTRADAY_2026), JANUARY, "20000");
    books.trade("A", Days.at("2025-01-18", 3, 0), PAIR, Side.BUY, true, "0.2", "60000", false);
    assertThat(books.account.openRaw().values()).containsExactly(Fixed.ONE / 10_000 * 1_995);
  }

  @Test
  void theTierOfCryptoFollowsThirtyDaysAndIsFixedForTheDay() {
    Books books = new Books(Books.rules(MarginRule.INTRADAY_2026), JANUARY, "1000000");
    books.enter("A", Days.at("2025-01-18", 3, 0), PAIR, Side.BUY, "2", "60000");
    // Whatever was traded today, today's rate stays.
    books.enter("B", Days.at("2025-01-18", 4, 0), PAIR, Side.BUY, "1", "60000");
    books.enter("C", Days.at("2025-01-19", 4, 0), PAIR, Side.BUY, "1", "60000");
    assertThat(books.account.fills())
        .extracting(Fill::withheldRaw)
        .containsExactly(Fixed.ONE / 1_000 * 3, Fixed.ONE / 10_000 * 15, Fixed.ONE / 10_000 * 12);
  }

  @Test
  void aShortSqueezeEndsInAMarginCall() {
    AccountRules rules =
        new AccountRules(
            true, true, AccountRules.MARGIN_RATE_PPM, 10_000, MarginRule.INTRADAY_2026, List.of());
    Books books = new Books(rules, JANUARY, "10000");
    books.enter("A", Days.at("2025-01-15", 10, 0), STOCK, Side.SELL, "100", "100");
    books.mark(STOCK, "130");
    // 7,000 of equity, and 30 % of 13,000 are asked for.
    books.account.close(Days.at("2025-01-15", 16, 0));
    assertThat(books.account.marginCalls()).isZero();
    books.endDay("2025-01-15");
    books.mark(STOCK, "160");
    // 3,999.34 of equity, and 30 % of 16,000 are asked for.
    books.account.close(Days.at("2025-01-16", 16, 0));

    assertThat(books.lines())
        .containsExactly(
            "sell 10000 20000",
            "fee-sec -0.28 19999.72",
            "fee-taf -0.02 19999.7",
            // 13,000 · 1 % / 360 = 0.3611.
            "borrow -0.36 19999.34",
            "margin-call 0 19999.34");
    assertThat(books.account.equityRaw()).isEqualTo(Money.of("3999.34").raw());
    assertThat(books.account.marginCalls()).isEqualTo(1);
    books.mark(STOCK, "200");
    assertThat(books.account.equityRaw()).isNegative();
  }

  @Test
  void aHalfDayIsANightLikeAnyOther() {
    Days july = new Days("2025-07-02", "2025-07-07", "2025-07-02", "2025-07-03*", "2025-07-07");
    Books books = new Books(Books.rules(MarginRule.INTRADAY_2026), july, "20000");
    books.enter("A", Days.at("2025-07-02", 10, 0), STOCK, Side.BUY, "400", "100");
    books.endDay("2025-07-02");
    books.account.close(Days.at("2025-07-03", 13, 0));
    books.endDays("2025-07-03", "2025-07-04", "2025-07-05", "2025-07-06");

    // From Thursday 3 July to Monday 7 July: 20,000 · 6.5 % · 4 / 360.
    assertThat(books.lines()).containsExactly("buy -40000 -20000", "interest -14.44 -20014.44");
  }

  @Test
  void theNewRuleBeginsInTheEveningBefore() {
    Days june = new Days("2026-06-02", "2026-06-05", "2026-06-02", "2026-06-03", "2026-06-04");
    Books books = new Books(Books.rules(MarginRule.BY_DATE), june, "30000");

    assertThat(books.account.read(Days.at("2026-06-03", 19, 59)).multiplier()).isEqualTo(2);
    assertThat(books.account.read(Days.at("2026-06-03", 20, 0)).multiplier()).isEqualTo(4);
    assertThat(books.account.read(Days.at("2026-06-04", 10, 0)).stockPower()).isNull();
  }

  @Test
  void theOldRuleCountsDayTradesAndLooksAtTheMorning() {
    Books books = new Books(Books.rules(MarginRule.LEGACY_PDT), JANUARY, "30000");
    for (int number = 1; number <= 4; number++) {
      long timeNs = Days.at("2025-01-15", 10, number);
      assertThat(books.account.read(timeNs).multiplier()).isEqualTo(2);
      books.enter("T" + number, timeNs, STOCK, Side.BUY, "1", "100");
      books.leave("T" + number, timeNs + 1, STOCK, Side.SELL, "1", "100");
    }
    // A pattern day trader: four times what yesterday's close left, whatever the day brings.
    books.enter("A", Days.at("2025-01-15", 15, 0), STOCK, Side.BUY, "100", "100");
    books.account.close(Days.at("2025-01-15", 16, 0));
    books.endDay("2025-01-15");
    books.mark(STOCK, "120");
    long morningNs = Days.at("2025-01-16", 10, 0);
    AccountRead morning = books.account.read(morningNs);
    assertThat(morning.multiplier()).isEqualTo(4);
    // 4 · (30,000 − 30 % of 10,000) for the day, and the 12,000 of yesterday.
    assertThat(morning.stockPower()).isEqualTo(Money.of("120000"));
    books.enter("B", morningNs, OTHER, Side.BUY, "100", "50");
    books.mark(OTHER, "60");
    // What was opened today counts as it was entered: the 1,000 that it gained are no more power.
    assertThat(books.account.read(morningNs).stockPower()).isEqualTo(Money.of("121000"));
  }

  @Test
  void theOldRuleStopsASmallAccountAfterThreeDayTrades() {
    Books books = new Books(Books.rules(MarginRule.LEGACY_PDT), JANUARY, "10000");
    for (int number = 1; number <= 3; number++) {
      long timeNs = Days.at("2025-01-15", 10, number);
      assertThat(books.account.refusesToOpen(STOCK, Side.BUY, timeNs)).isNull();
      books.enter("T" + number, timeNs, STOCK, Side.BUY, "1", "100");
      books.leave("T" + number, timeNs + 1, STOCK, Side.SELL, "1", "100");
    }
    assertThat(books.account.refusesToOpen(STOCK, Side.BUY, Days.at("2025-01-15", 11, 0)))
        .isEqualTo("trade denied due to pattern day trading protection");
    assertThat(books.account.refusesToOpen(PAIR, Side.BUY, Days.at("2025-01-15", 11, 0))).isNull();
    // The fifth business day after is the first that no longer sees them.
    assertThat(books.account.refusesToOpen(STOCK, Side.BUY, Days.at("2025-01-22", 11, 0)))
        .isNotNull();
    assertThat(books.account.refusesToOpen(STOCK, Side.BUY, Days.at("2025-01-23", 11, 0))).isNull();
  }

  @Test
  void below2000NothingIsLent() {
    Books books = new Books(Books.rules(MarginRule.INTRADAY_2026), JANUARY, "2000");
    long timeNs = Days.at("2025-01-15", 10, 0);
    assertThat(books.account.read(timeNs).multiplier()).isEqualTo(4);
    assertThat(books.account.refusesToOpen(STOCK, Side.SELL, timeNs)).isNull();
    books.enter("A", timeNs, STOCK, Side.BUY, "10", "100");
    books.mark(STOCK, "99.9");
    // 1,999: only what has settled pays, and the 1,000 of today are gone.
    AccountRead read = books.account.read(timeNs);
    assertThat(read.multiplier()).isEqualTo(1);
    assertThat(read.settledCash()).isEqualTo(Money.of("1000"));
    assertThat(books.account.refusesToOpen(STOCK, Side.SELL, timeNs))
        .isEqualTo("account is not allowed to short");
    books.endDay("2025-01-15");
    assertThat(books.account.read(Days.at("2025-01-16", 10, 0)).settledCash())
        .isEqualTo(Money.of("1000"));
  }

  @Test
  void aDividendIsOfWhoHeldBeforeTheExDate() {
    Dividend dividend =
        new Dividend(
            STOCK.id(), LocalDate.of(2025, 1, 17), LocalDate.of(2025, 1, 22), Money.of("0.26"));
    AccountRules rules =
        new AccountRules(true, true, 0, 0, MarginRule.INTRADAY_2026, List.of(dividend));
    Books books = new Books(rules, JANUARY, "100000");
    books.enter("A", Days.at("2025-01-16", 10, 0), STOCK, Side.BUY, "100", "100");
    books.enter("S", Days.at("2025-01-16", 10, 0), STOCK, Side.SELL, "30", "100");
    books.endDays("2025-01-15", "2025-01-16");
    // Too late.
    books.enter("B", Days.at("2025-01-17", 10, 0), STOCK, Side.BUY, "100", "100");
    books.endDays(
        "2025-01-17", "2025-01-18", "2025-01-19", "2025-01-20", "2025-01-21", "2025-01-22");

    LedgerLine paid =
        books.account.ledger().stream()
            .filter(line -> line.kind().equals("dividend"))
            .findFirst()
            .orElseThrow();
    // 70 · 0.26, at the first instant of the payable date.
    assertThat(paid.amount()).isEqualTo(Money.of("18.2"));
    assertThat(paid.timeNs()).isEqualTo(Days.at("2025-01-22", 0, 0));
    assertThat(books.account.isConserved()).isTrue();
  }

  @Test
  void whoFollowsComesToTheSame() {
    Books books = new Books(Books.rules(MarginRule.INTRADAY_2026), JANUARY, "20000");
    Account follower = books.account.follower();
    books.enter("A", Days.at("2025-01-16", 10, 0), STOCK, Side.BUY, "400", "100");
    books.leave("A", Days.at("2025-01-16", 12, 0), STOCK, Side.SELL, "100", "101");
    books.account.fills().forEach(fill -> follower.book(fill, 0));
    follower.mark(0, Money.of("101").raw());
    for (String date : List.of("2025-01-16", "2025-01-17")) {
      follower.follow(books.account.endDay(Days.endNs(date)), Days.endNs(date));
    }
    assertThat(follower.cash()).isEqualTo(books.account.cash());
    assertThat(follower.settledCash()).isEqualTo(books.account.settledCash());
    assertThat(follower.equityRaw()).isEqualTo(books.account.equityRaw());
  }
}
