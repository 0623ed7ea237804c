package headroom.sim.account;

import headroom.core.market.Instrument;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/// How much of the value of a position the account's holder must own, in parts per million.
///
/// Funds with leverage and what cannot be bought on margin are told by the tags of an instrument:
/// `2x-fund`, `3x-fund`, `not-marginable`.
final class Requirements {
  static final int WHOLE_PPM = 1_000_000;
  private static final int INITIAL_PPM = 500_000;
  private static final int BY_DAY_PPM = 250_000;
  private static final int MOST_PPM = 1_000_000_000;
  private static final String STOCK = "stock";
  private static final List<String> FUNDS = List.of("2x-fund", "3x-fund");

  private static final DatedTable LONG = DatedTable.of("maintenance-long");
  private static final DatedTable SHORT = DatedTable.of("maintenance-short");

  private LocalDate date = LocalDate.MIN;
  private List<OfLong> longs = List.of();
  private List<OfShort> shorts = List.of();

  private record OfLong(String kind, long fromRaw, int ppm) {}

  private record OfShort(long fromRaw, long shareRaw, int ppm) {}

  /// The tables of a date.
  void on(LocalDate day) {
    if (day.equals(date)) {
      return;
    }
    date = day;
    longs =
        LONG.at(day).stream()
            .map(DatedTable.Row::cells)
            .map(cells ->
                new OfLong(cells.getFirst(), raw(cells.get(1)), Integer.parseInt(cells.get(2))))
            .toList();
    shorts =
        SHORT.at(day).stream()
            .map(DatedTable.Row::cells)
            .map(cells ->
                new OfShort(
                    raw(cells.getFirst()), raw(cells.get(1)), Integer.parseInt(cells.get(2))))
            .toList();
  }

  /// What is asked for while a position is held overnight.
  ///
  /// @param priceRaw above 0
  int maintenancePpm(Instrument instrument, Side side, long priceRaw) {
    if (instrument.isCrypto()) {
      return WHOLE_PPM;
    }
    int ppm = side == Side.BUY ? ofLong(instrument, priceRaw) : ofShort(priceRaw);
    return isMarginable(instrument) ? ppm : Math.max(ppm, WHOLE_PPM);
  }

  private int ofLong(Instrument instrument, long priceRaw) {
    List<String> tags = instrument.tags();
    String kind =
        tags.isEmpty() ? STOCK : FUNDS.stream().filter(tags::contains).findFirst().orElse(STOCK);
    int ppm = WHOLE_PPM;
    for (OfLong row : longs) {
      ppm = row.kind().equals(kind) && priceRaw >= row.fromRaw() ? row.ppm() : ppm;
    }
    return ppm;
  }

  private int ofShort(long priceRaw) {
    int ppm = WHOLE_PPM;
    for (OfShort row : shorts) {
      if (priceRaw >= row.fromRaw()) {
        long perShare = Fixed.scaled(row.shareRaw(), WHOLE_PPM, priceRaw, RoundingMode.CEILING);
        ppm = (int) Math.min(MOST_PPM, Math.max(perShare, row.ppm()));
      }
    }
    return ppm;
  }

  /// What is asked for when a position is opened.
  static int initialPpm(Instrument instrument) {
    return isMarginable(instrument) ? INITIAL_PPM : WHOLE_PPM;
  }

  /// What is asked for by day: a quarter, or the maintenance of what needs more than half.
  int byDayPpm(Instrument instrument, Side side, long priceRaw) {
    int maintenance = maintenancePpm(instrument, side, priceRaw);
    return maintenance <= INITIAL_PPM ? BY_DAY_PPM : maintenance;
  }

  private static boolean isMarginable(Instrument instrument) {
    return instrument.isStock() && !instrument.tags().contains("not-marginable");
  }

  private static long raw(String decimal) {
    return Fixed.raw(new BigDecimal(decimal));
  }
}
