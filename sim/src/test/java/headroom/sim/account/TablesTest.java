package headroom.sim.account;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.market.Instrument;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The dated tables, at their edges.
final class TablesTest {
  private static long raw(String decimal) {
    return Fixed.raw(new BigDecimal(decimal));
  }

  @ParameterizedTest
  @CsvSource({
    "2022-05-13, 0.0000051, 0.00013",
    "2022-05-14, 0.0000229, 0.00013",
    "2023-02-27, 0.000008, 0.000145",
    "2024-05-21, 0.000008, 0.000166",
    "2024-05-22, 0.0000278, 0.000166",
    "2025-05-13, 0.0000278, 0.000166",
    "2025-05-14, 0, 0.000166",
    "2026-04-03, 0, 0.000195",
    "2026-04-04, 0.0000206, 0.000195",
    "2026-10-01, 0.0000206, 0",
    "2027-01-01, 0.0000206, 0.000195",
  })
  void whatIsSoldPaysTheRateOfItsDay(LocalDate date, String sec, String taf) {
    StockFees.Parts parts = new StockFees().of(date, true, Fixed.ONE, Fixed.ONE);
    assertThat(Fixed.text(parts.secRaw())).isEqualTo(new BigDecimal(sec).toPlainString());
    assertThat(Fixed.text(parts.tafRaw())).isEqualTo(new BigDecimal(taf).toPlainString());
    StockFees.Parts bought = new StockFees().of(date, false, Fixed.ONE, Fixed.ONE);
    assertThat(bought.secRaw() + bought.tafRaw()).isZero();
  }

  @Test
  void aDayIsRoundedUpOnceForEachKind() {
    StockFees fees = new StockFees();
    LocalDate date = LocalDate.of(2026, 9, 15);
    for (int trade = 0; trade < 3; trade++) {
      fees.add(fees.of(date, true, raw("100"), raw("1")));
    }
    fees.add(fees.of(date, false, raw("100"), raw("1")));
    // 0.00618, 0.000585 and 0.000012.
    assertThat(fees.book())
        .extracting(sum -> sum.kind() + " " + Fixed.text(sum.amountRaw()))
        .containsExactly("fee-sec 0.01", "fee-taf 0.01", "fee-cat 0.01");
    assertThat(fees.book()).extracting(StockFees.Booked::amountRaw).containsOnly(0L);
  }

  @Test
  void oneTradePaysNoMoreThanTheMost() {
    StockFees.Parts parts =
        new StockFees().of(LocalDate.of(2026, 2, 1), true, raw("1000000"), raw("100000"));
    assertThat(Fixed.text(parts.tafRaw())).isEqualTo("9.79");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-06-01, 2.49, 1000000, 1004017",
    "2025-06-01, 2.50, 300000, 1000000",
    "2025-06-01, 4.99, 300000, 1000000",
    "2025-06-01, 5.00, 300000, 1000000",
    "2025-06-01, 10, 300000, 500000",
    "2025-06-01, 20, 300000, 300000",
    "2026-06-01, 2.50, 500000, 1000000",
    "2026-06-01, 6.00, 500000, 833334",
    "2026-06-01, 6.01, 300000, 831947",
  })
  void maintenanceFollowsThePrice(LocalDate date, String price, int owned, int shorted) {
    Requirements requirements = new Requirements();
    requirements.on(date);
    Instrument stock = Instrument.stock("AAA");
    long priceRaw = Price.of(price).raw();
    assertThat(requirements.maintenancePpm(stock, Side.BUY, priceRaw)).isEqualTo(owned);
    assertThat(requirements.maintenancePpm(stock, Side.SELL, priceRaw)).isEqualTo(shorted);
  }

  @Test
  void fundsAndWhatCannotBeBoughtOnMarginNeedMore() {
    Requirements requirements = new Requirements();
    requirements.on(LocalDate.of(2026, 9, 15));
    long priceRaw = Price.of("50").raw();
    assertThat(requirements.byDayPpm(tagged("2x-fund"), Side.BUY, priceRaw)).isEqualTo(250_000);
    assertThat(requirements.byDayPpm(tagged("3x-fund"), Side.BUY, priceRaw)).isEqualTo(750_000);
    assertThat(requirements.byDayPpm(tagged("not-marginable"), Side.BUY, priceRaw))
        .isEqualTo(1_000_000);
    assertThat(Requirements.initialPpm(tagged("not-marginable"))).isEqualTo(1_000_000);
    assertThat(Requirements.initialPpm(tagged("3x-fund"))).isEqualTo(500_000);
  }

  private static Instrument tagged(String tag) {
    Instrument stock = Instrument.stock("AAA");
    return new Instrument(
        stock.id(),
        stock.assetClass(),
        stock.tickRaw(),
        stock.stepRaw(),
        stock.minimum(),
        stock.shortable(),
        List.of(tag));
  }

  @Test
  void beforeTheFirstRowTheFirstRowHolds() {
    assertThat(DatedTable.of("sec").rowAt(LocalDate.of(1999, 1, 1))).containsExactly("0.0000051");
  }
}
