package headroom.data.imports;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the rows of a file tell about how numbers and times are written.
///
/// Not thread safe; owned by one import.
final class Evidence {

  private static final List<Role> NUMBERS =
      List.of(Role.OPEN, Role.HIGH, Role.LOW, Role.CLOSE, Role.VOLUME);

  private final ColumnMap columns;
  private final Map<NumberForm, Integer> fits = new EnumMap<>(NumberForm.class);
  private final Map<TimeText.Form, Integer> forms = new EnumMap<>(TimeText.Form.class);
  private int numbers;
  private int slashed;
  private String oneSlashed = "";
  private String tellsDay = "";
  private String tellsMonth = "";

  Evidence(ColumnMap columns) {
    this.columns = columns;
  }

  void take(List<String> row) {
    if (row.size() < columns.width()) {
      return;
    }
    for (Role role : NUMBERS) {
      String text = columns.text(role, row);
      numbers++;
      for (NumberForm form : NumberForm.values()) {
        fits.merge(form, form.plain(text) == null ? 0 : 1, Integer::sum);
      }
    }
    String time = columns.text(Role.TIME, row);
    if (TimeText.isSlashed(time)) {
      slashed++;
      oneSlashed = time;
      @Nullable Boolean dayFirst = TimeText.dayFirst(time);
      tellsDay = Boolean.TRUE.equals(dayFirst) ? time : tellsDay;
      tellsMonth = Boolean.FALSE.equals(dayFirst) ? time : tellsMonth;
      return;
    }
    @Nullable TimeText told = TimeText.of(time, null);
    if (told != null) {
      forms.merge(told.form(), 1, Integer::sum);
    }
  }

  /// How the numbers are written.
  NumberForm numbers(Report report) {
    int plain = fits.getOrDefault(NumberForm.PLAIN, 0);
    int thousands = fits.getOrDefault(NumberForm.THOUSANDS, 0);
    int comma = fits.getOrDefault(NumberForm.COMMA, 0);
    if (plain >= Math.max(thousands, comma)) {
      report.said("numbers", NumberForm.PLAIN.word(), how(plain));
      return NumberForm.PLAIN;
    }
    if (thousands == comma) {
      report.bad(
          0, "numbers such as 1,234 may have a decimal comma or not; say which with --numbers");
      return NumberForm.PLAIN;
    }
    NumberForm form = thousands > comma ? NumberForm.THOUSANDS : NumberForm.COMMA;
    report.said("numbers", form.word(), how(Math.max(thousands, comma)));
    return form;
  }

  private String how(int fitting) {
    return "%s of %s numbers are written so".formatted(fitting, numbers);
  }

  /// Whether days stand before months; null if no time has such an order.
  @Nullable Boolean dayFirst(Report report) {
    if (slashed == 0) {
      return null;
    }
    if (!tellsDay.isEmpty() && !tellsMonth.isEmpty()) {
      report.bad(
          0,
          "times must have one order of day and month, had %s and %s"
              .formatted(tellsDay, tellsMonth));
      return null;
    }
    if (!tellsDay.isEmpty() || !tellsMonth.isEmpty()) {
      boolean day = !tellsDay.isEmpty();
      report.said("dates", day ? "day-first" : "month-first", day ? tellsDay : tellsMonth);
      return day;
    }
    if (oneSlashed.contains(".")) {
      report.said("dates", "day-first", "written with points, as " + oneSlashed);
      return true;
    }
    report.bad(
        0,
        "times such as %s do not tell day from month; say which with --dates"
            .formatted(oneSlashed));
    return null;
  }

  /// How times are written, for people: each form and how often.
  String forms() {
    StringBuilder text = new StringBuilder();
    forms.forEach((form, rows) ->
        text.append(text.isEmpty() ? "" : ", ")
            .append("%s in %s rows".formatted(form.words(), rows)));
    return text.toString();
  }

  /// Whether any time is without offset.
  boolean isLocal() {
    return slashed > 0
        || forms.keySet().stream()
            .anyMatch(form -> !form.isEpoch() && form != TimeText.Form.ISO_OFFSET);
  }

  /// Whether any time says its offset, or is counted since 1970.
  boolean isAbsolute() {
    return forms.keySet().stream()
        .anyMatch(form -> form.isEpoch() || form == TimeText.Form.ISO_OFFSET);
  }
}
