package headroom.cli.explain;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A story for people: aligned columns, plain words.
public final class StoryText {
  private static final String INDENT = "    ";

  private StoryText() {}

  public static void print(Story story, PrintWriter out) {
    lines(story).forEach(out::println);
  }

  /// The story as lines without trailing blanks.
  static List<String> lines(Story story) {
    List<String> lines = new ArrayList<>();
    lines.add(story.about());
    story.facts().forEach(fact -> lines.add("  " + fact));
    lines.add("");
    lines.add("in short");
    story.inShort().forEach(line -> lines.add("  " + line));
    if (!story.standing().isEmpty()) {
      lines.add("");
      table(standing(story.standing()), "", lines::add);
    }
    if (!story.steps().isEmpty()) {
      lines.add("");
      lines.add("what happened, times in UTC");
      steps(story.steps(), lines::add);
    }
    return lines;
  }

  private static List<String[]> standing(List<Story.Standing> standing) {
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"", "id", "state", "since (UTC)", "distance", "why"});
    for (Story.Standing one : standing) {
      rows.add(
          new String[] {
            one.what(), one.id(), one.state(), one.since(), distance(one.distancePpm()), one.why()
          });
    }
    return rows;
  }

  private static void steps(List<Step> steps, Consumer<String> out) {
    int timeWidth = 0;
    int distanceWidth = 0;
    for (Step step : steps) {
      timeWidth = Math.max(timeWidth, step.time().length());
      distanceWidth = Math.max(distanceWidth, distance(step.distancePpm()).length());
    }
    for (Step step : steps) {
      String distance = distance(step.distancePpm());
      out.accept(
          "%s  %s  %s"
              .formatted(
                  step.time() + blanks(timeWidth - step.time().length()),
                  blanks(distanceWidth - distance.length()) + distance,
                  step.text()));
      if (!step.needs().isEmpty()) {
        table(needs(step.needs()), INDENT, out);
      }
      if (!step.orders().isEmpty()) {
        table(orders(step.orders()), INDENT, out);
      }
      step.different().forEach(line -> out.accept(INDENT + "→ " + line));
    }
  }

  private static String distance(@Nullable Integer ppm) {
    return ppm == null ? "" : Words.percent(ppm) + " " + Words.ppm(ppm);
  }

  private static List<String[]> needs(List<Step.Capacity> needs) {
    List<String[]> rows = new ArrayList<>();
    rows.add(
        new String[] {
          "capacity",
          "needs",
          "free",
          "missing",
          "limit",
          "positions",
          "orders",
          "promised",
          "others"
        });
    for (Step.Capacity need : needs) {
      rows.add(
          new String[] {
            need.constraint(),
            Words.atLeast(need.needs()),
            Words.atMost(need.free()),
            Words.atLeast(need.missing()),
            Words.atMost(need.limit()),
            Words.atLeast(need.positions()),
            Words.atLeast(need.orders()),
            Words.atLeast(need.promised()),
            Words.atMost(need.other())
          });
    }
    return rows;
  }

  private static List<String[]> orders(List<Step.Seen> orders) {
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"order", "distance", "releases", "why"});
    for (Step.Seen one : orders) {
      rows.add(
          new String[] {
            one.order(), distance(one.distancePpm()), releases(one.releases()), one.why()
          });
    }
    return rows;
  }

  private static String releases(List<Step.Amount> releases) {
    return releases.isEmpty()
        ? "nothing"
        : releases.stream()
            .map(one -> Words.atMost(one.amount()) + " " + one.constraint())
            .collect(Collectors.joining(", "));
  }

  /// Columns as wide as they must be, figures to the right.
  private static void table(List<String[]> rows, String indent, Consumer<String> out) {
    int columns = rows.getFirst().length;
    int[] widths = new int[columns];
    boolean[] figures = new boolean[columns];
    Arrays.fill(figures, true);
    for (int r = 0; r < rows.size(); r++) {
      String[] row = rows.get(r);
      for (int c = 0; c < columns; c++) {
        widths[c] = Math.max(widths[c], row[c].length());
        figures[c] &= r == 0 || row[c].matches("|unknown|–|[-0-9].*(ppm|[0-9])");
      }
    }
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder(indent);
      for (int c = 0; c < columns; c++) {
        String pad = blanks(widths[c] - row[c].length());
        line.append(c == 0 ? "" : "  ").append(figures[c] ? pad + row[c] : row[c] + pad);
      }
      out.accept(line.toString().stripTrailing());
    }
  }

  private static String blanks(int count) {
    return " ".repeat(Math.max(0, count));
  }
}
