package headroom.sim.account;

import headroom.core.num.Fixed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/// What trading stocks costs: each kind is summed over a day and rounded up to the cent once.
final class StockFees {
  private static final DatedTable SEC = DatedTable.of("sec");
  private static final DatedTable TAF = DatedTable.of("taf");
  private static final DatedTable CAT = DatedTable.of("cat");
  private static final long CENT_RAW = Fixed.ONE / 100;

  private LocalDate date = LocalDate.MIN;
  private long secRateRaw;
  private long tafRateRaw;
  private long tafMostRaw;
  private long catRateRaw;

  // The sums of the day.
  private long secRaw;
  private long tafRaw;
  private long catRaw;

  /// A sum that is booked.
  record Booked(String kind, long amountRaw) {}

  /// The fees of one trade in billionths, before rounding to the cent.
  record Parts(long secRaw, long tafRaw, long catRaw) {
    long sumRaw() {
      return secRaw + tafRaw + catRaw;
    }
  }

  Parts of(LocalDate day, boolean sells, long amountRaw, long quantityRaw) {
    know(day);
    long sec = sells ? Fixed.product(amountRaw, secRateRaw, RoundingMode.CEILING) : 0;
    long taf = sells ? Fixed.product(quantityRaw, tafRateRaw, RoundingMode.CEILING) : 0;
    long cat = Fixed.product(quantityRaw, catRateRaw, RoundingMode.CEILING);
    return new Parts(sec, Math.min(taf, tafMostRaw), cat);
  }

  private void know(LocalDate day) {
    if (day.equals(date)) {
      return;
    }
    date = day;
    secRateRaw = raw(SEC.rowAt(day).getFirst());
    List<String> taf = TAF.rowAt(day);
    tafRateRaw = raw(taf.getFirst());
    tafMostRaw = raw(taf.getLast());
    catRateRaw = raw(CAT.rowAt(day).getFirst());
  }

  private static long raw(String decimal) {
    return Fixed.raw(new BigDecimal(decimal));
  }

  void add(Parts parts) {
    secRaw += parts.secRaw();
    tafRaw += parts.tafRaw();
    catRaw += parts.catRaw();
  }

  /// What the day comes to, each kind rounded up to the cent; the next day begins.
  List<Booked> book() {
    List<Booked> booked =
        List.of(
            new Booked("fee-sec", cents(secRaw)),
            new Booked("fee-taf", cents(tafRaw)),
            new Booked("fee-cat", cents(catRaw)));
    secRaw = 0;
    tafRaw = 0;
    catRaw = 0;
    return booked;
  }

  private static long cents(long raw) {
    return Math.ceilDiv(raw, CENT_RAW) * CENT_RAW;
  }
}
