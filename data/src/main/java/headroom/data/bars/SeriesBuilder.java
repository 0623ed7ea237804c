package headroom.data.bars;

import headroom.core.market.AssetClass;
import headroom.core.market.Bars;
import headroom.core.market.InstrumentId;
import headroom.core.num.Fixed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/// Makes a series of rows that come as text from elsewhere, with the same questions to each as to a
/// row of a data folder. What does not pass is left out and named.
///
/// Not thread safe; owned by one import.
public final class SeriesBuilder {

  private final String file;
  private final Columns columns = new Columns();
  private final RowCheck check = new RowCheck();
  private final List<Problem> problems = new ArrayList<>();
  private int rounded;

  /// @param file what problems call the source
  public SeriesBuilder(String file) {
    this.file = file;
  }

  /// A row whose numbers are plain decimals. Prices of more than nine decimals are rounded to nine.
  ///
  /// @param stampNs the time of the row, in nanoseconds since 1970 UTC
  /// @param stamp the same as it was written
  /// @param prices open, high, low and close
  /// @return whether the row is good
  public boolean add(long line, long stampNs, String stamp, List<String> prices, String volume) {
    check.complaints().clear();
    if (!RowCheck.isCovered(stampNs)) {
      check.complainOfYear(stamp);
    }
    long openRaw = priceRaw("open", prices.get(0));
    long highRaw = priceRaw("high", prices.get(1));
    long lowRaw = priceRaw("low", prices.get(2));
    long closeRaw = priceRaw("close", prices.get(3));
    long volumeRaw = check.volumeRaw(volume.toCharArray(), 0, volume.length());
    if (check.complaints().isEmpty()) {
      check.requireRange(openRaw, highRaw, lowRaw, closeRaw);
    }
    check.complaints().forEach(complaint -> bad(line, complaint));
    if (check.complaints().isEmpty()) {
      columns.add(stampNs, openRaw, highRaw, lowRaw, closeRaw, volumeRaw, line);
      return true;
    }
    return false;
  }

  /// A row that could not be read.
  public void bad(long line, String complaint) {
    problems.add(new Problem(file, line, complaint));
  }

  private long priceRaw(String name, String text) {
    @Nullable BigDecimal decimal = Decimals.decimal(text);
    if (decimal != null && !Decimals.isExact(decimal)) {
      rounded++;
      text = decimal.setScale(Fixed.SCALE, RoundingMode.HALF_EVEN).toPlainString();
    }
    return check.priceRaw(name, text.toCharArray(), 0, text.length());
  }

  /// Prices that had more than nine decimals.
  public int rounded() {
    return rounded;
  }

  /// The good rows.
  Columns columns() {
    return columns;
  }

  /// What was wrong, in the order in which it was noticed.
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /// The stamps of the good rows, in their order.
  public long[] stampsNs() {
    return Arrays.copyOf(columns.startNs, columns.length);
  }

  /// The usual distance of the rows in nanoseconds; 0 with fewer than two.
  public long stepNs() {
    return RowOrder.stepNs(columns);
  }

  /// The series of the good rows, with the usual attributes of its instrument.
  ///
  /// @param starts from the stamp of a row to when its bar begins, asked in the order of the rows
  /// @return null, with a problem, if there are not two good rows
  public @Nullable Bars end(AssetClass assetClass, InstrumentId id, LongUnaryOperator starts) {
    return end(assetClass, id, starts, 0);
  }

  /// The same, also of a single row.
  ///
  /// @param stepOfOneNs how long the bar of a single row is; 0 if nobody knows
  /// @return null, with a problem, if there is no good row, or one and nobody knows
  public @Nullable Bars end(
      AssetClass assetClass, InstrumentId id, LongUnaryOperator starts, long stepOfOneNs) {
    for (int row = 0; row < columns.length; row++) {
      columns.startNs[row] = starts.applyAsLong(columns.startNs[row]);
    }
    RowOrder.requireIncreasing(file, columns, problems);
    long stepNs = columns.length == 1 ? stepOfOneNs : RowOrder.stepNs(columns);
    if (stepNs == 0) {
      bad(0, "%s must have at least two good rows, had %s".formatted(id, columns.length));
      return null;
    }
    RowOrder.requireGrid(file, columns, stepNs, problems);
    columns.trim();
    return new Bars(
        UsualInstrument.of(assetClass, id, columns.openRaw[0]),
        stepNs,
        columns.startNs,
        columns.openRaw,
        columns.highRaw,
        columns.lowRaw,
        columns.closeRaw,
        columns.volumeRaw);
  }
}
