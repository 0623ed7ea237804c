package headroom.cli.explain;

import headroom.core.engine.Observer.Look;
import headroom.core.engine.Refusal;
import headroom.core.num.Fixed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers and reasons as a trader reads them.
final class Words {
  private static final String TOO_LITTLE = "too little is free";

  private static final long SECOND_NS = 1_000_000_000L;
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Words() {}

  /// `2025-03-03 15:02:11.25`, with no more decimals than it has.
  static String time(long timeNs) {
    if (timeNs == Long.MAX_VALUE) {
      return "never";
    }
    long seconds = Math.floorDiv(timeNs, SECOND_NS);
    long nanos = Math.floorMod(timeNs, SECOND_NS);
    String text = SECONDS.format(Instant.ofEpochSecond(seconds));
    return nanos == 0
        ? text
        : text + "." + Long.toString(SECOND_NS + nanos).substring(1).replaceAll("0+$", "");
  }

  /// `1 d 02:03:04`, `00:05:00`, whole seconds.
  static String duration(long durationNs) {
    long seconds = durationNs / SECOND_NS;
    String clock =
        String.format(
            Locale.ROOT, "%02d:%02d:%02d", seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60);
    return seconds < 86_400 ? clock : seconds / 86_400 + " d " + clock;
  }

  /// `6,600 ppm`.
  static String ppm(int ppm) {
    return ppm < 0 ? "unknown" : String.format(Locale.ROOT, "%,d ppm", ppm);
  }

  /// `6,600 ppm (0.66 %)`.
  static String distance(int ppm) {
    return ppm < 0 ? "an unknown distance" : ppm(ppm) + " (" + percent(ppm) + ")";
  }

  /// `0.66 %`.
  static String percent(int ppm) {
    return ppm < 0 ? "–" : BigDecimal.valueOf(ppm, 4).stripTrailingZeros().toPlainString() + " %";
  }

  /// `1,234.36`: cents, rounded up, so that what is needed never looks smaller than it is.
  static String money(long raw) {
    return cents(Fixed.decimal(raw), RoundingMode.CEILING);
  }

  /// Cents, rounded up; `unknown` for null.
  static String atLeast(@Nullable String decimal) {
    return decimal == null ? "unknown" : cents(new BigDecimal(decimal), RoundingMode.CEILING);
  }

  /// Cents, rounded down, so that what is free never looks larger than it is; `unknown` for null.
  static String atMost(@Nullable String decimal) {
    return decimal == null ? "unknown" : cents(new BigDecimal(decimal), RoundingMode.FLOOR);
  }

  private static String cents(BigDecimal decimal, RoundingMode rounding) {
    return String.format(Locale.ROOT, "%,.2f", decimal.setScale(2, rounding));
  }

  /// `3 times`, `1 time`.
  static String times(long count) {
    return count(count, "time");
  }

  static String count(long count, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
  }

  /// Why an intent was refused, and what was missing.
  static String refused(Look look) {
    Refusal refusal = look.refusal();
    String words = refusal == null ? "" : reason(refusal);
    String missing = Otherwise.missing(look);
    if (missing.isEmpty()) {
      // Enough is free, and it is not for one that may only steal.
      return words.replace(TOO_LITTLE, "what is free is not for its tier");
    }
    return words + "; short of " + missing;
  }

  /// Why an intent has no order, in a few plain words.
  static String reason(Refusal refusal) {
    return switch (refusal) {
      case HELD_KILL_SWITCH -> "held: the kill switch is on";
      case HELD_REDUCE_ONLY -> "held: only reductions are allowed";
      case HELD_PARKED -> "parked: its steals failed again and again, or the venue refuses it";
      case HELD_CANCELLED_AT_VENUE -> "held: its order was cancelled at the venue by somebody else";
      case HELD_CORPORATE_ACTION -> "held: a corporate action";
      case SESSION_CLOSED -> "waits: the session is closed";
      case REPLACEMENT -> "waits: the order that it replaces is not over";
      case RETRY -> "waits: its last order was rejected, or its steal aborted, a moment ago";
      case NO_QUOTE -> "waits: no price is known";
      case THROUGH -> "waits: the price has passed its limit by too much";
      case BEYOND_ENTRY_TOLERANCE -> "waits: further than its entry tolerance";
      case HELD_PRICE_COLLAR -> "held: outside the price collar";
      case HELD_LIMIT -> "held: a limit per order, day or symbol";
      case HELD_STORM_GUARD -> "held: the storm guard";
      case OVER_LIMIT -> "blocked: more is used than the limit allows";
      case CAPACITY_UNKNOWN -> "blocked: what the account has is unknown";
      case STRICT_ORDER -> "blocked: one before it does not fit and is waited for";
      case STEALING_DISABLED -> "blocked: " + TOO_LITTLE + ", and nothing may be stolen";
      case BEYOND_STEAL_TOLERANCE -> "blocked: " + TOO_LITTLE + ", and it is too far to steal";
      case THIEF_ON_COOLDOWN -> "blocked: " + TOO_LITTLE + ", and its instrument is on cooldown";
      case RETRY_PAUSE -> "blocked: " + TOO_LITTLE + ", and its last steal was just aborted";
      case STORM_GUARD -> "blocked: " + TOO_LITTLE + ", and the storm guard allows no steal";
      case NO_CANDIDATES -> "blocked: " + TOO_LITTLE + ", and no order could be taken";
      case ALL_ON_COOLDOWN ->
          "blocked: " + TOO_LITTLE + ", and all that could be taken is on cooldown";
      case ALL_PROTECTED -> "blocked: " + TOO_LITTLE + ", and all that could be taken is protected";
      case NONE_FURTHER -> "blocked: " + TOO_LITTLE + ", and no order is worth less";
      case FIGHT -> "blocked: " + TOO_LITTLE + ", and it fights with all that could be taken";
      case INSUFFICIENT_RELEASE -> "blocked: all that could be taken together is too little";
      case MESSAGE_BUDGET -> "blocked: " + TOO_LITTLE + ", and no messages are left";
      case NOT_RELEASED -> "blocked: its victims are over, and still too little is free";
      case RELEASE_NOT_HONOURED -> "blocked: the venue refused although capacity was released";
    };
  }
}
