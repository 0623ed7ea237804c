package headroom.report;

import headroom.report.FillBand.Row;
import headroom.sim.compare.Difference;
import headroom.sim.compare.Interval;
import headroom.sim.compare.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How far a result depends on the fill rule, in sentences made of its numbers.
final class BandWords {
  private static final Comparator<Row> BY_NET = Comparator.comparing(BandWords::net);

  private final FillBand band;

  BandWords(FillBand band) {
    this.band = band;
  }

  /// How far apart the rules are, and on which side of zero.
  String span() {
    Row low = band.rows().stream().min(BY_NET).orElseThrow();
    Row high = band.rows().stream().max(BY_NET).orElseThrow();
    BigDecimal apart = net(high).subtract(net(low));
    if (apart.signum() == 0) {
      return "Net PnL is %s under every fill rule that was played.".formatted(Text.money(net(low)));
    }
    @Nullable String error = band.ownRow().figures().account().netPnlStdError();
    return "The fill rules put net PnL between %s (%s) and %s (%s), %s apart%s: %s."
        .formatted(
            Text.money(net(low)),
            low.rule(),
            Text.money(net(high)),
            high.rule(),
            Text.money(apart),
            error == null ? "" : " beside a standard error of " + Text.money(error),
            side(net(low).signum(), net(high).signum()));
  }

  private static String side(int low, int high) {
    if (low > 0) {
      return "a profit under each of them";
    }
    return high < 0 ? "a loss under each of them" : "whether it is a profit depends on the rule";
  }

  /// Whether the other rules can be told from the own one, judged by the same days.
  List<String> differences() {
    List<String> told = new ArrayList<>();
    List<String> alike = new ArrayList<>();
    List<String> few = new ArrayList<>();
    for (Row row : band.rows()) {
      @Nullable String ruinedAt = row.figures().account().ruinedAt();
      if (ruinedAt != null) {
        told.add(
            "Under %s nothing was left at %s UTC, and on the days after it nothing changes."
                .formatted(row.rule(), ruinedAt.substring(0, 16).replace('T', ' ')));
      }
    }
    for (Row row : band.others()) {
      @Nullable Difference difference = row.difference();
      if (difference == null) {
        continue;
      }
      if (difference.verdict() == Verdict.TOO_FEW_DAYS) {
        few.add(row.rule().name());
      } else if (difference.verdict() == Verdict.NO_EVIDENCE) {
        alike.add(row.rule().name());
      } else {
        told.add(told(row, difference));
      }
    }
    if (!alike.isEmpty()) {
      told.add(
          "Day by day %s cannot be told from %s."
              .formatted(String.join(" and ", alike), band.own()));
    }
    if (!few.isEmpty()) {
      told.add(
          "There are too few days to tell %s from %s."
              .formatted(String.join(" and ", few), band.own()));
    }
    String same =
        band.others().stream()
            .filter(row -> row.commandHash().equals(band.ownRow().commandHash()))
            .map(row -> row.rule().name())
            .collect(Collectors.joining(" and "));
    if (!same.isEmpty()) {
      told.add("The commands under %s are those under %s.".formatted(same, band.own()));
    }
    return told;
  }

  private String told(Row row, Difference difference) {
    Interval interval = difference.interval();
    return "Day by day %s did %s than %s: net PnL differs by %s%s."
        .formatted(
            row.rule(),
            difference.verdict().word(),
            band.own(),
            Text.money(difference.netPnl().toString()),
            interval == null
                ? ""
                : ", 95 %% interval %s to %s"
                    .formatted(Text.money(interval.low()), Text.money(interval.high())));
  }

  private static BigDecimal net(Row row) {
    return new BigDecimal(row.figures().account().netPnl());
  }
}
