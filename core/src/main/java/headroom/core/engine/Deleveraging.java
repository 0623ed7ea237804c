package headroom.core.engine;

import headroom.core.num.Money;
import java.util.ArrayList;
import java.util.List;

/// How stocks are brought within what may be held overnight before each close.
///
/// @param overnightMultiplier how many times equity stocks may be worth from the start of the
///   window until the next open; 1 to 4, and in force only where it is below the multiplier of the
///   day
/// @param windowNs how long before the close it begins; 0: never, and the multiplier of the day
///   holds overnight
/// @param forceNs how long before the close all that is too much must be on its way; less than the
///   window
/// @param minimumSlice a smaller part of a position waits for that time
/// @param atMarket whether the last orders have no limit
/// @param passivePpm how far beyond the market, on our side, the first limits are
/// @param crossingPpm how far through the market the last limits are
/// @param cushionPpm how far below the limit it ends, because prices move between the last orders
///   and the close
public record Deleveraging(
    int overnightMultiplier,
    long windowNs,
    long forceNs,
    Money minimumSlice,
    boolean atMarket,
    int passivePpm,
    int crossingPpm,
    int cushionPpm) {
  private static final long MINUTE_NS = 60_000_000_000L;

  /// Stocks may be held to twice the equity overnight: the limit of a US margin account (Regulation
  /// T).
  public static final int OVERNIGHT_MULTIPLIER = 2;

  /// An hour, in which brokers begin to look at their margin accounts themselves.
  public static final long WINDOW_NS = 60 * MINUTE_NS;

  /// Five minutes: time for ten orders one after the other.
  public static final long FORCE_NS = 5 * MINUTE_NS;

  /// What costs more in attention than it brings.
  public static final Money MINIMUM_SLICE = Money.of("100");

  /// 5 basis points beyond the market, and 25 through it.
  public static final int PASSIVE_PPM = 500;

  public static final int CROSSING_PPM = 2_500;

  /// 0.5 %: prices move between the last orders and the close. Thirteen large stocks came to 1.9999
  /// times equity without it in the first half of 2025, and to 1.99 with it.
  public static final int CUSHION_PPM = 5_000;

  /// With every value as it is usual.
  public static final Deleveraging DEFAULTS =
      new Deleveraging(
          OVERNIGHT_MULTIPLIER,
          WINDOW_NS,
          FORCE_NS,
          MINIMUM_SLICE,
          false,
          PASSIVE_PPM,
          CROSSING_PPM,
          CUSHION_PPM);

  /// Never: what may be held by day may be held overnight.
  public static final Deleveraging OFF =
      new Deleveraging(OVERNIGHT_MULTIPLIER, 0, 0, MINIMUM_SLICE, false, 0, 0, 0);

  private static final long MAX_WINDOW_NS = 180 * MINUTE_NS;
  private static final int MAX_PPM = 100_000;

  boolean isOn() {
    return windowNs > 0;
  }

  /// Everything that keeps these rules from being used.
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    if (overnightMultiplier < 1 || overnightMultiplier > 4) {
      problems.add(
          outOfRange("overnight-multiplier must be from 1 to 4, was", overnightMultiplier));
    }
    if (windowNs < 0 || windowNs > MAX_WINDOW_NS) {
      problems.add(outOfRange("deleverage-window must be from 0 to 180 minutes, was ns", windowNs));
    }
    if (isOn() && (forceNs <= 0 || forceNs >= windowNs)) {
      problems.add(
          new Problem(
              "out-of-range",
              "deleverage-last must be above 0 and below deleverage-window, %s s, was %s s"
                  .formatted(windowNs / 1_000_000_000L, forceNs / 1_000_000_000L)));
    }
    if (minimumSlice.isNegative()) {
      problems.add(
          new Problem("out-of-range", "minimum-slice must be at least 0, was " + minimumSlice));
    }
    inRange(problems, "deleverage-passive", passivePpm);
    inRange(problems, "deleverage-crossing", crossingPpm);
    inRange(problems, "deleverage-cushion", cushionPpm);
    return problems;
  }

  private static void inRange(List<Problem> problems, String name, int ppm) {
    if (ppm < 0 || ppm > MAX_PPM) {
      problems.add(outOfRange(name + " must be from 0 to " + MAX_PPM + " ppm, was", ppm));
    }
  }

  private static Problem outOfRange(String text, long was) {
    return new Problem("out-of-range", text + " " + was);
  }
}
