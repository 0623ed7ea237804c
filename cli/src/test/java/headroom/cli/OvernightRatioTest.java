package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.engine.Counter;
import headroom.core.num.Money;
import headroom.core.steal.FurthestFirst;
import headroom.data.synth.SynthSettings;
import headroom.sim.account.AccountRules;
import headroom.sim.account.MarginRule;
import headroom.sim.path.PathModel;
import headroom.sim.run.DayEnd;
import headroom.sim.run.Outcome;
import headroom.sim.run.Period;
import headroom.sim.run.RunSettings;
import headroom.sim.run.Watcher;
import headroom.sim.venue.FillRule;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// No night begins with more than twice the equity in stocks.
final class OvernightRatioTest {
  private static RunSettings settings(String equity, MarginRule rule) {
    RunSettings usual =
        RealMarket.settings(new FurthestFirst(), FillRule.THROUGH, PathModel.ADAPTIVE);
    AccountRules rules = AccountRules.DEFAULTS;
    return new RunSettings(
        usual.engine().limitedByMorning(rule.knowsMornings()),
        usual.path(),
        usual.venue(),
        Money.of(equity),
        new AccountRules(
            rules.datedFees(),
            rules.settles(),
            rules.marginRatePpm(),
            rules.borrowRatePpm(),
            rule,
            List.of()),
        1);
  }

  private static Outcome run(Market market, RunSettings settings, Period period) {
    return RealMarket.subject(market, settings, period).run(Watcher.NONE);
  }

  private static void isKept(Outcome outcome) {
    assertThat(outcome.days()).isNotEmpty();
    for (DayEnd day : outcome.days()) {
      assertThat(day.overnightRatio()).as("%s", day.date()).isLessThanOrEqualTo(2.0);
    }
    assertThat(outcome.violations()).isEmpty();
    assertThat(outcome.account().isConserved()).isTrue();
  }

  @Test
  void aMixedPortfolioUnderTheNewRule() {
    Market market = RealMarket.load(List.of());
    Outcome outcome =
        run(market, settings("10000", MarginRule.INTRADAY_2026), market.period(Dates.ALL));
    isKept(outcome);
    assertThat(outcome.counters().of(Counter.DELEVERAGE_REDUCTIONS)).isPositive();
    assertThat(outcome.account().financing().isPositive()).isTrue();
    assertThat(outcome.account().fees().isPositive()).isTrue();
  }

  @Test
  void aMixedPortfolioUnderTheRuleOfItsDates() {
    Market market = RealMarket.load(List.of());
    isKept(run(market, settings("30000", MarginRule.BY_DATE), market.period(Dates.ALL)));
  }

  @Test
  void aMixedPortfolioThatTradesInTheEveningToo() {
    Market market = RealMarket.load(List.of(), true);
    Outcome outcome =
        run(market, settings("10000", MarginRule.INTRADAY_2026), market.period(Dates.ALL));
    isKept(outcome);
    assertThat(Outside.fills(outcome, market)).isPositive();
    assertThat(outcome.counters().of(Counter.DELEVERAGE_REDUCTIONS)).isPositive();
    Outcome richer = run(market, settings("30000", MarginRule.BY_DATE), market.period(Dates.ALL));
    isKept(richer);
    assertThat(Outside.fills(richer, market)).isPositive();
  }

  @Test
  void aDayThatClosesEarly() {
    SynthSettings weeks =
        SynthSettings.defaults()
            .withInstruments(12, 2)
            .withPeriod(LocalDate.of(2025, 10, 15), LocalDate.of(2025, 12, 2));
    Market market = Market.synthetic(weeks, Dates.ALL);
    LocalDate early = LocalDate.of(2025, 11, 28);
    Period period =
        market.period(Dates.of("dates", LocalDate.of(2025, 11, 24), LocalDate.of(2025, 12, 1)));
    Outcome outcome = run(market, settings("4000", MarginRule.INTRADAY_2026), period);
    isKept(outcome);
    long reduced =
        outcome.commands().stream()
            .filter(line -> line.startsWith("2025-11-28T17:") && line.endsWith(",deleverage"))
            .count();
    // From noon to 13:00 in New York.
    assertThat(reduced).isPositive();
    assertThat(outcome.days().stream().map(DayEnd::date)).contains(early);
  }
}
