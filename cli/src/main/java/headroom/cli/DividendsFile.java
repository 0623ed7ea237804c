package headroom.cli;

import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.num.Money;
import headroom.data.bars.BadDataException;
import headroom.data.bars.Problem;
import headroom.data.rows.Fields;
import headroom.data.rows.Row;
import headroom.data.rows.RowFile;
import headroom.data.rows.RowTaker;
import headroom.data.rows.Symbols;
import headroom.sim.account.Dividend;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The option `--dividends`: CSV with a header, or JSON lines with the same names.
///
/// ```
/// symbol,type,ex_date,payable_date,rate
/// AAPL,cash_dividend,2025-05-12,2025-05-15,0.26
/// ```
///
/// Bars are taken to be adjusted for splits, so a split is refused rather than applied twice.
final class DividendsFile implements RowTaker {
  private static final String CASH = "cash_dividend";
  private static final List<String> COLUMNS =
      List.of("symbol", "type", "ex_date", "payable_date", "rate");
  private static final Fields FIELDS = new Fields(COLUMNS, List.of(), COLUMNS, List.of(), null);

  private final String place;
  private final Symbols symbols;
  private final List<Dividend> dividends = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private DividendsFile(String place, Symbols symbols) {
    this.place = place;
    this.symbols = symbols;
  }

  /// @throws BadDataException with every problem of every row
  static List<Dividend> read(Path file, SequencedMap<InstrumentId, Instrument> instruments) {
    DividendsFile taker = new DividendsFile(file.toString(), new Symbols(instruments));
    RowFile.read(file, FIELDS, taker);
    if (!taker.problems.isEmpty()) {
      throw new BadDataException(taker.problems);
    }
    return List.copyOf(taker.dividends);
  }

  @Override
  public void row(Row row) {
    @Nullable Instrument instrument = symbols.required(row);
    @Nullable String type = row.required("type");
    if (type != null && !type.equals(CASH)) {
      row.complain(
          "type must be %s, since bars are adjusted for all else, was %s"
              .formatted(CASH, Row.shown(type)));
    }
    @Nullable LocalDate exDate = date(row, "ex_date");
    @Nullable LocalDate payableDate = date(row, "payable_date");
    @Nullable Money rate = row.required("rate") == null ? null : row.money("rate");
    if (instrument != null && instrument.isCrypto()) {
      row.complain("symbol must be a stock, was " + instrument.id().value());
    }
    if (instrument != null
        && exDate != null
        && payableDate != null
        && rate != null
        && row.complaints().isEmpty()) {
      try {
        dividends.add(new Dividend(instrument.id(), exDate, payableDate, rate));
      } catch (IllegalArgumentException wrong) {
        row.complain(String.valueOf(wrong.getMessage()));
      }
    }
    row.complaints().forEach(complaint -> bad(row.line(), complaint));
  }

  private static @Nullable LocalDate date(Row row, String name) {
    @Nullable String text = row.required(name);
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException _) {
      row.complain("%s must be a date like 2025-05-12, was %s".formatted(name, Row.shown(text)));
      return null;
    }
  }

  @Override
  public void bad(long line, String message) {
    problems.add(new Problem(place, line, message));
  }
}
