package headroom.sim.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import headroom.core.intent.IntentId;
import headroom.core.intent.OrderId;
import headroom.core.market.Instrument;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountTest {
  private static final Instrument STOCK = Instrument.stock("AAA");
  private static final Instrument PAIR = Instrument.crypto("X/USD", Fixed.ONE / 100);

  private final Account account = new Account(List.of(STOCK, PAIR), Money.of("1000"), 1);

  private void trade(
      Instrument instrument, Side side, boolean opens, String quantity, String price, String fee) {
    int index = instrument.isStock() ? 0 : 1;
    account.book(
        new Fill(
            2,
            new OrderId(opens ? "A-1" : "A-x1"),
            new IntentId("A" + index),
            instrument.id(),
            side,
            opens,
            Quantity.of(quantity),
            Price.of(price),
            Money.of(fee),
            true),
        index);
  }

  @Test
  void booksAmountAndFeeAsTwoLines() {
    trade(PAIR, Side.BUY, true, "2", "100", "0.3");

    assertThat(account.ledger())
        .extracting(LedgerLine::kind)
        .containsExactly("deposit", "buy", "fee");
    assertThat(account.ledger())
        .extracting(line -> line.cash().toString())
        .containsExactly("1000", "800", "799.7");
    assertThat(account.fees()).isEqualTo(Money.of("0.3"));
    assertThat(account.turnover()).isEqualTo(Money.of("200"));
    assertThat(account.isConserved()).isTrue();
  }

  @Test
  void roundsABuyUpAndASellDown() {
    // 0.000000003 · 1.5 = 0.0000000045.
    trade(PAIR, Side.BUY, true, "1.5", "0.000000003", "0");
    trade(PAIR, Side.SELL, false, "1.5", "0.000000003", "0");

    assertThat(account.ledger().get(1).amount().raw()).isEqualTo(-5);
    assertThat(account.ledger().get(2).amount().raw()).isEqualTo(4);
    assertThat(account.trades().getFirst().netPnl().raw()).isEqualTo(-1);
  }

  @Test
  void equityIsCashAndPositionsAtTheirMarks() {
    trade(STOCK, Side.BUY, true, "3", "100", "0");
    trade(PAIR, Side.SELL, true, "2", "50", "0");
    account.mark(0, Price.of("110").raw());
    account.mark(1, Price.of("45").raw());

    // 1,000 − 300 + 100 + 330 − 90.
    assertThat(account.equityRaw()).isEqualTo(Money.of("1040").raw());
    assertThat(account.exposureRaw(true)).isEqualTo(Money.of("330").raw());
    assertThat(account.exposureRaw(false)).isEqualTo(Money.of("90").raw());
    assertThat(account.valueRaw(PAIR.id())).isEqualTo(Money.of("-90").raw());
  }

  @Test
  void aTradeIsClosedWhenNothingIsLeft() {
    trade(STOCK, Side.BUY, true, "3", "100", "0");
    trade(STOCK, Side.BUY, true, "1", "96", "0");
    trade(STOCK, Side.SELL, false, "1", "101", "0");
    assertThat(account.trades()).isEmpty();

    trade(STOCK, Side.SELL, false, "3", "102", "1");

    Trade closed = account.trades().getFirst();
    assertThat(closed.entryAmount()).isEqualTo(Money.of("396"));
    assertThat(closed.exitAmount()).isEqualTo(Money.of("407"));
    assertThat(closed.grossPnl()).isEqualTo(Money.of("11"));
    assertThat(closed.netPnl()).isEqualTo(Money.of("10"));
    assertThat(account.openRaw()).isEmpty();
    assertThat(account.isConserved()).isTrue();
  }

  @Test
  void aShortEarnsWhatThePriceFalls() {
    trade(STOCK, Side.SELL, true, "2", "100", "0");
    trade(STOCK, Side.BUY, false, "2", "97", "0");

    assertThat(account.trades().getFirst().netPnl()).isEqualTo(Money.of("6"));
    assertThat(account.cash()).isEqualTo(Money.of("1006"));
  }

  @Test
  void neverSellsWhatItDoesNotHold() {
    assertThatIllegalStateException()
        .isThrownBy(() -> trade(STOCK, Side.SELL, false, "1", "100", "0"));
    trade(STOCK, Side.BUY, true, "1", "100", "0");
    assertThatIllegalStateException()
        .isThrownBy(() -> trade(STOCK, Side.SELL, false, "2", "100", "0"))
        .withMessageContaining("must not exceed its position 1, was 2");
  }
}
