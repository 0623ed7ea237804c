package headroom.data.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which column holds what.
///
/// @param layout what kind of table it is, in words
/// @param places the columns of each role, from 0 on; two of a time that is in two parts
/// @param names how the columns are called
/// @param layoutKnown whether the layout is one whose times and symbols are documented
record ColumnMap(
    String layout, Map<Role, List<Integer>> places, List<String> names, boolean layoutKnown) {

  static final String BINANCE = "Binance klines";
  static final String ALPACA = "Alpaca bars";

  /// What Binance calls the columns of its archive, which has had no header before 2025.
  private static final List<String> KLINES =
      List.of(
          "open_time",
          "open",
          "high",
          "low",
          "close",
          "volume",
          "close_time",
          "quote_volume",
          "count",
          "taker_buy_volume",
          "taker_buy_quote_volume",
          "ignore");

  private static final List<Role> NEEDED =
      List.of(Role.TIME, Role.OPEN, Role.HIGH, Role.LOW, Role.CLOSE, Role.VOLUME);

  /// @param first the first row
  /// @param given columns that somebody named
  /// @param complaints takes what cannot be told
  static ColumnMap of(
      Table table,
      List<String> header,
      List<String> first,
      Map<Role, List<String>> given,
      List<String> complaints) {
    List<String> names = header;
    String layout = "columns by name";
    boolean known = false;
    if (table instanceof AlpacaBars) {
      layout = ALPACA;
      known = true;
    } else if (header.isEmpty() && isKlines(first)) {
      names = KLINES;
      layout = BINANCE + " without header";
      known = true;
    } else if (header.size() == KLINES.size() && header.getFirst().equals("open_time")) {
      layout = BINANCE;
      known = true;
    }
    Map<Role, List<Integer>> places = new EnumMap<>(Role.class);
    given.forEach((role, columns) -> places.put(role, places(columns, header, first, complaints)));
    for (Role role : Role.values()) {
      if (!places.containsKey(role)) {
        List<Integer> found = found(role, names, complaints);
        if (!found.isEmpty()) {
          places.put(role, found);
        }
      }
    }
    requireAll(places, header, first, complaints);
    return new ColumnMap(given.isEmpty() ? layout : "columns as given", places, names, known);
  }

  private static boolean isKlines(List<String> first) {
    if (first.size() != KLINES.size()) {
      return false;
    }
    @Nullable TimeText open = TimeText.of(first.get(0), null);
    @Nullable TimeText close = TimeText.of(first.get(6), null);
    return open != null
        && close != null
        && open.form().isEpoch()
        && open.form() == close.form()
        && close.ns() > open.ns();
  }

  private static List<Integer> places(
      List<String> columns, List<String> header, List<String> first, List<String> complaints) {
    List<Integer> places = new ArrayList<>();
    for (String column : columns) {
      int named = header.indexOf(column);
      int place = named < 0 && column.matches("\\d{1,3}") ? Integer.parseInt(column) - 1 : named;
      if (place < 0 || place >= first.size()) {
        complaints.add(
            "column '%s' of --columns must be a name or a number from 1 to %s, there are %s"
                .formatted(column, first.size(), header.isEmpty() ? "no names" : header));
        place = 0;
      }
      places.add(place);
    }
    return places;
  }

  /// Of several times the one at the open holds; a date beside a time belongs to it.
  private static List<Integer> found(Role role, List<String> names, List<String> complaints) {
    List<Integer> found =
        IntStream.range(0, names.size()).filter(i -> role.isCalled(names.get(i))).boxed().toList();
    if (role != Role.TIME || found.size() < 2) {
      if (found.size() > 1) {
        complaints.add(
            "%s must be one column, could be any of %s; name it with --columns %s=…"
                .formatted(role.word(), found.stream().map(names::get).toList(), role.word()));
      }
      return found.size() > 1 ? found.subList(0, 1) : found;
    }
    for (int place : found) {
      if (Role.bare(names.get(place)).startsWith("opentime")) {
        return List.of(place);
      }
    }
    List<String> called = found.stream().map(names::get).map(Role::bare).toList();
    if (called.equals(List.of("date", "time"))) {
      return found;
    }
    complaints.add(
        "time must be one column, or date and time, could be any of %s; name it with --columns time=…"
            .formatted(found.stream().map(names::get).toList()));
    return found.subList(0, 1);
  }

  private static void requireAll(
      Map<Role, List<Integer>> places,
      List<String> header,
      List<String> first,
      List<String> complaints) {
    List<String> missing =
        NEEDED.stream().filter(role -> !places.containsKey(role)).map(Role::word).toList();
    if (!missing.isEmpty()) {
      complaints.add(
          "columns must hold %s, %s, had %s; name them with --columns %s=…"
              .formatted(
                  String.join(", ", missing),
                  header.isEmpty() ? "no header tells" : "no name in the header tells",
                  header.isEmpty() ? first : header,
                  missing.getFirst()));
    }
  }

  boolean isComplete() {
    return NEEDED.stream().allMatch(places::containsKey);
  }

  /// How many columns a row must have.
  int width() {
    return places.values().stream().flatMap(List::stream).mapToInt(i -> i + 1).max().orElse(0);
  }

  /// The fields of a role in a row, joined by a blank.
  String text(Role role, List<String> row) {
    List<Integer> at = places.getOrDefault(role, List.of());
    return at.size() == 1
        ? row.get(at.getFirst()).strip()
        : String.join(" ", at.stream().map(i -> row.get(i).strip()).toList());
  }

  boolean has(Role role) {
    return places.containsKey(role);
  }

  /// What the columns of the time are called, bare.
  String timeName() {
    List<Integer> at = places.getOrDefault(Role.TIME, List.of());
    return at.isEmpty() || names.isEmpty() ? "" : Role.bare(names.get(at.getFirst()));
  }

  boolean isBinance() {
    return layout.startsWith(BINANCE);
  }

  boolean isAlpaca() {
    return layout.equals(ALPACA);
  }

  /// `time=open_time, open=open`.
  String text() {
    List<String> parts = new ArrayList<>();
    places.forEach((role, at) ->
        parts.add(
            role.word()
                + "="
                + String.join(
                    "+",
                    at.stream().map(i -> names.isEmpty() ? "" + (i + 1) : names.get(i)).toList())));
    return String.join(", ", parts);
  }
}
