package headroom.report;

import headroom.report.Section.Cards;
import headroom.report.Section.What;
import headroom.report.Section.Width;
import headroom.sim.trace.Tally;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the report of one run.
public final class RunReport {
  private static final double HOUR_NS = 3.6e12;

  private final Facts facts;
  private final List<Section> sections = new ArrayList<>();
  private final List<Chart> charts = new ArrayList<>();
  private final List<Sheet> sheets = new ArrayList<>();

  private RunReport(Facts facts) {
    this.facts = facts;
  }

  public static Report of(Facts facts) {
    return new RunReport(facts).report();
  }

  private Report report() {
    @Nullable Matrix matrix = Thieves.of(facts.trace().pairs());
    @Nullable Prices prices = new PriceCharts(facts).prices();
    account();
    band();
    capacity();
    steals(matrix);
    refusals();
    orders();
    groups();
    if (prices != null) {
      section(
          "prices",
          "Prices, limits and orders",
          "Each intent is a thin line at its limit with its entry band; where its order rested the line is thick and the band of protection is darker.",
          new Cards().add(What.PRICES, "", Width.FULL));
    }
    books();
    return new Report(
        "Headroom: " + facts.outcome().settings().engine().policy().name(),
        subtitle(),
        warning(),
        Headline.of(facts.figures()),
        Diagnosis.of(facts),
        sections,
        charts,
        sheets,
        matrix,
        prices,
        facts.result());
  }

  private String subtitle() {
    return "%s to %s UTC, %s, %s, command hash %s"
        .formatted(
            minute(facts.figures().period().from()),
            minute(facts.figures().period().to()),
            Text.count(facts.figures().period().instruments(), "instrument"),
            Text.count(facts.figures().period().bars(), "bar"),
            facts.outcome().commandHash().substring(0, 12));
  }

  private static String minute(String time) {
    return time.substring(0, 16).replace('T', ' ');
  }

  private String warning() {
    List<String> parts = new ArrayList<>();
    if (!facts.outcome().complete()) {
      parts.add(
          "The run was interrupted; everything here ends at %s UTC."
              .formatted(minute(facts.figures().period().to())));
    }
    @Nullable FillBand band = facts.band();
    if (band != null && !band.isComplete()) {
      parts.add("The band over fill rules was interrupted and lacks some of them.");
    }
    if (!facts.leftOut().isEmpty()) {
      parts.add("Left out of the data: " + facts.leftOut() + ".");
    }
    if (!facts.figures().checks().conservation()) {
      parts.add("The ledger does not add up: do not rely on these figures.");
    }
    facts.figures().checks().violations().forEach(what -> parts.add("Violated: " + what));
    return String.join(" ", parts);
  }

  private void account() {
    TimeCharts time = new TimeCharts(facts);
    Sheet days = new Groups(facts).days();
    section(
        "account",
        "Equity and drawdown",
        "",
        new Cards()
            .chart(kept(time.equity()), Width.FULL)
            .chart(kept(time.drawdown()), Width.HALF)
            .chart(kept(time.exposure()), Width.HALF)
            .sheet(kept(days), Width.FULL));
  }

  private void band() {
    @Nullable FillBand band = facts.band();
    if (band == null || band.others().isEmpty()) {
      return;
    }
    BandWords words = new BandWords(band);
    List<String> intro = new ArrayList<>(List.of(words.span()));
    intro.addAll(words.differences());
    intro.add(
        "Bars do not show the queue at a price: TOUCH serves everybody in it and errs on the kind side, THROUGH waits for one tick beyond the limit, and VOLUME also shares what is traded.");
    BandCharts drawn = new BandCharts(band);
    section(
        "band",
        "Fill rules",
        String.join(" ", intro),
        new Cards()
            .sheet(kept(drawn.sheet()), Width.FULL)
            .chart(kept(drawn.equity()), Width.HALF)
            .chart(kept(drawn.apart()), Width.HALF));
  }

  private void capacity() {
    TimeCharts time = new TimeCharts(facts);
    Cards cards = new Cards().chart(kept(time.blocked()), Width.FULL);
    time.capacity().forEach(chart -> cards.chart(kept(chart), Width.FULL));
    section(
        "capacity",
        "Where the capital was",
        "Use of each constraint of the account through time, under the number of entries that waited for it.",
        cards);
  }

  private void steals(@Nullable Matrix matrix) {
    Cards cards = new Cards().chart(kept(new TimeCharts(facts).steals()), Width.FULL);
    if (matrix != null) {
      cards.add(What.MATRIX, "", Width.FULL);
    }
    cards.sheet(kept(new Groups(facts).steals()), Width.FULL);
    section("steals", "Steals", "", cards);
  }

  private void refusals() {
    Groups groups = new Groups(facts);
    section(
        "refusals",
        "Refusals",
        "",
        new Cards()
            .sheet(kept(groups.refusals()), Width.FULL)
            .chart(kept(new TimeCharts(facts).refusals()), Width.FULL)
            .sheet(kept(groups.spared()), Width.HALF)
            .sheet(kept(groups.heldBy()), Width.HALF));
  }

  private void orders() {
    CountCharts counts = new CountCharts(facts);
    Cards cards = new Cards();
    counts.distances().forEach(chart -> cards.chart(kept(chart), Width.HALF));
    cards.chart(kept(counts.timeToFill()), Width.HALF);
    section("distances", "Distances and time to fill", "", cards);
  }

  private void groups() {
    Groups groups = new Groups(facts);
    CountCharts counts = new CountCharts(facts);
    List<Tally> hours = facts.trace().byHour();
    double[] blocked = hours.stream().mapToDouble(hour -> hour.blockedNs() / HOUR_NS).toArray();
    long[] opening = groups.fillsByHour();
    double[] fills = new double[opening.length];
    for (int hour = 0; hour < fills.length; hour++) {
      fills[hour] = opening[hour];
    }
    section(
        "groups",
        "By instrument, hour and regime",
        "",
        new Cards()
            .sheet(kept(groups.byInstrument()), Width.FULL)
            .chart(
                kept(
                    counts.byHour(
                        "hour-fills",
                        "Fills by hour",
                        "Fills that open a position, by the hour of the day, UTC.",
                        "fills",
                        fills)),
                Width.HALF)
            .chart(
                kept(
                    counts.byHour(
                        "hour-blocked",
                        "Time blocked by hour",
                        "Summed over intents, by the hour of the day, UTC.",
                        "hours",
                        blocked)),
                Width.HALF)
            .sheet(kept(groups.byHour()), Width.FULL)
            .sheet(kept(groups.byRegime()), Width.FULL));
  }

  private void books() {
    section(
        "books",
        "Ledger, counters, settings and identity",
        "",
        new Cards()
            .sheet(kept(new Groups(facts).ledger()), Width.HALF)
            .sheet(kept(new Groups(facts).costs()), Width.HALF)
            .sheet(
                kept(
                    Plain.of(
                        "identity",
                        "Identity",
                        "The same identity gives the same command hash.",
                        facts.result().get("identity"))),
                Width.HALF)
            .sheet(
                kept(
                    Plain.of(
                        "counters",
                        "Counters",
                        "Names as in result.json.",
                        facts.result().get("scheduling"))),
                Width.HALF)
            .sheet(
                kept(
                    Plain.of(
                        "settings",
                        "Settings",
                        "All that were in force.",
                        facts.result().get("settings"))),
                Width.HALF));
  }

  private Chart kept(Chart chart) {
    if (!chart.isEmpty()) {
      charts.add(chart);
    }
    return chart;
  }

  private Sheet kept(Sheet sheet) {
    if (!sheet.isEmpty()) {
      sheets.add(sheet);
    }
    return sheet;
  }

  private void section(String id, String title, String intro, Cards cards) {
    if (!cards.all().isEmpty()) {
      sections.add(new Section(id, title, intro, cards.all()));
    }
  }
}
