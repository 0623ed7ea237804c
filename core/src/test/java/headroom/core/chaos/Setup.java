package headroom.core.chaos;

import headroom.core.calendar.TradingHours;
import headroom.core.capacity.AccountModel;
import headroom.core.conformance.Exchange;
import headroom.core.engine.Engine;
import headroom.core.engine.Observer;
import headroom.core.engine.Pauses;
import headroom.core.engine.Settings;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.num.Fixed;
import headroom.core.steal.FightRules;
import headroom.core.steal.StealPolicies;
import headroom.core.steal.StealPolicy;
import headroom.core.steal.StealRules;
import headroom.core.tolerance.Tolerances;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Everything about a run that holds from its beginning, made from its number.
///
/// @param hours the sessions, perhaps with what is traded before and after them
/// @param owners who wants to trade
/// @param tags words by which intents are grouped
/// @param equityRaw what the account begins with
/// @param tickNs the longest time between two things that happen by themselves
record Setup(
    long seed,
    List<Instrument> instruments,
    Settings settings,
    Mood mood,
    TradingHours hours,
    List<String> owners,
    List<String> tags,
    long equityRaw,
    long startNs,
    long tickNs) {
  static final long SECOND_NS = 1_000_000_000L;

  /// The core sessions.
  static final TradingHours HOURS = Exchange.HOURS;

  private static final int STOCKS = 6;
  private static final int PAIRS = 4;
  private static final List<LocalTime> STARTS =
      List.of(
          LocalTime.of(8, 50),
          LocalTime.of(10, 0),
          LocalTime.of(13, 30),
          LocalTime.of(15, 20),
          LocalTime.of(21, 0));

  private static final List<LocalTime> EXTENDED_STARTS =
      List.of(
          LocalTime.of(3, 50),
          LocalTime.of(9, 15),
          LocalTime.of(11, 0),
          LocalTime.of(15, 45),
          LocalTime.of(19, 45));

  static Setup of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Instrument> instruments = new ArrayList<>();
    for (int i = 0; i < STOCKS; i++) {
      instruments.add(Instrument.stock("S" + i));
    }
    for (int i = 0; i < PAIRS; i++) {
      instruments.add(Instrument.crypto("C" + i + "/USD", Instrument.STOCK_TICK_RAW));
    }
    LocalTime start = STARTS.get(random.nextInt(STARTS.size()));
    long[] ticksNs = {12, 12, 30, 120, 600};
    long[] equities = {2_500, 5_000, 10_000, 25_000};
    return new Setup(
        seed,
        List.copyOf(instruments),
        settings(seed, random),
        Mood.draw(random),
        HOURS,
        List.of("owner0", "owner1"),
        List.of(),
        equities[random.nextInt(equities.length)] * Fixed.ONE,
        Exchange.timeNs(LocalDate.of(2025, 1, 15), start),
        ticksNs[random.nextInt(ticksNs.length)] * SECOND_NS);
  }

  /// The same with capacity divided: a run of another kind, with numbers of its own.
  static Setup rationed(long seed) {
    return new Division(of(seed)).setup();
  }

  /// The same with trading before and after the session, from a start that is mostly near one.
  static Setup extended(long seed) {
    Setup plain = of(seed);
    SplittableRandom random = new SplittableRandom(seed * 41 + 13);
    LocalTime start = EXTENDED_STARTS.get(random.nextInt(EXTENDED_STARTS.size()));
    return new Setup(
        plain.seed(),
        plain.instruments(),
        plain.settings(),
        plain.mood(),
        Exchange.EXTENDED_HOURS,
        plain.owners(),
        plain.tags(),
        plain.equityRaw(),
        Exchange.timeNs(LocalDate.of(2025, 1, 15), start),
        plain.tickNs());
  }

  boolean isExtended() {
    return hours.isExtended();
  }

  /// The sessions in which an intent, or an order for it, may trade.
  TradingHours hoursOf(boolean extendedHours) {
    return extendedHours ? hours.extended() : HOURS;
  }

  boolean isRationed() {
    return !tags.isEmpty();
  }

  private static Settings settings(long seed, SplittableRandom random) {
    List<StealPolicy> policies = StealPolicies.all(seed);
    // The first policy never steals; it comes along now and then.
    int policy = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(policies.size() - 1);
    // Without any constraint nothing is ever stolen; likewise.
    List<AccountModel> models = List.of(AccountModel.values());
    int model = random.nextInt(20) == 0 ? models.size() - 1 : random.nextInt(models.size() - 1);
    boolean hasty = random.nextInt(3) != 0;
    return new Settings(
        policies.get(policy),
        tolerances(random),
        rules(seed, random, hasty),
        new FightRules(
            random.nextInt(2) == 0 ? FightRules.Mode.ANY_DIRECTION : FightRules.Mode.REVERSALS,
            1 + random.nextInt(3),
            random.nextInt(2) == 0 ? FightRules.DEFAULT_WINDOW_NS : 120 * SECOND_NS,
            hasty ? 60 * SECOND_NS : FightRules.DEFAULT_COOLDOWN_NS,
            random.nextInt(2) == 0),
        models.get(model),
        1 + random.nextInt(4),
        random.nextInt(4),
        random.nextInt(40) == 0,
        true,
        new Pauses(
            Pauses.DEFAULT_REJECT_RETRY_NS,
            Pauses.DEFAULT_REJECT_RETRY_MAX_NS,
            Pauses.DEFAULT_EXIT_LEAD_NS,
            random.nextInt(3) == 0 ? 60 * SECOND_NS : 0,
            random.nextInt(3) == 0 ? 60 * SECOND_NS : 0,
            random.nextInt(3) == 0 ? 5_000 : -1));
  }

  private static Tolerances tolerances(SplittableRandom random) {
    Tolerances usual = Tolerances.DEFAULTS;
    TreeMap<InstrumentId, Integer> special = new TreeMap<>();
    if (random.nextInt(3) == 0) {
      special.put(new InstrumentId("S0"), 9_000);
      special.put(new InstrumentId("C0/USD"), 4_000);
    }
    Integer steal = random.nextInt(3) == 0 ? 3_000 + random.nextInt(20_000) : null;
    return new Tolerances(
        usual.stockPpm(),
        usual.cryptoPpm(),
        usual.cryptoOutOfHoursPpm(),
        steal,
        random.nextInt(4) == 0 ? 0 : usual.protectPpm(),
        special);
  }

  private static StealRules rules(long seed, SplittableRandom random, boolean hasty) {
    StealRules usual = StealRules.DEFAULTS;
    return new StealRules(
        random.nextInt(20) != 0,
        hasty ? 30 * SECOND_NS : usual.cooldownNs(),
        random.nextInt(3) == 0 ? (seed % 2 == 0 ? 300 : 20) * SECOND_NS : 0,
        random.nextInt(3) == 0 ? 500_000 : 0,
        usual.stealRetryNs(),
        usual.parkAfter(),
        usual.parkNs(),
        usual.cancelDeadlineNs(),
        usual.releaseGraceNs(),
        random.nextInt(4) == 0,
        random.nextInt(3) == 0);
  }

  Engine engine(Observer observer) {
    return new Engine(settings, hours, instruments, observer);
  }
}
