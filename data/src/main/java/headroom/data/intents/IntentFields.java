package headroom.data.intents;

import headroom.data.rows.Fields;
import java.util.List;

/// The names of columns and keys of a file of intents.
final class IntentFields {

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
          "extended-hours",
          "forecast",
          "forecast-at",
          "entry-tolerance",
          "take-profit",
          "stop",
          "max-hold-days",
          "session-end",
          "no-exit",
          "tags");

  /// What came of an intent in a run is left alone; a run's own file can be read again.
  static final Fields ALL =
      new Fields(
          List.of("id", "symbol", "side", "limit"), SIZES, READ, List.of("state", "reason"), null);

  private IntentFields() {}
}
