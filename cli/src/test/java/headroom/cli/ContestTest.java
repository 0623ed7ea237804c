package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headroom.cli.settings.SettingsLoader;
import headroom.data.synth.SynthSettings;
import headroom.sim.compare.Bootstrap;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ContestTest {
  private static final Market MARKET =
      Market.synthetic(
          SynthSettings.defaults()
              .withPeriod(LocalDate.of(2025, 3, 3), LocalDate.of(2025, 4, 6))
              .withStepMinutes(30)
              .withInstruments(0, 4),
          Dates.ALL);
  private static final List<Stretch> STRETCHES = List.of(new Stretch("", MARKET.period(Dates.ALL)));

  @Test
  void whatWasFinishedBeforeAnInterruptionIsKeptAndMarked() {
    Contest contest = contest("FirstCome", "FurthestFirst", "Random");
    AtomicInteger finished = new AtomicInteger();
    List<ComparedRun> runs =
        contest.run(1, () -> finished.get() < 2, () -> {}, (_, _) -> finished.incrementAndGet());
    assertThat(runs).extracting(ComparedRun::number).containsExactly(1, 2);

    Comparison comparison = comparison(contest, runs);
    assertThat(comparison.json()).containsEntry("complete", false).containsEntry("planned", 3);
    assertThat(comparison.pairs()).hasSize(1);
    assertThat(printed(comparison))
        .startsWith("INTERRUPTED: 2 of 3 runs reached their end\n")
        .contains("FirstCome", "FurthestFirst")
        .doesNotContain("Random");
  }

  @Test
  void withoutTheBaselineThereIsNothingToCompareWith() {
    Contest contest = contest("FirstCome", "Random");
    List<ComparedRun> runs = contest.run(1, () -> true, () -> {}, (_, _) -> {});
    Comparison comparison = comparison(contest, runs.subList(1, 2));
    assertThat(comparison.pairs()).isEmpty();
    assertThat(printed(comparison)).contains("Random").doesNotContain("baseline");
  }

  @Test
  void anInterruptionBeforeTheFirstRunLeavesNothing() {
    Contest contest = contest("FirstCome", "Random");
    List<ComparedRun> runs = contest.run(2, () -> false, () -> {}, (_, _) -> {});
    assertThat(runs).isEmpty();
    assertThat(printed(comparison(contest, runs)))
        .isEqualTo("INTERRUPTED: 0 of 2 runs reached their end\n\n");
  }

  @Test
  void aRunThatFailsEndsAll() {
    Contest contest = contest("FirstCome", "FurthestFirst", "Random");
    AtomicInteger kept = new AtomicInteger();
    assertThatThrownBy(() ->
            contest.run(
                1,
                () -> true,
                () -> {},
                (_, _) -> {
                  kept.incrementAndGet();
                  throw new IOException("no space left");
                }))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("no space left");
    assertThat(kept).hasValueLessThan(3);
  }

  @Test
  void allDaysOfAllRunsAreToldToTheProgress() {
    Contest contest = contest("FirstCome", "Random");
    AtomicInteger days = new AtomicInteger();
    contest.run(2, () -> true, days::incrementAndGet, (_, _) -> {});
    assertThat(days).hasValue((int) contest.days());
    assertThat(contest.days())
        .isEqualTo(2L * STRETCHES.getFirst().period().dayEndsNs().size())
        .isGreaterThan(60);
  }

  private static Contest contest(String... policies) {
    return new Contest(
        MARKET,
        rows(policies),
        STRETCHES,
        null,
        null,
        Actions.NONE,
        new PrintWriter(Writer.nullWriter()));
  }

  private static List<Combination> rows(String... policies) {
    List<Combination> rows = new ArrayList<>();
    for (String policy : policies) {
      rows.add(
          new Combination(
              policy,
              new LinkedHashMap<>(),
              SettingsLoader.load(
                  null,
                  Map.of(),
                  null,
                  List.of(),
                  List.of("policy=" + policy, "excursion.lookback=5"))));
    }
    return rows;
  }

  private static Comparison comparison(Contest contest, List<ComparedRun> runs) {
    List<Combination> rows = new ArrayList<>(contest.combinations());
    return Comparison.of(
        contest.size(), rows.getFirst(), rows, STRETCHES, new Bootstrap(200, 1), runs, false);
  }

  private static String printed(Comparison comparison) {
    StringWriter text = new StringWriter();
    CompareTable.print(comparison, new PrintWriter(text));
    return text.toString();
  }
}
