package headroom.cli;

import headroom.cli.StudyRun.Played;
import headroom.sim.compare.Interval;
import headroom.sim.compare.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The differences of a study and their intervals as a drawing, in SVG: what crosses the line is no
/// evidence.
final class StudyChart {
  private static final int LEFT = 270;
  private static final int WIDTH = 480;
  private static final int RIGHT = 70;
  private static final int ROW = 20;

  private StudyChart() {}

  /// One line of the drawing.
  private record Line(String text, double difference, double low, double high, boolean judged) {}

  static String svg(List<Played> parts) {
    List<String> shapes = new ArrayList<>();
    double most =
        parts.stream()
            .flatMap(part -> lines(part).stream())
            .mapToDouble(line -> Math.max(Math.abs(line.low()), Math.abs(line.high())))
            .max()
            .orElse(0);
    double scale = WIDTH / 2.0 / Math.max(1, most);
    double zero = LEFT + WIDTH / 2.0;
    int y = ROW;
    for (Played part : parts) {
      shapes.add(text(10, y, "start", "bold", part.part().name()));
      for (Line line : lines(part)) {
        y += ROW;
        String color = line.judged() ? "#b03030" : "#405060";
        shapes.add(text(LEFT - 10, y, "end", "normal", line.text()));
        shapes.add(
            String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"2\"/>",
                zero + line.low() * scale,
                zero + line.high() * scale,
                y - 4,
                y - 4,
                color));
        shapes.add(
            String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%d\" r=\"4\" fill=\"%s\"/>",
                zero + line.difference() * scale,
                y - 4,
                color));
      }
      y += ROW + ROW / 2;
    }
    shapes.add(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"8\" y2=\"%d\" stroke=\"#909090\"/>",
            zero,
            zero,
            y - ROW));
    shapes.add(text((int) zero, y, "middle", "normal", "difference of net PnL, 0"));
    shapes.add(text(LEFT, y, "start", "normal", String.format(Locale.ROOT, "−%,.0f", most)));
    shapes.add(text(LEFT + WIDTH, y, "end", "normal", String.format(Locale.ROOT, "%,.0f", most)));
    return String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"12\">\n",
            LEFT + WIDTH + RIGHT,
            y + ROW)
        + "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
        + String.join("\n", shapes)
        + "\n</svg>\n";
  }

  private static List<Line> lines(Played part) {
    List<Line> lines = new ArrayList<>();
    for (ComparedPair pair : part.comparison().pairs()) {
      Interval interval = pair.difference().interval();
      if (interval != null) {
        Verdict verdict = pair.difference().verdict();
        lines.add(
            new Line(
                pair.name(),
                Double.parseDouble(pair.difference().netPnl().toString()),
                interval.low(),
                interval.high(),
                verdict == Verdict.BETTER || verdict == Verdict.WORSE));
      }
    }
    return lines;
  }

  private static String text(int x, int y, String anchor, String weight, String text) {
    String safe = text.replace("&", "&amp;").replace("<", "&lt;");
    return String.format(
        Locale.ROOT,
        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" font-weight=\"%s\">%s</text>",
        x,
        y,
        anchor,
        weight,
        safe);
  }
}
