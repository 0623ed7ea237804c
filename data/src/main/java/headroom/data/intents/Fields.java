package headroom.data.intents;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The names of columns and keys.
final class Fields {

  /// What a row must have, besides a size.
  static final List<String> REQUIRED = List.of("id", "symbol", "side", "limit");

  private static final List<String> READ =
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

  private static String nearest(String name) {
    return Stream.concat(READ.stream(), LEFT_ALONE.stream())
        .min(Comparator.comparingInt(known -> edits(known, name)))
        .orElseThrow();
  }

  /// The least number of characters to insert, delete or replace (Levenshtein, 1965).
  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
