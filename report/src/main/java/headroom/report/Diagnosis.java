package headroom.report;

import headroom.core.calendar.Regime;
import headroom.core.engine.Refusal;
import headroom.core.market.Bars;
import headroom.core.market.Instrument;
import headroom.core.tolerance.Tolerances;
import headroom.sim.report.Figures;
import headroom.sim.report.Figures.AccountFigures;
import headroom.sim.report.Figures.SchedulingFigures;
import headroom.sim.trace.Sights;
import headroom.sim.trace.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What happened in a run, in sentences. Each is computed: it stands there only if its numbers are
/// there, and says what they are.
public final class Diagnosis {
  private static final double DEVIATIONS = 1.959964;
  private static final int MOST_REASONS = 3;

  /// Reasons below this share of the blocked entries are left to the table.
  private static final double WORTH_SAYING = 0.05;

  private final SchedulingFigures scheduling;
  private final AccountFigures account;
  private final Sights sights;
  private final Tolerances tolerances;
  private final boolean hasTiers;
  private final List<Instrument> instruments;
  private final List<String> sentences = new ArrayList<>();

  private Diagnosis(Figures figures, Trace trace, Facts facts) {
    this.scheduling = figures.scheduling();
    this.account = figures.account();
    this.sights = trace.sights();
    this.tolerances = facts.outcome().settings().engine().tolerances();
    this.hasTiers = !facts.outcome().settings().engine().rationing().tiers().isEmpty();
    this.instruments = facts.tape().series().stream().map(Bars::instrument).toList();
  }

  /// The most important first.
  public static List<String> of(Facts facts) {
    Diagnosis diagnosis = new Diagnosis(facts.figures(), facts.trace(), facts);
    diagnosis.blocked();
    diagnosis.steals();
    diagnosis.missed();
    diagnosis.profit();
    @Nullable FillBand band = facts.band();
    if (band != null && !band.others().isEmpty()) {
      diagnosis.sentences.add(new BandWords(band).span());
    }
    return List.copyOf(diagnosis.sentences);
  }

  private void blocked() {
    if (scheduling.intents() == 0) {
      sentences.add("There were no intents, so nothing was decided.");
      return;
    }
    long blocked = scheduling.blockedEpisodes();
    if (blocked == 0) {
      sentences.add(
          scheduling.ready() == 0
              ? "No intent came within its entry tolerance, so capital was never asked for."
              : "No entry was ever blocked: capital sufficed for all %s that came within their entry tolerance."
                  .formatted(Text.count(scheduling.ready(), "intent")));
      return;
    }
    reasons(blocked);
    protection();
    held();
  }

  /// An episode counts once for each of its reasons, so the shares may add up to more than one.
  private void reasons(long blocked) {
    List<Map.Entry<String, Long>> commonest =
        scheduling.refusals().entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
            .limit(MOST_REASONS)
            .toList();
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, Long> one : commonest) {
      double share = (double) one.getValue() / blocked;
      if (share >= WORTH_SAYING && !Reasons.met(one.getKey()).isEmpty()) {
        parts.add(subject(share, blocked, parts.isEmpty()) + met(one.getKey(), one.getValue()));
      }
    }
    if (!parts.isEmpty()) {
      sentences.add(String.join("; ", parts) + ".");
    }
  }

  private static String subject(double share, long blocked, boolean first) {
    if (blocked == 1) {
      return first ? "The one blocked entry " : "it ";
    }
    return Text.share(share)
        + (first ? " of %s blocked entries ".formatted(Text.count(blocked)) : " ");
  }

  private String met(String word, long count) {
    if (word.equals(Refusal.ALL_PROTECTED.word())) {
      long byDistance = sights.allProtectedByDistance();
      String limit = "by distance (\u2264 %s)".formatted(Text.ppm(tolerances.protectPpm()));
      if (byDistance == count) {
        return "found every order protected " + limit;
      }
      if (byDistance > 0) {
        return "found every order protected, in %s of them %s"
            .formatted(Text.share((double) byDistance / count), limit);
      }
    }
    if (word.equals(Refusal.NO_CANDIDATES.word())) {
      return Reasons.met(word) + heldBy();
    }
    return Reasons.met(word);
  }

  /// What held the capital when there was no candidate.
  private String heldBy() {
    SortedMap<String, Long> by = scheduling.noCandidatesHeldBy();
    long all = by.values().stream().mapToLong(Long::longValue).sum();
    return by.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(most -> all > 0)
        .map(most ->
            ", and in %s of them %s held most of the capital"
                .formatted(Text.share((double) most.getValue() / all), holder(most.getKey())))
        .orElse("");
  }

  private static String holder(String word) {
    return switch (word) {
      case "positions" -> "open positions";
      case "immune" -> "orders that may not be taken";
      case "under_way" -> "orders on their way";
      case "foreign" -> "others in the account";
      default -> "nothing";
    };
  }

  /// How wide the window is in which orders can be taken, and how many rest in it.
  private void protection() {
    SequencedMap<String, Integer> windows = windows();
    if (windows.isEmpty() || sights.looked() == 0) {
      return;
    }
    List<String> words = new ArrayList<>();
    windows.forEach((of, ppm) -> words.add(Text.ppm(ppm) + of));
    double inside = (double) sights.withinWindow() / sights.looked();
    long further = sights.looked() - sights.withinWindow() - sights.withinProtection();
    double nearer = (double) sights.withinProtection() / sights.looked();
    sentences.add(
        "The stealable window between protection and entry tolerance is %s; of the orders that rested when somebody was short, %s lay inside it, %s nearer and so protected, and %s further out."
            .formatted(
                String.join(", ", words),
                Text.share(inside),
                Text.share(nearer),
                Text.share((double) further / sights.looked())));
  }

  /// The stealable windows of what is traded, those that are the same together.
  private SequencedMap<String, Integer> windows() {
    SequencedMap<String, Integer> windows = new LinkedHashMap<>();
    if (hasTiers) {
      return windows;
    }
    boolean stocks = instruments.stream().anyMatch(Instrument::isStock);
    boolean crypto = instruments.stream().anyMatch(Instrument::isCrypto);
    Integer steal = tolerances.stealPpm();
    int stock = (steal == null ? tolerances.stockPpm() : steal) - tolerances.protectPpm();
    int open = (steal == null ? tolerances.cryptoPpm() : steal) - tolerances.protectPpm();
    int closed =
        (steal == null ? tolerances.cryptoOutOfHoursPpm() : steal) - tolerances.protectPpm();
    boolean same = stock == open;
    if (stocks && crypto && same) {
      windows.put(open == closed ? "" : " while the exchange is open", open);
    } else {
      if (stocks) {
        windows.put(crypto ? " for stocks" : "", stock);
      }
      if (crypto) {
        windows.put(
            (stocks ? " for crypto" : "") + (open == closed ? "" : " while the exchange is open"),
            open);
      }
    }
    if (crypto && open != closed) {
      windows.put((stocks ? " for crypto" : "") + " while it is closed", closed);
    }
    return windows;
  }

  /// The most that any stealing could have done.
  private void held() {
    long refusals = sights.refusals();
    long fit = sights.wouldFit();
    if (refusals > 0) {
      String rest = "the capital was in positions or was not there.";
      sentences.add(
          "Had every open entry order given way at once, "
              + (fit == refusals
                  ? "all of the refusals would have fitted."
                  : fit == 0
                      ? "none of the refusals would have fitted: " + rest
                      : "%s of the refusals would have fitted; for the rest %s"
                          .formatted(Text.share((double) fit / refusals), rest)));
    }
  }

  private void steals() {
    long aborted = scheduling.stealsAborted().values().stream().mapToLong(Long::longValue).sum();
    if (scheduling.steals() + scheduling.stolen() + aborted > 0) {
      Double rate = scheduling.stealSuccessRate();
      sentences.add(
          "%s %s%s: %s cancelled for them, %s aborted, %s filled before the cancel arrived."
              .formatted(
                  Text.count(scheduling.steals(), "steal"),
                  "succeeded",
                  rate == null
                      ? ""
                      : ", %s of steals and blocked entries together".formatted(Text.share(rate)),
                  Text.count(scheduling.stolen(), "order"),
                  Text.count(aborted, "steal"),
                  Text.count(scheduling.fillBeatCancel(), "victim")));
    } else if (scheduling.blockedEpisodes() > 0) {
      sentences.add("Nothing was stolen.");
    }
  }

  private void missed() {
    if (scheduling.missedTouches() > 0) {
      sentences.add(
          "The market reached the limit of %s (%s of all) while it had no order."
              .formatted(
                  Text.count(scheduling.missedTouches(), "intent"),
                  Text.share((double) scheduling.missedTouches() / scheduling.intents())));
    }
  }

  private void profit() {
    String error = account.netPnlStdError();
    if (error == null) {
      return;
    }
    double net = Double.parseDouble(account.netPnl());
    double reach = DEVIATIONS * Double.parseDouble(error);
    boolean unclear = net - reach <= 0 && net + reach >= 0;
    sentences.add(
        "Net PnL %s with a 95 %% interval of %s to %s: %s."
            .formatted(
                Text.money(account.netPnl()),
                Text.money(net - reach),
                Text.money(net + reach),
                unclear
                    ? "from this period alone it cannot be told from chance"
                    : net > 0
                        ? "more than chance alone would explain, of this period"
                        : "a loss beyond chance, of this period"));
  }

  /// For those who show the tolerances that the sentences rest on.
  static int entryPpm(Tolerances tolerances, Instrument instrument, Regime regime) {
    Integer special = tolerances.instrumentPpm().get(instrument.id());
    if (special != null) {
      return special;
    }
    if (instrument.isStock()) {
      return tolerances.stockPpm();
    }
    return regime == Regime.REGULAR ? tolerances.cryptoPpm() : tolerances.cryptoOutOfHoursPpm();
  }
}
