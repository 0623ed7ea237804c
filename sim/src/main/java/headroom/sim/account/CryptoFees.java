package headroom.sim.account;

import headroom.core.num.Fixed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The rates of crypto: a tier by the volume of the last 30 days, fixed once a day.
final class CryptoFees {
  private static final DatedTable TIERS = DatedTable.of("crypto");
  private static final int DAYS = 30;

  private final NavigableMap<LocalDate, Long> volumes = new TreeMap<>();
  private LocalDate date = LocalDate.MIN;
  private int makerPpm;
  private int takerPpm;

  /// What is kept of what is received, in parts per million.
  int ppm(LocalDate day, boolean maker) {
    if (!day.equals(date)) {
      fix(day);
    }
    return maker ? makerPpm : takerPpm;
  }

  private void fix(LocalDate day) {
    date = day;
    long volume = 0;
    for (long ofDay : volumes.subMap(day.minusDays(DAYS), day).values()) {
      volume = Math.addExact(volume, ofDay);
    }
    for (DatedTable.Row row : TIERS.at(day)) {
      List<String> cells = row.cells();
      if (volume >= Fixed.raw(new BigDecimal(cells.getFirst()))) {
        makerPpm = Integer.parseInt(cells.get(1));
        takerPpm = Integer.parseInt(cells.get(2));
      }
    }
  }

  void traded(LocalDate day, long amountRaw) {
    volumes.merge(day, amountRaw, Math::addExact);
  }
}
