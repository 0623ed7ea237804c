package headroom.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headroom.core.num.Money;
import headroom.report.FillBand.Row;
import headroom.sim.compare.Difference;
import headroom.sim.compare.Interval;
import headroom.sim.compare.Verdict;
import headroom.sim.report.Figures;
import headroom.sim.report.Figures.AccountFigures;
import headroom.sim.report.Figures.Checks;
import headroom.sim.report.Figures.InstrumentFigures;
import headroom.sim.report.Figures.PeriodFigures;
import headroom.sim.report.Figures.SchedulingFigures;
import headroom.sim.venue.FillRule;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BandWordsTest {
  private static final Interval WIDE = new Interval(-50, 150.5, 50, 4);
  private static final Interval ABOVE = new Interval(10, 190, 45, 4);

  @Test
  void aSpanIsToldWithItsErrorAndItsSide() {
    assertThat(words("-4504.36", "-4437.08", "-4286.74").span())
        .isEqualTo(
            "The fill rules put net PnL between \u22124,504.36 (TOUCH) and \u22124,286.74 (VOLUME), 217.62 apart beside a standard error of 3,450.12: a loss under each of them.");
    assertThat(words("12", "3", "5").span())
        .isEqualTo(
            "The fill rules put net PnL between 3.00 (THROUGH) and 12.00 (TOUCH), 9.00 apart beside a standard error of 3,450.12: a profit under each of them.");
    assertThat(words("12", "3", "-5").span())
        .endsWith(": whether it is a profit depends on the rule.");
    assertThat(words("12", "3", "0").span())
        .endsWith(": whether it is a profit depends on the rule.");
    assertThat(words("3", "3", "3.00").span())
        .isEqualTo("Net PnL is 3.00 under every fill rule that was played.");
  }

  @Test
  void aDifferenceIsToldByItsVerdict() {
    FillBand alike =
        band(
            row(FillRule.TOUCH, "1", "a", difference(Verdict.NO_EVIDENCE, WIDE)),
            row(FillRule.THROUGH, "0", "b", null),
            row(FillRule.VOLUME, "1", "c", difference(Verdict.NO_EVIDENCE, WIDE)));
    assertThat(new BandWords(alike).differences())
        .containsExactly("Day by day TOUCH and VOLUME cannot be told from THROUGH.");
    FillBand apart =
        band(
            row(FillRule.TOUCH, "100", "a", difference(Verdict.BETTER, ABOVE)),
            row(FillRule.THROUGH, "0", "b", null),
            row(FillRule.VOLUME, "0", "b", difference(Verdict.TOO_FEW_DAYS, null)));
    assertThat(new BandWords(apart).differences())
        .containsExactly(
            "Day by day TOUCH did better than THROUGH: net PnL differs by 100.00, 95 % interval 10.00 to 190.00.",
            "There are too few days to tell VOLUME from THROUGH.",
            "The commands under VOLUME are those under THROUGH.");
    FillBand ruined =
        band(
            ruined(row(FillRule.TOUCH, "-100", "a", difference(Verdict.TOO_FEW_DAYS, null))),
            row(FillRule.THROUGH, "0", "b", null));
    assertThat(new BandWords(ruined).differences())
        .containsExactly(
            "Under TOUCH nothing was left at 2025-02-03 15:30 UTC, and on the days after it nothing changes.",
            "There are too few days to tell TOUCH from THROUGH.");
    assertThat(ruined.isComplete()).isFalse();
    assertThat(apart.isComplete()).isTrue();
  }

  @Test
  void aBandHoldsItsOwnRule() {
    Row touch = row(FillRule.TOUCH, "1", "a", null);
    assertThatThrownBy(() -> band(touch)).hasMessageContaining("own rule, THROUGH");
  }

  private static BandWords words(String touch, String through, String volume) {
    return new BandWords(
        band(
            row(FillRule.TOUCH, touch, "a", difference(Verdict.NO_EVIDENCE, WIDE)),
            row(FillRule.THROUGH, through, "b", null),
            row(FillRule.VOLUME, volume, "c", difference(Verdict.NO_EVIDENCE, WIDE))));
  }

  private static FillBand band(Row... rows) {
    return new FillBand(FillRule.THROUGH, List.of(rows));
  }

  private static Difference difference(Verdict verdict, @Nullable Interval interval) {
    return new Difference(60, 30, Money.of("100"), interval, verdict);
  }

  private static Row row(
      FillRule rule, String netPnl, String hash, @Nullable Difference difference) {
    Row row = new Row(rule, figures(netPnl, null), hash, difference);
    assertThat(row.fills()).isEqualTo(7);
    return row;
  }

  private static Row ruined(Row row) {
    Figures figures = figures(row.figures().account().netPnl(), "2025-02-03T15:30:00.000000000Z");
    return new Row(row.rule(), figures, row.commandHash(), row.difference());
  }

  private static Figures figures(String netPnl, @Nullable String ruinedAt) {
    return new Figures(
        new PeriodFigures(
            "2025-01-01T00:00:00Z", "2025-06-01T00:00:00Z", true, 60, 1, 2, List.of()),
        new AccountFigures(
            "10000",
            "10000",
            netPnl,
            "3450.12",
            netPnl,
            "0",
            "0",
            "0",
            "0",
            "0",
            new TreeMap<>(),
            0,
            ruinedAt,
            0.1,
            null,
            null,
            null,
            1,
            null,
            0,
            0),
        new SchedulingFigures(
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            null,
            null,
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            new TreeMap<>(),
            null,
            0,
            new TreeMap<>()),
        List.of(
            new InstrumentFigures("A", 1, 1, 3, "0", "0"),
            new InstrumentFigures("B", 1, 1, 4, "0", "0")),
        List.of(),
        List.of(),
        new Checks(true, true, List.of()));
  }
}
