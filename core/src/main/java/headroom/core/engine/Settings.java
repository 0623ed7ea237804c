package headroom.core.engine;

import headroom.core.capacity.AccountConstraint;
import headroom.core.capacity.AccountModel;
import headroom.core.capacity.Constraint;
import headroom.core.steal.FightRules;
import headroom.core.steal.FurthestFirst;
import headroom.core.steal.StealPolicy;
import headroom.core.steal.StealRules;
import headroom.core.tolerance.Tier;
import headroom.core.tolerance.Tolerances;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Everything that an engine can be told before it starts.
///
/// @param policy who is worth capacity
/// @param tolerances how near is near
/// @param steals when a steal is allowed
/// @param fights what counts as a fight
/// @param account which constraints the account is under
/// @param multiplier how many times equity stocks may use while the exchange is open; 1 to 4
/// @param atOnceRanks crypto intents up to this rank of forecast rest at any distance while the
///   exchange is closed; 0: none
/// @param dryRun whether everything is decided and recorded but nothing sent
/// @param allowDeadZone whether the steal tolerance may be below the entry tolerance
/// @param pauses how long is waited
/// @param rationing how capacity is divided beyond what the account demands
/// @param guards brakes on how much may happen at once
/// @param limitedByMorning whether what the last close left can limit stocks, as a fact of the
///   account says
/// @param deleveraging how stocks are brought within what may be held overnight
public record Settings(
    StealPolicy policy,
    Tolerances tolerances,
    StealRules steals,
    FightRules fights,
    AccountModel account,
    int multiplier,
    int atOnceRanks,
    boolean dryRun,
    boolean allowDeadZone,
    Pauses pauses,
    Rationing rationing,
    Guards guards,
    boolean limitedByMorning,
    Deleveraging deleveraging) {
  /// The two best: the origin's value.
  public static final int DEFAULT_AT_ONCE_RANKS = 2;

  public static final Settings DEFAULTS =
      new Settings(
              new FurthestFirst(),
              Tolerances.DEFAULTS,
              StealRules.DEFAULTS,
              FightRules.DEFAULTS,
              AccountModel.MARGIN,
              AccountModel.DAY_MULTIPLIER,
              DEFAULT_AT_ONCE_RANKS,
              false,
              false,
              Pauses.DEFAULTS)
          .with(Deleveraging.DEFAULTS);

  /// Settings without rationing and guards, and with one multiplier by day and overnight.
  public Settings(
      StealPolicy policy,
      Tolerances tolerances,
      StealRules steals,
      FightRules fights,
      AccountModel account,
      int multiplier,
      int atOnceRanks,
      boolean dryRun,
      boolean allowDeadZone,
      Pauses pauses) {
    this(
        policy,
        tolerances,
        steals,
        fights,
        account,
        multiplier,
        atOnceRanks,
        dryRun,
        allowDeadZone,
        pauses,
        Rationing.NONE,
        Guards.NONE,
        false,
        Deleveraging.OFF);
  }

  /// The same settings with capacity divided.
  public Settings with(Rationing other) {
    return with(other, guards, limitedByMorning, deleveraging);
  }

  /// The same settings with brakes.
  public Settings with(Guards other) {
    return with(rationing, other, limitedByMorning, deleveraging);
  }

  /// The same settings with another end of the day.
  public Settings with(Deleveraging other) {
    return with(rationing, guards, limitedByMorning, other);
  }

  /// The same settings, where what the last close left can limit stocks.
  public Settings limitedByMorning(boolean can) {
    return with(rationing, guards, can, deleveraging);
  }

  private Settings with(
      Rationing otherRationing, Guards otherGuards, boolean morning, Deleveraging otherEnd) {
    return new Settings(
        policy,
        tolerances,
        steals,
        fights,
        account,
        multiplier,
        atOnceRanks,
        dryRun,
        allowDeadZone,
        pauses,
        otherRationing,
        otherGuards,
        morning,
        otherEnd);
  }

  /// All constraints by day: those of the account, then the caps.
  public List<Constraint> constraints() {
    return constraints(multiplier);
  }

  /// All constraints, in the same order whatever the multiplier.
  ///
  /// @param inForce how many times equity stocks may use; 1 to 4
  public List<Constraint> constraints(int inForce) {
    List<Constraint> all = new ArrayList<>(account.constraints(inForce));
    if (limitedByMorning && account == AccountModel.MARGIN) {
      all.add(
          new AccountConstraint(
              "day-trading", AccountConstraint.Figure.STOCK_POWER, 1, 1, 0, true));
    }
    all.addAll(rationing.caps());
    return all;
  }

  /// Everything that keeps these settings from being used, all at once; empty if they are sound.
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    inRange(problems, "tolerance.stock", tolerances.stockPpm(), 1);
    inRange(problems, "tolerance.crypto", tolerances.cryptoPpm(), 1);
    inRange(problems, "tolerance.crypto-out-of-hours", tolerances.cryptoOutOfHoursPpm(), 1);
    inRange(problems, "protection", tolerances.protectPpm(), 0);
    Integer steal = tolerances.stealPpm();
    if (steal != null) {
      inRange(problems, "tolerance.steal", steal, 1);
    }
    tolerances
        .instrumentPpm()
        .forEach((id, ppm) -> inRange(problems, "tolerance.instrument." + id.value(), ppm, 1));
    if (atOnceRanks < 0) {
      problems.add(
          new Problem("out-of-range", "at-once-ranks must be at least 0, was " + atOnceRanks));
    }
    if (multiplier < 1 || multiplier > 4) {
      problems.add(
          new Problem("out-of-range", "multiplier must be from 1 to 4, was " + multiplier));
    }
    problems.addAll(rationing.problems());
    problems.addAll(deleveraging.problems());
    relations(problems);
    return problems;
  }

  private void relations(List<Problem> problems) {
    Map.Entry<String, Integer> narrow =
        entryTolerances().stream().min(Map.Entry.comparingByValue()).orElseThrow();
    Map.Entry<String, Integer> wide =
        entryTolerances().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    int narrowest = narrow.getValue();
    int widest = wide.getValue();
    if (tolerances.protectPpm() >= narrowest) {
      problems.add(
          new Problem(
              "protection-not-below-tolerance",
              "protection must be below the narrowest entry tolerance, %s %s ppm, was %s ppm: the stealable window would be %s ppm"
                  .formatted(
                      narrow.getKey(),
                      narrowest,
                      tolerances.protectPpm(),
                      narrowest - tolerances.protectPpm())));
    }
    Integer steal = tolerances.stealPpm();
    if (steal != null && steal < widest && !allowDeadZone) {
      problems.add(
          new Problem(
              "steal-tolerance-below-entry-tolerance",
              "tolerance.steal must be at least the widest entry tolerance, %s %s ppm, was %s ppm: within the %s ppm between an intent is ready and cannot steal; allow-dead-zone permits it"
                  .formatted(wide.getKey(), widest, steal, widest - steal)));
    }
    if (tolerances.cryptoOutOfHoursPpm() < tolerances.cryptoPpm()) {
      problems.add(
          new Problem(
              "closed-tolerance-not-above-normal",
              "tolerance.crypto-out-of-hours must be at least tolerance.crypto, %s ppm, was %s ppm"
                  .formatted(tolerances.cryptoPpm(), tolerances.cryptoOutOfHoursPpm())));
    }
    if (fights.cooldownNs() < steals.cooldownNs()) {
      problems.add(
          new Problem(
              "fight-cooldown-not-above-cooldown",
              "fight.cooldown must be at least cooldown, %s s, was %s s"
                  .formatted(
                      steals.cooldownNs() / 1_000_000_000L, fights.cooldownNs() / 1_000_000_000L)));
    }
  }

  /// The entry tolerances by the words of their settings.
  private List<Map.Entry<String, Integer>> entryTolerances() {
    List<Map.Entry<String, Integer>> all = new ArrayList<>();
    all.add(Map.entry("tolerance.stock", tolerances.stockPpm()));
    all.add(Map.entry("tolerance.crypto", tolerances.cryptoPpm()));
    all.add(Map.entry("tolerance.crypto-out-of-hours", tolerances.cryptoOutOfHoursPpm()));
    tolerances
        .instrumentPpm()
        .forEach((id, ppm) -> all.add(Map.entry("tolerance.instrument." + id.value(), ppm)));
    for (Tier tier : rationing.tiers()) {
      String ranks = tier.upToRank() == Integer.MAX_VALUE ? "*" : "" + tier.upToRank();
      all.add(Map.entry("tiers " + ranks, tier.entryPpm()));
    }
    return all;
  }

  private static void inRange(List<Problem> problems, String name, int ppm, int least) {
    if (ppm < least || ppm > 1_000_000) {
      problems.add(
          new Problem(
              "out-of-range",
              "%s must be from %s to 1000000 ppm, was %s ppm".formatted(name, least, ppm)));
    }
  }
}
