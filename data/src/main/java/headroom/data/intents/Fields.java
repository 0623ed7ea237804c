package headroom.data.intents;

import headroom.data.Nearest;
import java.util.List;
import java.util.stream.Stream;

/// The names of columns and keys.
final class Fields {

  /// What a row must have, besides a size.
  static final List<String> REQUIRED = List.of("id", "symbol", "side", "limit");

  /// Of which a row must have one.
  static final List<String> SIZES = List.of("quantity", "notional");

  /// Of which a row must have one, the last of them being none on purpose.
  static final List<String> EXITS =
      List.of("take-profit", "stop", "max-hold-days", "session-end", "no-exit");

  /// What is read of a row, each said in docs/intent-files.md.
  static final List<String> READ =
      List.of(
          "id",
          "owner",
          "symbol",
          "side",
          "quantity",
          "notional",
          "limit",
          "from",
          "expires",
          "strategy",
          "kind",
          "at-once",
          "vip",
          "forecast",
          "forecast-at",
          "entry-tolerance",
          "take-profit",
          "stop",
          "max-hold-days",
          "session-end",
          "no-exit",
          "tags");

  /// What came of an intent in a run; a run's own file can be read again.
  private static final List<String> LEFT_ALONE = List.of("state", "reason");

  private static final List<String> KNOWN =
      Stream.concat(READ.stream(), LEFT_ALONE.stream()).toList();

  private Fields() {}

  static boolean isKnown(String name) {
    return READ.contains(name) || LEFT_ALONE.contains(name);
  }

  static boolean isRead(String name) {
    return READ.contains(name);
  }

  /// `column must be a known one, was 'qty'; the nearest is quantity`.
  static String unknown(String what, String name) {
    return "%s must be a known one, was %s; the nearest is %s"
        .formatted(what, Row.shown(name), nearest(name));
  }

  static String nearest(String name) {
    return Nearest.to(name, KNOWN);
  }
}
