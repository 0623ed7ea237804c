package headroom.data.reshape;

import headroom.core.market.InstrumentId;
import headroom.data.bars.BadDataException;
import headroom.data.bars.Problem;
import headroom.data.rows.Fields;
import headroom.data.rows.Row;
import headroom.data.rows.RowFile;
import headroom.data.rows.RowTaker;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A file of corporate actions: CSV with a header, or JSON lines with the same names.
///
/// ```
/// symbol,date,kind,value
/// NVDA,2024-06-10,split,10:1
/// AAPL,2025-02-10,dividend,0.25
/// ```
///
/// It is read as a whole or not at all: one bad row refuses it, and every bad row is named.
public final class ActionsFile {

  private static final Fields FIELDS =
      new Fields(
          List.of("symbol", "date", "kind", "value"),
          List.of(),
          List.of("symbol", "date", "kind", "value"),
          List.of(),
          null);

  private static final Pattern RATIO =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(?:\\s*:\\s*(\\d{1,9}(?:\\.\\d{1,9})?))?");

  private ActionsFile() {}

  /// The actions by symbol and date.
  ///
  /// @param file its name ends in `.csv`, `.jsonl`, `.ndjson` or `.json`
  /// @throws BadDataException with every problem of every row
  public static List<CorporateAction> read(Path file) {
    Intake intake = new Intake(file.toString());
    RowFile.read(file, FIELDS, intake);
    if (!intake.problems.isEmpty()) {
      throw new BadDataException(intake.problems);
    }
    return intake.actions.stream()
        .sorted(Comparator.comparing(CorporateAction::id).thenComparing(CorporateAction::date))
        .toList();
  }

  private static final class Intake implements RowTaker {
    private final String place;
    private final List<CorporateAction> actions = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> seen = new TreeSet<>();

    Intake(String place) {
      this.place = place;
    }

    @Override
    public void row(Row row) {
      @Nullable InstrumentId id = id(row);
      @Nullable LocalDate date = date(row);
      @Nullable String kind = row.required("kind");
      @Nullable BigDecimal value = value(row);
      if (kind != null && !kind.equals("split") && !kind.equals("dividend")) {
        row.complain("kind must be split or dividend, was " + Row.shown(kind));
      } else if (id != null && date != null && !seen.add(id + " " + date + " " + kind)) {
        row.complain("symbol, date and kind must occur once together, were there before");
      }
      row.complaints().forEach(complaint -> bad(row.line(), complaint));
      if (row.complaints().isEmpty() && id != null && date != null && value != null) {
        actions.add(
            "split".equals(kind)
                ? new CorporateAction.Split(id, date, value)
                : new CorporateAction.Dividend(id, date, value));
      }
    }

    @Override
    public void bad(long line, String message) {
      problems.add(new Problem(place, line, message));
    }

    private static @Nullable InstrumentId id(Row row) {
      @Nullable String symbol = row.required("symbol");
      try {
        return symbol == null ? null : new InstrumentId(symbol.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException malformed) {
        row.complain(String.valueOf(malformed.getMessage()));
        return null;
      }
    }

    private static @Nullable LocalDate date(Row row) {
      @Nullable String date = row.required("date");
      try {
        return date == null ? null : LocalDate.parse(date);
      } catch (DateTimeException _) {
        row.complain("date must be a date such as 2025-01-31, was " + Row.shown(date));
        return null;
      }
    }

    /// `10`, `10:1`, `0.25`; a ratio is of a split only.
    private static @Nullable BigDecimal value(Row row) {
      @Nullable String text = row.required("value");
      if (text == null) {
        return null;
      }
      Matcher ratio = RATIO.matcher(text);
      if (ratio.matches() && (ratio.group(2) == null || "split".equals(row.text("kind")))) {
        BigDecimal first = new BigDecimal(ratio.group(1));
        @Nullable String ofOld = ratio.group(2);
        BigDecimal second = ofOld == null ? BigDecimal.ONE : new BigDecimal(ofOld);
        if (first.signum() > 0 && second.signum() > 0) {
          return first.divide(second, MathContext.DECIMAL64);
        }
      }
      row.complain(
          "value must be above 0, new for old of a split such as 10:1 or dollars a share of a dividend, was "
              + Row.shown(text));
      return null;
    }
  }
}
