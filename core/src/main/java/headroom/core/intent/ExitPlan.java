package headroom.core.intent;

import headroom.core.num.Price;
import org.jspecify.annotations.Nullable;

/// How the position that an intent opens is closed again. Each part is optional, but having none
/// must be said on purpose.
///
/// @param takeProfit the limit at which it is closed with a profit; null if there is none
/// @param stop the trigger at which it is closed at market; null if there is none
/// @param maxHoldDays the following day at whose end it is closed at market, 0 being the day of the
///   first fill; −1 if there is none
/// @param sessionEnd whether it is closed at market at the end of the day of its first fill
public record ExitPlan(
    @Nullable Price takeProfit, @Nullable Price stop, int maxHoldDays, boolean sessionEnd) {

  /// No exit at all, said on purpose.
  public static final ExitPlan NONE = new ExitPlan(null, null, -1, false);

  /// The longest holding time, ten years of days.
  public static final int MAX_HOLD_DAYS = 3_650;

  public ExitPlan {
    if (maxHoldDays < -1 || maxHoldDays > MAX_HOLD_DAYS) {
      throw new IllegalArgumentException(
          "max-hold-days must be from 0 to %s, was %s".formatted(MAX_HOLD_DAYS, maxHoldDays));
    }
  }

  /// A take-profit and a longest holding time.
  public static ExitPlan of(Price takeProfit, int maxHoldDays) {
    return new ExitPlan(takeProfit, null, maxHoldDays, false);
  }

  public boolean isNone() {
    return equals(NONE);
  }
}
