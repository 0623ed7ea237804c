package headroom.sim.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.StringJoiner;

/// Rows of the files of a run: RFC 4180 with plain numbers.
public final class Csv {
  private static final long SECOND_NS = 1_000_000_000L;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Csv() {}

  /// One row, without its line end.
  public static String row(String... fields) {
    StringJoiner row = new StringJoiner(",");
    for (String field : fields) {
      row.add(quoted(field));
    }
    return row.toString();
  }

  private static String quoted(String field) {
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return '"' + field.replace("\"", "\"\"") + '"';
      }
    }
    return field;
  }

  /// ISO-8601 UTC with nanoseconds.
  public static String time(long timeNs) {
    return TIME.format(
        Instant.ofEpochSecond(Math.floorDiv(timeNs, SECOND_NS), Math.floorMod(timeNs, SECOND_NS)));
  }
}
