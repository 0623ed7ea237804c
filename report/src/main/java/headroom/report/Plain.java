package headroom.report;

import headroom.report.Sheet.Cell;
import headroom.report.Sheet.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tables of names and values, as `result.json` has them.
final class Plain {
  private Plain() {}

  /// The single values of a member; those within a member of it get both names.
  ///
  /// @param member a map of `result.json`; anything else gives no rows
  static Sheet of(String id, String title, String note, @Nullable Object member) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    add("", member, rows);
    return new Sheet(
        id,
        title,
        note,
        List.of(Column.of("name", Cell.TEXT), Column.of("value", Cell.TEXT)),
        rows);
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "–";
      case Double number -> Text.plain(number);
      default -> String.valueOf(value);
    };
  }

  private static void add(
      String prefix, @Nullable Object member, List<List<@Nullable Object>> rows) {
    if (member instanceof Map<?, ?> members) {
      members.forEach((name, value) -> {
        String whole = prefix.isEmpty() ? String.valueOf(name) : prefix + " · " + name;
        if (value instanceof Map<?, ?>) {
          add(whole, value, rows);
        } else {
          rows.add(Sheet.row(whole, text(value)));
        }
      });
    }
  }
}
