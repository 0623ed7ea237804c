package headroom.core.engine;

import headroom.core.market.Side;
import headroom.core.num.Fixed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds what is wrong with the figures of an intent while they are still text, all at once.
///
/// What passes here can be made an [headroom.core.intent.Intent] without an exception for these
/// figures.
public final class IntentCheck {
  private final List<Problem> problems = new ArrayList<>();

  private IntentCheck() {}

  /// Everything that keeps these figures from being an intent's; empty if they are sound.
  ///
  /// @param limit the limit as it was given; null if it was not
  /// @param quantity the quantity as it was given; null if it was not
  /// @param takeProfit the take-profit as it was given; null if there is none
  public static List<Problem> problems(
      Side side, @Nullable String limit, @Nullable String quantity, @Nullable String takeProfit) {
    IntentCheck check = new IntentCheck();
    Long limitRaw = check.positive("limit", limit);
    check.positive("quantity", quantity);
    if (takeProfit != null) {
      check.beyond(side, limitRaw, check.number("take-profit", takeProfit));
    }
    return List.copyOf(check.problems);
  }

  private void beyond(Side side, @Nullable Long limitRaw, @Nullable Long takeProfitRaw) {
    if (limitRaw == null || takeProfitRaw == null) {
      return;
    }
    boolean beyond = side == Side.BUY ? takeProfitRaw > limitRaw : takeProfitRaw < limitRaw;
    if (!beyond) {
      problems.add(
          new Problem(
              "take-profit-not-beyond-entry",
              "take-profit must be %s the limit %s, was %s"
                  .formatted(
                      side == Side.BUY ? "above" : "below",
                      Fixed.text(limitRaw),
                      Fixed.text(takeProfitRaw))));
    }
  }

  private @Nullable Long positive(String name, @Nullable String text) {
    Long raw = number(name, text);
    if (raw != null && raw <= 0) {
      problems.add(new Problem(name + "-not-positive", name + " must be above 0, was " + text));
      return null;
    }
    return raw;
  }

  private @Nullable Long number(String name, @Nullable String text) {
    try {
      if (text != null) {
        return Fixed.raw(new BigDecimal(text.strip()));
      }
    } catch (ArithmeticException | NumberFormatException _) {
      // Said below, with what was given.
    }
    problems.add(
        new Problem(
            "not-a-number", name + " must be a number with at most nine decimals, was " + text));
    return null;
  }
}
