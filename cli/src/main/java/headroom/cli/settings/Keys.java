package headroom.cli.settings;

import headroom.core.capacity.AccountModel;
import headroom.core.intent.ExitPlan;
import headroom.core.market.InstrumentId;
import headroom.core.num.Fixed;
import headroom.core.steal.FightRules;
import headroom.core.steal.StealPolicies;
import headroom.data.Nearest;
import headroom.sim.intents.Excursion;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All keys. A setting is added here and in [EffectiveSettings].
public final class Keys {
  /// Entry tolerances of single instruments: this, then the symbol.
  public static final String INSTRUMENT = "tolerance.instrument.";

  /// Stands for "none".
  static final String OFF = "off";

  /// Stands for what would be off otherwise.
  static final String ON = "on";

  /// Stands for the usual cost times the factor for out of hours.
  static final String FACTOR = "factor";

  /// Stands for the entry tolerance in force.
  static final String ENTRY = "entry";

  /// The entry tolerances of classes and regimes, which are compared with each other and others.
  static final Set<String> ENTRY_TOLERANCES =
      Set.of("tolerance.stock", "tolerance.crypto", "tolerance.crypto-out-of-hours");

  private static final int WHOLE_PPM = 1_000_000;
  private static final int MANY = 1_000_000;

  private static final Form TOLERANCE = new Form.Ratio(1, WHOLE_PPM);
  private static final Form RATIO = new Form.Ratio(0, WHOLE_PPM);
  private static final Form PAUSE = new Form.Length(0, Form.MOST_NS);
  private static final Form POSITIVE = new Form.Length(Fixed.ONE / 1_000, Form.MOST_NS);
  private static final Form FLAG = new Form.Flag();

  private static final String ORIGIN = "the original system";
  static final String CAREFUL = "a careful guess";
  private static final String SWITCHED_OFF = "off until somebody wants it";

  private static final SequencedMap<String, Key> ALL = new LinkedHashMap<>();

  static {
    general();
    tolerances();
    stealing();
    RationingKeys.all().forEach(key -> ALL.put(key.name(), key));
    AccountKeys.all().forEach(key -> ALL.put(key.name(), key));
    pauses();
    VenueKeys.all().forEach(key -> ALL.put(key.name(), key));
    generator();
  }

  private Keys() {}

  private static void general() {
    word("policy", "FurthestFirst", StealPolicies.names(), "whose capacity is taken", ORIGIN);
    add(
        "seed",
        new Form.Whole(Long.MIN_VALUE, Long.MAX_VALUE),
        "1",
        "starts all chance: the policy Random, made-up markets",
        "any number does");
    word(
        "account",
        "margin",
        Arrays.stream(AccountModel.values()).map(AccountModel::word).toList(),
        "the constraints that the account is under; unbounded has none and is a yardstick",
        "what most accounts in the US are");
    add(
        "equity",
        new Form.Amount(),
        "10000",
        "what is deposited at the start of a simulation",
        ORIGIN);
    add(
        "entry-notional",
        new Form.Amount(),
        "3500",
        "what a generated intent is worth at its limit, at most",
        ORIGIN);
    word(
        "extended-hours",
        OFF,
        List.of(OFF, ON),
        "whether bars of stocks before and after the core session are played, and intents that say so"
            + " may trade then",
        "trading is thin then, and prices are wild");
    add("dry-run", FLAG, "false", "decide and record, but send nothing", SWITCHED_OFF);
  }

  private static void tolerances() {
    add(
        "tolerance.stock",
        TOLERANCE,
        "0.66%",
        "how near its limit a stock must be for its order to rest",
        ORIGIN);
    add(
        "tolerance.crypto",
        TOLERANCE,
        "0.66%",
        "the same for crypto while the exchange is open",
        ORIGIN);
    add(
        "tolerance.crypto-out-of-hours",
        TOLERANCE,
        "2%",
        "the same for crypto while the exchange is closed",
        ORIGIN);
    add(
        "tolerance.steal",
        new Form.Or(TOLERANCE, ENTRY),
        ENTRY,
        "how near its limit an intent must be to take capacity; entry: the entry tolerance in force",
        "anything less leaves intents that are ready and cannot steal");
    add(
        "allow-dead-zone",
        FLAG,
        "false",
        "whether the steal tolerance may be below an entry tolerance",
        "a dead zone is mostly a mistake");
    add(
        "protection",
        RATIO,
        "0.1%",
        "an order this near its limit is never stolen from",
        "at 0.4%, the original system's value, hardly anything may be stolen");
    add(
        "max-through",
        new Form.Or(RATIO, OFF),
        OFF,
        "an intent whose price has passed its limit by more than this is not ready",
        SWITCHED_OFF);
    add(
        "at-once-ranks",
        new Form.Whole(0, MANY),
        "2",
        "crypto intents up to this rank of forecast rest at any distance out of hours",
        ORIGIN);
  }

  private static void stealing() {
    add("stealing", FLAG, "true", "whether anything is ever stolen", "it is what this is for");
    add(
        "cooldown",
        PAUSE,
        "120s",
        "how long after a steal its victim's instrument neither steals nor is stolen from",
        ORIGIN);
    add("min-rest", PAUSE, "0s", "an order younger than this is not stolen from", SWITCHED_OFF);
    add(
        "protect-filled-share",
        new Form.Or(RATIO, OFF),
        OFF,
        "an order filled to this share is not stolen from",
        SWITCHED_OFF);
    add(
        "strict-order",
        FLAG,
        "false",
        "whether an intent that does not fit is waited for instead of passed over",
        SWITCHED_OFF);
    add(
        "steal-within-instrument",
        FLAG,
        "false",
        "whether intents of one instrument may steal from each other",
        SWITCHED_OFF);
    word(
        "fight.mode",
        "reversals",
        Arrays.stream(FightRules.Mode.values()).map(FightRules.Mode::word).toList(),
        "what counts as a fight of two instruments: changes of direction, or all their steals",
        "steals in one direction are no fight");
    add("fight.threshold", new Form.Whole(1, MANY), "5", "how many of them make a fight", ORIGIN);
    add("fight.window", POSITIVE, "1800s", "how old a steal may be to count", ORIGIN);
    add("fight.cooldown", PAUSE, "600s", "the cooldown of both after a steal in a fight", ORIGIN);
    add("fight.crypto-exempt", FLAG, "false", "whether two crypto pairs never fight", ORIGIN);
  }

  private static void pauses() {
    add(
        "steal-retry",
        PAUSE,
        "5s",
        "the pause of a thief after an aborted steal, and of an order whose cancel was rejected",
        CAREFUL);
    add(
        "park-after",
        new Form.Whole(1, MANY),
        "3",
        "how many aborted steals in a row park a thief",
        CAREFUL);
    add("park", PAUSE, "600s", "how long a thief is parked", CAREFUL);
    add(
        "cancel-deadline",
        POSITIVE,
        "10s",
        "after which the venue is asked about an unanswered cancel",
        "far beyond any usual answer");
    add(
        "release-grace",
        PAUSE,
        "3s",
        "how long after a confirmed cancel a refusal for lack of funds is the venue's delay",
        CAREFUL);
    add(
        "reject-retry",
        POSITIVE,
        "20s",
        "the pause after a rejection that time can cure; doubles with each further one",
        "longer than a venue's hiccup");
    add("reject-retry-max", POSITIVE, "900s", "the longest such pause", CAREFUL);
    add(
        "exit-lead",
        PAUSE,
        "60s",
        "how long before the end of its last day a position is closed at market",
        "enough for a cancel and a market order");
  }

  private static void generator() {
    add(
        "excursion.lookback",
        new Form.Whole(1, 1_000),
        "20",
        "how many complete days the generator of intents looks back",
        "a month of sessions");
    add(
        "excursion.entry-quantile",
        new Form.Share(),
        "50%",
        "which quantile of the runs below the close before makes the limit",
        "the median");
    add(
        "excursion.exit-quantile",
        new Form.Share(),
        "50%",
        "which quantile of the runs above the close before makes the take-profit",
        "the median");
    add(
        "excursion.min-edge",
        new Form.Share(),
        "0.3%",
        "the least share of the limit by which the take-profit is above it",
        "about what fees and costs of crypto take");
    add(
        "excursion.max-hold-days",
        new Form.Or(new Form.Whole(0, ExitPlan.MAX_HOLD_DAYS), OFF),
        "3",
        "the following day at whose end a position is closed at market",
        CAREFUL);
    add(
        "excursion.stop-loss",
        new Form.Or(new Form.Ratio(1, WHOLE_PPM - 1), OFF),
        OFF,
        "by how much of the limit the stop is below it, and that of a short above it",
        SWITCHED_OFF);
    word(
        "excursion.sides",
        Excursion.Sides.LONG.word(),
        Arrays.stream(Excursion.Sides.values()).map(Excursion.Sides::word).toList(),
        "which intents are made: to buy, to sell stocks short, or both",
        "shorts are off until somebody wants them");
  }

  /// All keys by name, in the order in which they are shown.
  public static SequencedMap<String, Key> all() {
    return Collections.unmodifiableSequencedMap(ALL);
  }

  /// The key of a name; null if there is none.
  public static @Nullable Key of(String name) {
    return isInstrument(name)
        ? new Key(name, TOLERANCE, "0.66%", "the entry tolerance of one instrument", "none is set")
        : ALL.get(name);
  }

  /// The complaint about a name that is no key, with the one that was probably meant.
  public static String unknown(String name) {
    if (name.startsWith("cost.")) {
      String rest = name.substring("cost.".length());
      if (ALL.containsKey("slippage." + rest)) {
        return "key must be a known one, was '%s'; what was one is two: half-spread.%s and slippage.%s"
            .formatted(name, rest, rest);
      }
    }
    @Nullable String near = Nearest.near(name, ALL.keySet());
    return "key must be a known one, was '%s'; %s"
        .formatted(
            name, near == null ? "'headroom config show' lists all" : "the nearest is " + near);
  }

  private static boolean isInstrument(String name) {
    if (!name.startsWith(INSTRUMENT)) {
      return false;
    }
    try {
      return !new InstrumentId(name.substring(INSTRUMENT.length())).value().isEmpty();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static void add(String name, Form form, String standard, String about, String source) {
    ALL.put(name, new Key(name, form, standard, about, source));
  }

  private static void word(
      String name, String standard, List<String> words, String about, String source) {
    add(name, new Form.Word(words), standard, about, source);
  }
}
