package headroom.sim.check;

/// What can be checked of a simulation, and what it would mean if it failed.
public enum HonestyCheck {
  NULL_MARKET(
      "null market",
      "on prices that nobody can foresee no policy earns",
      "a policy earns where nobody can: it knows the future, or is filled at prices that were not"
          + " there; its profits elsewhere are as false"),
  PREFIX(
      "prefix invariance",
      "what was decided up to a time does not change with what comes after it",
      "decisions depend on prices that came later; nothing that this simulation says can be had"),
  CONSERVATION(
      "conservation",
      "ledger, cash and units agree to the last unit",
      "money or units appear or vanish; profits are wrong by an unknown amount"),
  CAPITAL(
      "capital",
      "nothing is sent beyond the limit, and orders and positions hold capital while they last",
      "more is traded than the account allows; profits are those of a larger account"),
  SKIPPING(
      "skip neutrality",
      "leaving out what nothing can come of, and the number of threads, change nothing",
      "speed was bought with other decisions; run simulate with --every-bar and report it"),
  FILL_BAND(
      "fill band",
      "of the same orders a stricter fill rule fills no more",
      "the venue fills what it should not; the figures under the fill rules are no band"),
  RANDOM_BASELINE(
      "random baseline",
      "where the policy stands among policies that draw lots",
      "it does not fail: in the middle, the policy did no better than chance would");

  private final String word;
  private final String demands;
  private final String failure;

  HonestyCheck(String word, String demands, String failure) {
    this.word = word;
    this.demands = demands;
    this.failure = failure;
  }

  /// Its name for people and files.
  public String word() {
    return word;
  }

  /// What holds if it passes, or what it says.
  public String demands() {
    return demands;
  }

  /// What it would mean if it failed.
  public String failure() {
    return failure;
  }
}
