package headroom.cli.settings;

import headroom.core.capacity.AccountModel;
import headroom.core.engine.Deleveraging;
import headroom.core.engine.Guards;
import headroom.core.engine.Pauses;
import headroom.core.engine.Problem;
import headroom.core.engine.Rationing;
import headroom.core.engine.Settings;
import headroom.core.market.InstrumentId;
import headroom.core.num.Money;
import headroom.core.steal.FightRules;
import headroom.core.steal.StealPolicies;
import headroom.core.steal.StealRules;
import headroom.core.tolerance.Tolerances;
import headroom.sim.account.AccountRules;
import headroom.sim.account.MarginRule;
import headroom.sim.intents.Excursion;
import headroom.sim.path.PathModel;
import headroom.sim.run.RunSettings;
import headroom.sim.venue.Costs;
import headroom.sim.venue.FillRule;
import headroom.sim.venue.VenueRules;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The settings in force, each with where it comes from.
public final class EffectiveSettings {
  private final SequencedMap<String, Setting> settings;

  /// One setting.
  ///
  /// @param value in its one spelling
  /// @param origin where it comes from: `default`, a file and line, a variable of the environment,
  ///   a preset, an option
  public record Setting(String value, String origin) {
    /// The origin of what nobody set.
    static final String DEFAULT = "default";
  }

  EffectiveSettings(SequencedMap<String, Setting> settings) {
    this.settings = Collections.unmodifiableSequencedMap(settings);
  }

  /// All of them by key.
  public SequencedMap<String, Setting> all() {
    return settings;
  }

  /// Keys and values alone, sorted by key.
  public SortedMap<String, String> values() {
    SortedMap<String, String> values = new TreeMap<>();
    settings.forEach((key, setting) -> values.put(key, setting.value()));
    return values;
  }

  /// The SHA-256 over the lines `key=value`, sorted by key.
  public String hash() {
    StringBuilder lines = new StringBuilder();
    values().forEach((key, value) -> lines.append(key).append('=').append(value).append('\n'));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(lines.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private String text(String key) {
    Setting setting = settings.get(key);
    if (setting == null) {
      throw new IllegalStateException("setting " + key + " must have a value");
    }
    return setting.value();
  }

  private int ppm(String key) {
    return Values.ppm(text(key));
  }

  private BigDecimal share(String key) {
    return Values.share(text(key)).stripTrailingZeros();
  }

  private long ns(String key) {
    return Values.durationNs(text(key));
  }

  private int integer(String key) {
    return Integer.parseInt(text(key));
  }

  private boolean bool(String key) {
    return text(key).equals("true");
  }

  /// What is said for an optional ratio, or another number if it is off.
  private int ppmOr(String key, int off) {
    return text(key).equals(Keys.OFF) ? off : ppm(key);
  }

  private int integerOr(String key, int off) {
    return text(key).equals(Keys.OFF) ? off : integer(key);
  }

  public long seed() {
    return Long.parseLong(text("seed"));
  }

  /// Whether stocks are traded before and after the core session.
  public boolean extendedHours() {
    return text("extended-hours").equals(Keys.ON);
  }

  /// How the engine decides.
  public Settings engine() {
    return engine(pauses());
  }

  private Settings engine(Pauses pauses) {
    return new Settings(
            StealPolicies.named(text("policy"), seed()),
            tolerances(),
            steals(),
            fights(),
            account(),
            integer("multiplier"),
            integer("at-once-ranks"),
            bool("dry-run"),
            bool("allow-dead-zone"),
            pauses)
        .with(rationing())
        .with(guards())
        .with(deleveraging())
        .limitedByMorning(marginRule().knowsMornings());
  }

  private Deleveraging deleveraging() {
    if (text("deleverage-window").equals(Keys.OFF)) {
      return Deleveraging.OFF;
    }
    return new Deleveraging(
        integer("overnight-multiplier"),
        ns("deleverage-window"),
        ns("deleverage-last"),
        Values.money(text("minimum-slice")),
        text("deleverage-force").equals("market"),
        ppm("deleverage-passive"),
        ppm("deleverage-crossing"),
        ppm("deleverage-cushion"));
  }

  private Rationing rationing() {
    SortedMap<String, Integer> priorities = new TreeMap<>();
    list("priorities", Priorities.ENTRIES)
        .forEach(priority -> priorities.put(priority.owner(), priority.level()));
    return new Rationing(list("caps", Caps.ENTRIES), list("tiers", Tiers.ENTRIES), priorities);
  }

  private <T> List<T> list(String key, Entries<T> entries) {
    return text(key).equals(Keys.OFF) ? List.of() : entries.all(text(key));
  }

  private Guards guards() {
    String notional = text("storm.notional");
    return new Guards(
        integerOr("message-budget", 0),
        integerOr("storm.fills", 0),
        notional.equals(Keys.OFF) ? null : Values.money(notional),
        integerOr("storm.steals", 0),
        ppmOr("storm.exposure", 0));
  }

  private Tolerances tolerances() {
    SequencedMap<InstrumentId, Integer> instruments = new TreeMap<>();
    settings.forEach((key, setting) -> {
      if (key.startsWith(Keys.INSTRUMENT)) {
        String symbol = key.substring(Keys.INSTRUMENT.length());
        instruments.put(new InstrumentId(symbol), Values.ppm(setting.value()));
      }
    });
    @Nullable Integer steal =
        text("tolerance.steal").equals(Keys.ENTRY) ? null : (Integer) ppm("tolerance.steal");
    return new Tolerances(
        ppm("tolerance.stock"),
        ppm("tolerance.crypto"),
        ppm("tolerance.crypto-out-of-hours"),
        steal,
        ppm("protection"),
        instruments);
  }

  private StealRules steals() {
    return new StealRules(
        bool("stealing"),
        ns("cooldown"),
        ns("min-rest"),
        ppmOr("protect-filled-share", 0),
        ns("steal-retry"),
        integer("park-after"),
        ns("park"),
        ns("cancel-deadline"),
        ns("release-grace"),
        bool("strict-order"),
        bool("steal-within-instrument"));
  }

  private FightRules fights() {
    FightRules.Mode mode = FightRules.Mode.REVERSALS;
    for (FightRules.Mode one : FightRules.Mode.values()) {
      mode = one.word().equals(text("fight.mode")) ? one : mode;
    }
    return new FightRules(
        mode,
        integer("fight.threshold"),
        ns("fight.window"),
        ns("fight.cooldown"),
        bool("fight.crypto-exempt"));
  }

  private AccountModel account() {
    for (AccountModel model : AccountModel.values()) {
      if (model.word().equals(text("account"))) {
        return model;
      }
    }
    throw new IllegalStateException("account was checked before");
  }

  private Pauses pauses() {
    return new Pauses(
        ns("reject-retry"),
        ns("reject-retry-max"),
        ns("exit-lead"),
        0,
        0,
        ppmOr("max-through", -1));
  }

  /// How a simulation goes.
  public RunSettings run() {
    return new RunSettings(
        engine(),
        PathModel.valueOf(text("path")),
        new VenueRules(
            FillRule.valueOf(text("fill-rule")),
            ppm("participation"),
            Latencies.of(text("order-latency")),
            Latencies.of(text("cancel-latency")),
            costs()),
        Values.money(text("equity")),
        accountRules(),
        seed());
  }

  private Costs costs() {
    return new Costs(
        rates("half-spread"),
        rates("slippage"),
        ppm("fee.stock"),
        ppm("fee.crypto-maker"),
        ppm("fee.crypto-taker"));
  }

  private Costs.Rates rates(String name) {
    return new Costs.Rates(
        ppm(name + ".stock"),
        outOfHoursPpm(name, "stock"),
        ppm(name + ".crypto"),
        outOfHoursPpm(name, "crypto"));
  }

  private int outOfHoursPpm(String name, String kind) {
    String key = "%s.%s-out-of-hours".formatted(name, kind);
    return text(key).equals(Keys.FACTOR)
        ? ppm(name + "." + kind) * integer(name + ".out-of-hours-factor")
        : ppm(key);
  }

  private AccountRules accountRules() {
    return new AccountRules(
        text("fees").equals(AccountKeys.DATED),
        text("settlement").equals(AccountKeys.DATED),
        text("margin-rate").equals(AccountKeys.DATED) ? AccountRules.DATED : ppm("margin-rate"),
        ppm("borrow-rate"),
        marginRule(),
        List.of());
  }

  private MarginRule marginRule() {
    for (MarginRule rule : MarginRule.values()) {
      if (rule.word().equals(text("margin-regime"))) {
        return rule;
      }
    }
    throw new IllegalStateException("margin-regime was checked before");
  }

  /// What generated intents look like.
  public Excursion.Rules excursion() {
    String days = text("excursion.max-hold-days");
    Money notional = Values.money(text("entry-notional"));
    Excursion.Rules rules =
        new Excursion.Rules(
            integer("excursion.lookback"),
            share("excursion.entry-quantile"),
            share("excursion.exit-quantile"),
            share("excursion.min-edge"),
            notional,
            days.equals(Keys.OFF) ? -1 : Integer.parseInt(days),
            ppmOr("excursion.stop-loss", 0),
            Excursion.Sides.named(text("excursion.sides")));
    return rules.withExtendedHours(extendedHours());
  }

  /// What is wrong although every value is sound by itself.
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (ns("reject-retry-max") < ns("reject-retry")) {
      problems.add(
          "reject-retry-max must be at least reject-retry, %s, was %s"
              .formatted(text("reject-retry"), text("reject-retry-max")));
    }
    if (!bool("allow-dead-zone")) {
      problems.addAll(Tiers.deadZones(list("tiers", Tiers.ENTRIES)));
    }
    engine(Pauses.DEFAULTS).problems().stream().map(Problem::text).forEach(problems::add);
    return problems;
  }
}
