package headroom.cli.settings;

import headroom.core.capacity.AccountModel;
import headroom.core.steal.FightRules;
import headroom.core.steal.StealPolicies;
import headroom.sim.path.PathModel;
import headroom.sim.venue.FillRule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// All keys. A setting is added here and in [EffectiveSettings].
public final class Keys {
  /// Entry tolerances of single instruments: this, then the symbol.
  public static final String INSTRUMENT = "tolerance.instrument.";

  /// Stands for "none".
  static final String OFF = "off";

  /// Stands for the entry tolerance in force.
  static final String ENTRY = "entry";

  private static final String RATIO = "ratio: 0.4%, 0.004 or 4000ppm";
  private static final String DURATION = "duration: 250ms, 120s, 5m or PT2M";
  private static final SequencedMap<String, Key> ALL = new LinkedHashMap<>();

  static {
    word("policy", "FurthestFirst", StealPolicies.names(), "whose capacity is taken");
    add(
        "seed",
        "1",
        "whole number",
        "starts all chance: policy Random, synthetic markets",
        Values::seed);
    word("account", "margin", accounts(), "the constraints of the account");
    add(
        "equity",
        "10000",
        "money",
        "what is deposited at the start of a simulation",
        Values::money);
    add(
        "entry-notional",
        "3500",
        "money",
        "what a generated intent is worth at its limit",
        Values::money);
    ratio("tolerance.stock", "0.66%", "how near a stock must be for its order to rest");
    ratio("tolerance.crypto", "0.66%", "the same for crypto while the exchange is open");
    ratio("tolerance.crypto-out-of-hours", "2%", "the same for crypto while it is closed");
    add(
        "tolerance.steal",
        ENTRY,
        RATIO + ", or entry",
        "how near an intent must be to take capacity from another order",
        text -> orWord(text, ENTRY, Values::ppm));
    ratio("protection", "0.1%", "an order this near is never stolen from");
    bool(
        "allow-dead-zone", "false", "whether the steal tolerance may be below the entry tolerance");
    bool("stealing", "true", "whether anything is ever stolen");
    duration(
        "cooldown",
        "120s",
        "after a steal its victim's instrument neither steals nor is stolen from");
    duration("min-rest", "0s", "an order younger than this is not stolen from");
    add(
        "protect-filled-share",
        OFF,
        RATIO + ", or off",
        "an order filled to this share is not stolen from",
        text -> orWord(text, OFF, Values::ppm));
    duration("steal-retry", "5s", "the pause of a thief after an aborted steal");
    add(
        "park-after",
        "3",
        "whole number",
        "how many aborted steals in a row park a thief",
        Values::integer);
    duration("park", "10m", "how long it is parked");
    duration(
        "release-grace",
        "3s",
        "how long after a release a refusal for lack of funds is the venue's delay");
    duration("cancel-deadline", "10s", "after which an unanswered cancel is asked about");
    bool("strict-order", "false", "whether an intent that does not fit is waited for");
    bool(
        "steal-within-instrument",
        "false",
        "whether intents of one instrument may steal from each other");
    word("fight.mode", "reversals", fightModes(), "what counts as a fight of two instruments");
    add("fight.threshold", "5", "whole number", "how many make a fight", Values::integer);
    duration("fight.window", "30m", "how old a steal may be to count");
    duration("fight.cooldown", "10m", "the cooldown of both after a steal in a fight");
    bool("fight.crypto-exempt", "false", "whether two crypto pairs never fight");
    add(
        "at-once-ranks",
        "2",
        "whole number",
        "crypto intents up to this rank rest at any distance out of hours",
        Values::integer);
    bool("dry-run", "false", "decide and record, but send nothing");
    add(
        "max-through",
        OFF,
        RATIO + ", or off",
        "an intent whose price has passed its limit by more is not ready",
        text -> orWord(text, OFF, Values::ppm));
    duration(
        "reject-retry", "20s", "the pause after a rejection that time can cure; doubles each time");
    duration("reject-retry-max", "15m", "the longest such pause");
    duration("exit-lead", "60s", "how long before the end of its last day a position is closed");
    word(
        "fill-rule",
        "THROUGH",
        names(FillRule.values()),
        "how far the price must come to fill an order");
    word("path", "ADAPTIVE", names(PathModel.values()), "which extreme of a bar comes first");
    duration("order-latency", "250ms", "how long an order is on its way, and its answer back");
    duration("cancel-latency", "250ms", "the same for a cancel or a change");
    ratio("cost.stock", "200ppm", "half spread and slippage of a stock in a marketable fill");
    ratio("cost.crypto", "500ppm", "the same for crypto");
    add(
        "cost.out-of-hours-factor",
        "2",
        "whole number",
        "how many times that it is out of hours",
        Values::integer);
    ratio("fee.stock", "0%", "fee of a stock");
    ratio("fee.crypto-maker", "1500ppm", "fee of crypto for the fill of a resting order");
    ratio("fee.crypto-taker", "2500ppm", "fee of crypto for a marketable or market order");
    add(
        "excursion.lookback",
        "20",
        "whole number",
        "how many complete days the generator looks back",
        Values::integer);
    share(
        "excursion.entry-quantile",
        "0.5",
        "quantile of the runs below the close that makes the limit");
    share(
        "excursion.exit-quantile",
        "0.5",
        "quantile of the runs above it that makes the take-profit");
    share("excursion.min-edge", "0.3%", "least share by which the take-profit is above the limit");
    add(
        "excursion.max-hold-days",
        "3",
        "whole number, or off",
        "the following day at whose end a position is closed",
        text -> orWord(text, OFF, Values::integer));
  }

  private Keys() {}

  /// All keys by name, in the order in which they are shown.
  public static SequencedMap<String, Key> all() {
    return ALL;
  }

  /// The key of a name; null if there is none.
  static @Nullable Key of(String name) {
    if (name.startsWith(INSTRUMENT) && name.length() > INSTRUMENT.length()) {
      return new Key(name, "", RATIO, "entry tolerance of one instrument", Values::ppm);
    }
    return ALL.get(name);
  }

  /// The key whose name is most like a text.
  static String nearest(String text) {
    String nearest = "";
    int least = Integer.MAX_VALUE;
    for (String name : ALL.keySet()) {
      int distance = edits(text, name);
      if (distance < least) {
        least = distance;
        nearest = name;
      }
    }
    return nearest;
  }

  /// How many letters must be changed, added or left out (Levenshtein).
  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }

  private static void add(
      String name, String standard, String form, String about, Consumer<String> check) {
    ALL.put(name, new Key(name, standard, form, about, check));
  }

  private static void word(String name, String standard, List<String> words, String about) {
    add(name, standard, String.join(", ", words), about, text -> Values.word(text, words));
  }

  private static void ratio(String name, String standard, String about) {
    add(name, standard, RATIO, about, Values::ppm);
  }

  private static void share(String name, String standard, String about) {
    add(name, standard, "share: 50% or 0.5", about, Values::share);
  }

  private static void duration(String name, String standard, String about) {
    add(name, standard, DURATION, about, Values::durationNs);
  }

  private static void bool(String name, String standard, String about) {
    add(name, standard, "true or false", about, Values::bool);
  }

  private static void orWord(String text, String word, Consumer<String> check) {
    if (!text.equals(word)) {
      check.accept(text);
    }
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  private static List<String> accounts() {
    return Arrays.stream(AccountModel.values()).map(AccountModel::word).toList();
  }

  private static List<String> fightModes() {
    return Arrays.stream(FightRules.Mode.values()).map(FightRules.Mode::word).toList();
  }
}
