package headroom.sim.report;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// The figures of a run under the names that `result.json` gives them.
///
/// Money is a plain decimal text, rates are fractions, times ISO-8601 UTC. What is not known is
/// null, never zero.
public record Figures(
    PeriodFigures period,
    AccountFigures account,
    SchedulingFigures scheduling,
    List<InstrumentFigures> perInstrument,
    List<RegimeFigures> perRegime,
    List<DayFigures> daily,
    Checks checks) {
  public Figures {
    perInstrument = List.copyOf(perInstrument);
    perRegime = List.copyOf(perRegime);
    daily = List.copyOf(daily);
  }

  /// What was played.
  ///
  /// @param complete whether the run came to its end; otherwise it was interrupted at `to`
  /// @param bars how many bars begin in it
  /// @param stranded instruments whose bars end long before the run does
  public record PeriodFigures(
      String from,
      String to,
      boolean complete,
      int tradingDays,
      long bars,
      int instruments,
      List<String> stranded) {}

  /// What it did to the account.
  ///
  /// @param netPnlStdError the standard error of the net profit, as of independent days
  /// @param spread what marketable fills paid for half the spread; like the next two it is in the
  ///   prices of fills, so that neither the ledger nor `grossPnl` tells it apart
  /// @param slippage what they paid on top of that
  /// @param tickRounding what they paid for prices on whole ticks
  /// @param costs what was paid beside trades, below 0, by the kinds of the ledger; what was kept
  ///   in units at its worth then
  /// @param marginCalls how often positions asked for more than there was at a close
  /// @param ruinedAt when nothing was left, and the run ended; null if it never came to that
  /// @param sharpeDaily of a year, from daily returns
  public record AccountFigures(
      String startEquity,
      String endEquity,
      String netPnl,
      @Nullable String netPnlStdError,
      String grossPnl,
      String fees,
      String financing,
      String spread,
      String slippage,
      String tickRounding,
      SortedMap<String, String> costs,
      int marginCalls,
      @Nullable String ruinedAt,
      double maxDrawdown,
      @Nullable Double sharpeDaily,
      @Nullable Double sharpeStdError,
      @Nullable Double probabilisticSharpe,
      double turnover,
      @Nullable Double hitRate,
      int closedLots,
      int openLots) {}

  /// The counters, and the stealable window by regime and class: the steal tolerance in force less
  /// protection, in parts per million.
  ///
  /// @param stealSuccessRate steals of steals and blocked episodes
  /// @param stealsPerLook steals of steals and looks, if somebody looked at every blocked intent
  ///   once a minute
  public record SchedulingFigures(
      long intents,
      long ready,
      long placed,
      long rejected,
      long filled,
      long partialFills,
      long blockedEpisodes,
      double blockedSeconds,
      long stealAttempts,
      long steals,
      long stolen,
      @Nullable Double stealSuccessRate,
      @Nullable Double stealsPerLook,
      SortedMap<String, Long> stealsAborted,
      SortedMap<String, Long> refusals,
      SortedMap<String, Long> protectedOrders,
      SortedMap<String, Long> noCandidatesHeldBy,
      long fillBeatCancel,
      long fights,
      long fightResolutions,
      long cooldowns,
      long deleverageCancels,
      long deleverageReductions,
      long missedTouches,
      SortedMap<String, Long> messages,
      @Nullable Double messageToFillRatio,
      double capacityIdleSeconds,
      SortedMap<String, SortedMap<String, Integer>> stealableWindowPpm) {}

  /// One instrument's part.
  public record InstrumentFigures(
      String symbol, long intents, long filled, long fills, String netPnl, String fees) {}

  /// One regime's part.
  ///
  /// @param regime in which the position was opened
  public record RegimeFigures(String regime, long fills, long closedLots, String netPnl) {}

  /// One day.
  ///
  /// @param dailyReturn the change since the day before, as a fraction of the equity then
  public record DayFigures(String date, String equity, double dailyReturn) {}

  /// What was checked in the run itself.
  ///
  /// @param conservation whether ledger, cash and units agree to the last unit
  /// @param capital whether no invariant of capital and orders was broken
  public record Checks(boolean conservation, boolean capital, List<String> violations) {}
}
