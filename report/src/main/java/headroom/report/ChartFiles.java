package headroom.report;

import headroom.report.Chart.Series;
import headroom.sim.report.Csv;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The charts of a report as files: each as a picture and as a table.
public final class ChartFiles {
  /// The names of all that may be among them, as a pattern.
  public static final String NAMES = "[A-Za-z0-9-]+\\.(png|csv)";

  private ChartFiles() {}

  /// All files by their names.
  public static SequencedMap<String, byte[]> of(Report report) {
    SequencedMap<String, byte[]> files = new LinkedHashMap<>();
    for (Chart chart : report.charts()) {
      files.put(chart.id() + ".csv", bytes(csv(chart)));
      files.put(chart.id() + ".png", Pictures.png(chart));
    }
    Matrix matrix = report.matrix();
    if (matrix != null) {
      files.put("who-steals-from-whom.csv", bytes(csv(matrix)));
    }
    Prices prices = report.prices();
    if (prices != null) {
      for (Prices.Symbol symbol : prices.symbols()) {
        String name = free(files, "price-" + symbol.symbol().replaceAll("[^A-Za-z0-9]+", "-"));
        files.put(name + ".csv", bytes(csv(prices, symbol)));
        files.put(name + ".png", Pictures.png(prices, symbol));
      }
    }
    return files;
  }

  /// `A/B` and `A.B` must not share a file.
  private static String free(SequencedMap<String, byte[]> files, String name) {
    String free = name;
    for (int i = 2; files.containsKey(free + ".csv"); i++) {
      free = name + "-" + i;
    }
    return free;
  }

  static List<String> csv(Chart chart) {
    boolean timed = chart.labels().isEmpty();
    List<String> lines = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of(timed ? "time" : "label"));
    chart.series().forEach(one -> header.add(one.name()));
    lines.add(row(header));
    for (int at = 0; at < chart.xs().size(); at++) {
      List<String> cells = new ArrayList<>();
      cells.add(timed ? time(chart.xs().get(at)) : chart.labels().get(at));
      for (Series one : chart.series()) {
        cells.add(number(one.values().get(at)));
      }
      lines.add(row(cells));
    }
    return lines;
  }

  private static List<String> csv(Matrix matrix) {
    List<String> lines = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("thief"));
    header.addAll(matrix.names());
    lines.add(row(header));
    for (int thief = 0; thief < matrix.names().size(); thief++) {
      List<String> cells = new ArrayList<>(List.of(matrix.names().get(thief)));
      matrix.counts().get(thief).forEach(count -> cells.add(Long.toString(count)));
      lines.add(row(cells));
    }
    return lines;
  }

  private static List<String> csv(Prices prices, Prices.Symbol symbol) {
    List<String> lines = new ArrayList<>(List.of("time,open,high,low,close"));
    for (double[] candle : symbol.candles()) {
      List<String> cells = new ArrayList<>(List.of(time(prices.from() + (long) candle[0])));
      for (int i = 1; i < candle.length; i++) {
        cells.add(number(candle[i]));
      }
      lines.add(row(cells));
    }
    return lines;
  }

  private static String row(List<String> cells) {
    return Csv.row(cells.toArray(String[]::new));
  }

  private static String time(long seconds) {
    return Instant.ofEpochSecond(seconds).toString();
  }

  private static String number(@Nullable Double value) {
    return value == null ? "" : Text.plain(value);
  }

  private static byte[] bytes(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
