package headroom.report;

import headroom.report.Chart.Kind;
import headroom.report.Chart.Series;
import java.awt.BasicStroke;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.OHLCChart;
import org.knowm.xchart.OHLCChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// Charts as PNG, light, for papers and mails.
final class Pictures {
  private static final int WIDTH = 1_200;
  private static final int HEIGHT = 480;

  /// The same as on the page, in the same order.
  private static final List<Color> COLORS =
      List.of(
          new Color(0x2a6fd0),
          new Color(0xd9620b),
          new Color(0x128a66),
          new Color(0x7a4fc9),
          new Color(0xb8860b),
          new Color(0xc2334d),
          new Color(0x5b6472));

  private static final Color GRID = new Color(0xe8ebef);
  private static final Color INK = new Color(0x14181f);

  private Pictures() {}

  /// A chart as PNG.
  static byte[] png(Chart chart) {
    return chart.kind() == Kind.BARS ? bars(chart) : overTime(chart);
  }

  private static byte[] bars(Chart chart) {
    CategoryChart picture =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(chart.title())
            .yAxisTitle(chart.unit())
            .build();
    look(picture.getStyler());
    picture.getStyler().setLegendVisible(false);
    picture.getStyler().setXAxisLabelRotation(chart.labels().size() > 12 ? 45 : 0);
    for (Series one : chart.series()) {
      picture.addSeries(one.name(), chart.labels(), known(one.values())).setFillColor(color(0));
    }
    return png(picture);
  }

  private static byte[] overTime(Chart chart) {
    XYChart picture =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(chart.title())
            .yAxisTitle(chart.unit())
            .build();
    look(picture.getStyler());
    List<Date> times = chart.xs().stream().map(Pictures::date).toList();
    List<List<Double>> heights = heights(chart);
    // What stands on top is drawn first: the others hide its lower part.
    for (int at = chart.series().size() - 1; at >= 0; at--) {
      Series one = chart.series().get(at);
      XYSeries drawn = picture.addSeries(one.name(), times, heights.get(at));
      drawn.setMarker(chart.kind() == Kind.POINTS ? marker(at) : SeriesMarkers.NONE);
      drawn.setXYSeriesRenderStyle(one.isLimit() ? XYSeriesRenderStyle.Line : style(chart.kind()));
      drawn.setLineColor(one.isLimit() ? INK : color(at));
      drawn.setMarkerColor(color(at));
      drawn.setFillColor(chart.kind() == Kind.AREA ? pale(at) : color(at));
      drawn.setLineStyle(
          one.isLimit()
              ? new BasicStroke(1.5f, BasicStroke.CAP_BUTT, 0, 1, new float[] {7, 4}, 0)
              : new BasicStroke(1.5f));
    }
    return png(picture);
  }

  private static org.knowm.xchart.style.markers.Marker marker(int at) {
    return at == 0 ? SeriesMarkers.CIRCLE : SeriesMarkers.TRIANGLE_UP;
  }

  private static XYSeriesRenderStyle style(Kind kind) {
    return switch (kind) {
      case LINES, BARS -> XYSeriesRenderStyle.Line;
      case AREA -> XYSeriesRenderStyle.Area;
      case STACK -> XYSeriesRenderStyle.StepArea;
      case POINTS -> XYSeriesRenderStyle.Scatter;
    };
  }

  private static List<List<Double>> heights(Chart chart) {
    List<List<Double>> heights = new ArrayList<>();
    double[] below = new double[chart.xs().size()];
    for (Series one : chart.series()) {
      List<Double> known = known(one.values());
      if (chart.kind() == Kind.STACK && !one.isLimit()) {
        for (int i = 0; i < below.length; i++) {
          double value = known.get(i);
          below[i] += Double.isNaN(value) ? 0 : value;
          known.set(i, below[i]);
        }
      }
      heights.add(known);
    }
    return heights;
  }

  private static List<Double> known(List<@Nullable Double> values) {
    List<Double> known = new ArrayList<>();
    for (@Nullable Double value : values) {
      known.add(value == null ? (Double) Double.NaN : value);
    }
    return known;
  }

  /// The candles of an instrument.
  static byte[] png(Prices prices, Prices.Symbol symbol) {
    OHLCChart picture =
        new OHLCChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(symbol.symbol())
            .yAxisTitle("$")
            .build();
    look(picture.getStyler());
    picture.getStyler().setLegendVisible(false);
    List<Date> times = new ArrayList<>();
    List<List<Double>> columns =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (double[] candle : symbol.candles()) {
      times.add(date(prices.from() + (long) candle[0]));
      for (int i = 0; i < columns.size(); i++) {
        columns.get(i).add(candle[i + 1]);
      }
    }
    picture
        .addSeries(
            symbol.symbol(), times, columns.get(0), columns.get(1), columns.get(2), columns.get(3))
        .setUpColor(COLORS.get(2))
        .setDownColor(COLORS.get(5));
    return png(picture);
  }

  private static Date date(long seconds) {
    return Date.from(Instant.ofEpochSecond(seconds));
  }

  private static Color color(int at) {
    return COLORS.get(at % COLORS.size());
  }

  private static Color pale(int at) {
    Color full = color(at);
    return new Color(full.getRed(), full.getGreen(), full.getBlue(), 70);
  }

  private static void look(AxesChartStyler styler) {
    styler.setLocale(Locale.US);
    styler.setTimezone(TimeZone.getTimeZone("UTC"));
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(GRID);
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setChartTitleBoxVisible(false);
    styler.setChartFontColor(INK);
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendLayout(LegendLayout.Horizontal);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setMarkerSize(6);
    styler.setChartPadding(16);
  }

  private static byte[] png(IChart picture) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(BitmapEncoder.getBufferedImage(picture), "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InternalError | LinkageError e) {
      // So Java says that a machine has no font at all.
      throw new IllegalStateException(
          "pictures must have a font to write with, this machine has none (%s); Debian has"
                  .formatted(e.getMessage())
              + " fontconfig and fonts-dejavu-core",
          e);
    }
  }
}
