package headroom.sim.account;

import headroom.core.num.Fixed;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;

/// What borrowed money and borrowed stock cost overnight, to the cent, half up.
final class Financing {
  private static final DatedTable RATES = DatedTable.of("margin-rate");
  private static final long CENT_RAW = Fixed.ONE / 100;
  private static final long MILLION = 1_000_000;
  private static final long DAYS_OF_YEAR = 360;

  private Financing() {}

  /// The rate of a year in force, in parts per million.
  static int marginRatePpm(AccountRules rules, LocalDate date) {
    return rules.marginRatePpm() == AccountRules.DATED
        ? Integer.parseInt(RATES.rowAt(date).getFirst())
        : rules.marginRatePpm();
  }

  /// @param baseRaw what is borrowed, at least 0
  /// @param days calendar days
  static long raw(long baseRaw, int ratePpm, int days) {
    BigInteger numerator =
        BigInteger.valueOf(baseRaw)
            .multiply(BigInteger.valueOf(ratePpm))
            .multiply(BigInteger.valueOf(days));
    BigInteger denominator = BigInteger.valueOf(MILLION * DAYS_OF_YEAR * CENT_RAW);
    return Fixed.divide(numerator, denominator, RoundingMode.HALF_UP) * CENT_RAW;
  }
}
