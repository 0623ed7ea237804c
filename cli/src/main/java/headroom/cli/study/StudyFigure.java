package headroom.cli.study;

import headroom.core.engine.Refusal;
import headroom.sim.report.Figures;
import headroom.sim.report.Figures.AccountFigures;
import headroom.sim.report.Figures.SchedulingFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a study can report of a run.
public enum StudyFigure {
  PLACED("placed", "placed"),
  FILLED("filled", "filled"),
  BLOCKED("blocked", "blocked"),
  STEALS("steals", "steals"),
  SUCCESS("success", "steal success"),
  ABORTED("aborted", "steals aborted"),
  FIGHTS("fights", "fights"),
  COOLDOWNS("cooldowns", "cooldowns"),
  MISSED("missed", "missed touches"),
  PROTECTED("protected", "refused: all protected"),
  NET_PNL("net-pnl", "net PnL"),
  STD_ERROR("std-error", "std error"),
  FEES("fees", "fees"),
  DRAWDOWN("drawdown", "max drawdown");

  private final String word;
  private final String title;

  StudyFigure(String word, String title) {
    this.word = word;
    this.title = title;
  }

  /// The word used in files.
  public String word() {
    return word;
  }

  /// The head of its column.
  public String title() {
    return title;
  }

  /// It for people.
  public String of(Figures figures) {
    SchedulingFigures scheduling = figures.scheduling();
    AccountFigures account = figures.account();
    return switch (this) {
      case PLACED -> count(scheduling.placed());
      case FILLED -> count(scheduling.filled());
      case BLOCKED -> count(scheduling.blockedEpisodes());
      case STEALS -> count(scheduling.steals());
      case SUCCESS -> percent(scheduling.stealSuccessRate());
      case ABORTED ->
          count(scheduling.stealsAborted().values().stream().mapToLong(Long::longValue).sum());
      case FIGHTS -> count(scheduling.fights());
      case COOLDOWNS -> count(scheduling.cooldowns());
      case MISSED -> count(scheduling.missedTouches());
      case PROTECTED -> count(scheduling.refusals().getOrDefault(Refusal.ALL_PROTECTED.word(), 0L));
      case NET_PNL -> dollars(account.netPnl());
      case STD_ERROR -> dollars(account.netPnlStdError());
      case FEES -> dollars(account.fees());
      case DRAWDOWN -> percent(account.maxDrawdown());
    };
  }

  /// The words of all.
  public static List<String> words() {
    List<String> words = new ArrayList<>();
    for (StudyFigure figure : values()) {
      words.add(figure.word);
    }
    return words;
  }

  /// The figure of a word; null if there is none.
  static @Nullable StudyFigure named(String word) {
    for (StudyFigure figure : values()) {
      if (figure.word.equals(word)) {
        return figure;
      }
    }
    return null;
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String percent(@Nullable Double share) {
    return share == null ? "–" : String.format(Locale.ROOT, "%.2f %%", share * 100);
  }

  private static String dollars(@Nullable String money) {
    return money == null ? "–" : String.format(Locale.ROOT, "%,.0f", Double.parseDouble(money));
  }
}
