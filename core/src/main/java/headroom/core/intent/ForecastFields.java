package headroom.core.intent;

import headroom.core.num.Fixed;
import headroom.core.num.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which field of a row of forecasts says what an intent is expected to earn.
///
/// The first field that holds a usable number wins, the intent's own strategy before all others.
/// Numbers may be written as text; zero is a number; a missing field, a text that is no number, NaN
/// and infinity are passed over. Nothing usable means that the value is unknown, which is not zero.
public final class ForecastFields {
  private static final String PROFIT = "_forecasted_pnl";

  /// The mean return as a fraction; it becomes money by the notional of the intent.
  private static final String MEAN_RETURN = "avg_return";

  private static final List<String> STRATEGIES =
      List.of("maxdiff", "maxdiffalwayson", "highlow", "all_signals");

  /// A decimal with more digits before its point than any amount can have.
  private static final int MOST_DIGITS = 20;

  private ForecastFields() {}

  /// A forecast and where it stands.
  ///
  /// @param field the name of the field
  /// @param value the expected profit in the account currency
  public record Found(String field, Money value) {}

  /// Looks through one row.
  ///
  /// @param row the texts of its fields by name
  /// @param strategy the strategy of the intent; null if it has none
  /// @param notional limit times quantity of the intent; null if it is not known, and then no
  ///   return can be turned into money
  public static Optional<Found> find(
      Map<String, String> row, @Nullable String strategy, @Nullable Money notional) {
    for (String field : fields(strategy)) {
      Money value = money(row.get(field), BigDecimal.ONE);
      if (value != null) {
        return Optional.of(new Found(field, value));
      }
    }
    Money value =
        notional == null ? null : money(row.get(MEAN_RETURN), Fixed.decimal(notional.raw()));
    return value == null ? Optional.empty() : Optional.of(new Found(MEAN_RETURN, value));
  }

  /// The field in which the forecasts of a strategy are published.
  public static String ofStrategy(String strategy) {
    return strategy + PROFIT;
  }

  private static List<String> fields(@Nullable String strategy) {
    List<String> fields = new ArrayList<>();
    if (strategy != null) {
      fields.add(ofStrategy(strategy));
    }
    STRATEGIES.forEach(known -> fields.add(ofStrategy(known)));
    return fields;
  }

  /// A text times a factor, rounded half-even to a billionth; null if it is not a usable number.
  private static @Nullable Money money(@Nullable String text, BigDecimal factor) {
    if (text == null) {
      return null;
    }
    try {
      BigDecimal value = new BigDecimal(text.strip());
      if (value.precision() - (long) value.scale() > MOST_DIGITS) {
        return null;
      }
      return new Money(
          Fixed.raw(value.multiply(factor).setScale(Fixed.SCALE, RoundingMode.HALF_EVEN)));
    } catch (ArithmeticException | NumberFormatException _) {
      return null;
    }
  }
}
