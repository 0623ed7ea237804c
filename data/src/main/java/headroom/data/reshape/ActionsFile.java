package headroom.data.reshape;

import headroom.core.market.InstrumentId;
import headroom.core.num.Money;
import headroom.data.bars.BadDataException;
import headroom.data.bars.Problem;
import headroom.data.rows.Fields;
import headroom.data.rows.Row;
import headroom.data.rows.RowFile;
import headroom.data.rows.RowTaker;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A file of corporate actions: CSV with a header, or JSON lines with the same names.
///
/// ```
/// symbol,type,ex_date,payable_date,old_rate,new_rate,rate
/// NVDA,forward_split,2024-06-10,,1,10,
/// XYZ,reverse_split,2025-03-03,,20,1,
/// AAPL,cash_dividend,2025-02-10,2025-02-13,,,0.25
/// ```
///
/// What a type does not need is left empty, or its column is not there; a dividend without a
/// payable date is paid on its ex-date. It is read as a whole or not at all: one bad row refuses
/// it, and every bad row is named.
public final class ActionsFile {
  private static final long MOST_SHARES = 1_000_000;

  private static final Fields FIELDS =
      new Fields(
          List.of("symbol", "type", "ex_date"),
          List.of(),
          List.of("symbol", "type", "ex_date", "payable_date", "old_rate", "new_rate", "rate"),
          // What a vendor says beside it.
          List.of(
              "id",
              "cusip",
              "old_cusip",
              "new_cusip",
              "process_date",
              "record_date",
              "special",
              "foreign"),
          null);

  private ActionsFile() {}

  /// The actions by symbol and date.
  ///
  /// @param file its name ends in `.csv`, `.jsonl`, `.ndjson`, `.json` or `.parquet`
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

  private enum Type {
    CASH_DIVIDEND,
    FORWARD_SPLIT,
    REVERSE_SPLIT;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
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
      @Nullable Type type = type(row);
      @Nullable LocalDate date = date(row, "ex_date", row.required("ex_date"));
      if (type != null) {
        switch (type) {
          case CASH_DIVIDEND -> dividend(row, id, date);
          case FORWARD_SPLIT, REVERSE_SPLIT -> split(row, type, id, date);
        }
      }
      row.complaints().forEach(complaint -> bad(row.line(), complaint));
    }

    @Override
    public void bad(long line, String message) {
      problems.add(new Problem(place, line, message));
    }

    private static @Nullable InstrumentId id(Row row) {
      @Nullable String symbol = row.required("symbol");
      if (symbol != null && symbol.contains("/")) {
        row.complain("symbol must be a stock, was " + Row.shown(symbol));
        return null;
      }
      try {
        return symbol == null ? null : new InstrumentId(symbol.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException malformed) {
        row.complain(String.valueOf(malformed.getMessage()));
        return null;
      }
    }

    private static @Nullable Type type(Row row) {
      @Nullable String word = row.required("type");
      for (Type type : Type.values()) {
        if (type.word().equals(word)) {
          return type;
        }
      }
      if (word != null) {
        row.complain(
            "type must be cash_dividend, forward_split or reverse_split, was " + Row.shown(word));
      }
      return null;
    }

    private static @Nullable LocalDate date(Row row, String name, @Nullable String text) {
      try {
        return text == null ? null : LocalDate.parse(text);
      } catch (DateTimeException _) {
        row.complain("%s must be a date like 2025-05-12, was %s".formatted(name, Row.shown(text)));
        return null;
      }
    }

    private void dividend(Row row, @Nullable InstrumentId id, @Nullable LocalDate date) {
      requireNone(row, Type.CASH_DIVIDEND, "old_rate", "new_rate");
      @Nullable String payable = row.text("payable_date");
      @Nullable LocalDate paid = payable == null ? date : date(row, "payable_date", payable);
      if (date != null && paid != null && paid.isBefore(date)) {
        row.complain("payable_date must not be before ex_date, %s, was %s".formatted(date, paid));
      }
      row.required("rate");
      @Nullable Long rateRaw = row.positiveRaw("rate", Long.MAX_VALUE);
      if (id != null && date != null && paid != null && rateRaw != null) {
        Money rate = new Money(rateRaw);
        if (row.complaints().isEmpty() && isNew(row, id + " " + date + " " + paid + " " + rate)) {
          actions.add(new CorporateAction.Dividend(id, date, paid, rate));
        }
      }
    }

    private void split(Row row, Type type, @Nullable InstrumentId id, @Nullable LocalDate date) {
      requireNone(row, type, "rate");
      // Nothing is paid then, but vendors name a day.
      date(row, "payable_date", row.text("payable_date"));
      row.required("old_rate");
      row.required("new_rate");
      @Nullable Long oldRaw = row.positiveRaw("old_rate", Long.MAX_VALUE);
      @Nullable Long newRaw = row.positiveRaw("new_rate", Long.MAX_VALUE);
      if (oldRaw == null || newRaw == null) {
        return;
      }
      boolean forward = type == Type.FORWARD_SPLIT;
      if (forward ? newRaw <= oldRaw : newRaw >= oldRaw) {
        row.complain(
            "new_rate of a %s must be %s old_rate, %s, was %s"
                .formatted(
                    type.word(),
                    forward ? "above" : "below",
                    row.text("old_rate"),
                    row.text("new_rate")));
      }
      long divisor = BigInteger.valueOf(oldRaw).gcd(BigInteger.valueOf(newRaw)).longValueExact();
      long oldShares = oldRaw / divisor;
      long newShares = newRaw / divisor;
      if (Math.max(oldShares, newShares) > MOST_SHARES) {
        row.complain(
            "new_rate and old_rate must be as whole numbers up to %s, were as %s to %s"
                .formatted(MOST_SHARES, newShares, oldShares));
      }
      if (id != null && date != null && row.complaints().isEmpty() && isNew(row, id + " " + date)) {
        actions.add(new CorporateAction.Split(id, date, newShares, oldShares));
      }
    }

    private boolean isNew(Row row, String key) {
      boolean fresh = seen.add(key);
      if (!fresh) {
        row.complain("action must be there once, was there before");
      }
      return fresh;
    }

    private static void requireNone(Row row, Type type, String... names) {
      for (String name : names) {
        @Nullable String text = row.text(name);
        if (text != null) {
          row.complain(
              "%s of a %s must be empty, was %s".formatted(name, type.word(), Row.shown(text)));
        }
      }
    }
  }
}
