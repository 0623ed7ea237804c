package headroom.sim.run;

import headroom.core.calendar.TradingHours;
import headroom.core.engine.Event;
import headroom.core.market.InstrumentId;
import headroom.sim.intents.Planned;
import headroom.sim.path.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What is known before a run begins to happen at a certain time: closes, facts about the account,
/// forecasts, new intents, and ends of series.
///
/// Not thread safe; owned by one run.
final class Agenda {
  private static final long NEVER = Long.MAX_VALUE;
  private static final long DAY_NS = 86_400_000_000_000L;

  private static final Comparator<Event.Forecasted> FORECASTS_IN_ORDER =
      Comparator.comparingLong((Event.Forecasted one) -> one.forecast().asOfNs())
          .thenComparing(Event.Forecasted::instrument)
          .thenComparing(Event.Forecasted::strategy);

  private final Period period;
  private final long[] factsNs;
  private final long[] closesNs;
  private final long[] extendedClosesNs;
  private final List<Event.Forecasted> forecasts;
  private final List<Planned> planned = new ArrayList<>();
  private final SequencedMap<Long, List<InstrumentId>> endings = new TreeMap<>();
  private final TreeSet<InstrumentId> stranded = new TreeSet<>();
  private int nextFact;
  private int nextClose;
  private int nextExtendedClose;
  private int nextForecast;
  private int nextPlanned;

  /// @param tracks by instrument
  /// @throws IllegalArgumentException if an intent is of none of these instruments
  Agenda(
      Period period,
      TradingHours hours,
      SequencedMap<InstrumentId, Track> tracks,
      List<Planned> intents,
      List<Event.Forecasted> forecasts) {
    this.period = period;
    this.factsNs = Schedule.factsNs(period, hours);
    this.closesNs = Schedule.closesNs(period, hours);
    this.extendedClosesNs =
        hours.isExtended() ? Schedule.closesNs(period, hours.extended()) : new long[0];
    this.forecasts = forecasts.stream().sorted(FORECASTS_IN_ORDER).toList();
    tracks.forEach((id, track) -> {
      if (endsEarly(track)) {
        stranded.add(id);
        endings.computeIfAbsent(track.endNs(), _ -> new ArrayList<>()).add(id);
      }
    });
    intents.forEach(one -> plan(one, tracks));
    planned.sort(Planned.IN_ORDER);
  }

  /// Keeps an intent that appears in the period, and of a series that ends too early only one that
  /// appears before its end.
  private void plan(Planned one, SequencedMap<InstrumentId, Track> tracks) {
    Track track = tracks.get(one.intent().instrument());
    if (track == null) {
      throw new IllegalArgumentException(
          "intent %s must be of an instrument with bars, was %s"
              .formatted(one.intent().id(), one.intent().instrument().value()));
    }
    boolean inPeriod = one.fromNs() >= period.fromNs() && one.fromNs() < period.toNs();
    if (inPeriod && !(endsEarly(track) && one.fromNs() >= track.endNs())) {
      planned.add(one);
    }
  }

  /// Whether a series ends more than a session, for crypto more than a day, before the run.
  private boolean endsEarly(Track track) {
    long endNs = track.endNs();
    if (track.instrument().isCrypto()) {
      return period.toNs() - DAY_NS > endNs;
    }
    int later = 0;
    for (long close : closesNs) {
      later += close > endNs ? 1 : 0;
    }
    return later > 1;
  }

  /// When something is next due; `Long.MAX_VALUE` if nothing is.
  long nextNs() {
    long next = Math.min(Math.min(nextCloseNs(), nextExtendedCloseNs()), nextForecastNs());
    next = Math.min(next, nextFact < factsNs.length ? factsNs[nextFact] : NEVER);
    next = Math.min(next, nextPlanned < planned.size() ? planned.get(nextPlanned).fromNs() : NEVER);
    return endings.isEmpty() ? next : Math.min(next, endings.firstEntry().getKey());
  }

  private long nextCloseNs() {
    return nextClose < closesNs.length ? closesNs[nextClose] : NEVER;
  }

  private long nextExtendedCloseNs() {
    return nextExtendedClose < extendedClosesNs.length
        ? extendedClosesNs[nextExtendedClose]
        : NEVER;
  }

  private long nextForecastNs() {
    if (nextForecast == forecasts.size()) {
      return NEVER;
    }
    return Math.max(period.fromNs(), forecasts.get(nextForecast).forecast().asOfNs());
  }

  /// Whether a session closes; it is told once.
  boolean closes(long nowNs) {
    boolean closes = nextCloseNs() <= nowNs;
    nextClose += closes ? 1 : 0;
    return closes;
  }

  /// Whether an extended session closes; it is told once.
  boolean closesExtended(long nowNs) {
    boolean closes = nextExtendedCloseNs() <= nowNs;
    nextExtendedClose += closes ? 1 : 0;
    return closes;
  }

  /// Whether a fact about the account is due; it is told once.
  boolean tellsAccount(long nowNs) {
    boolean due = nextFact < factsNs.length && factsNs[nextFact] <= nowNs;
    nextFact += due ? 1 : 0;
    return due;
  }

  /// The intents that nobody can trade any more, because their series ends now; once.
  List<Event> withdrawals(long nowNs) {
    List<Event> due = new ArrayList<>();
    while (!endings.isEmpty() && endings.firstEntry().getKey() <= nowNs) {
      for (InstrumentId id : endings.pollFirstEntry().getValue()) {
        for (Planned one : planned.subList(0, nextPlanned)) {
          if (one.intent().instrument().equals(id)) {
            due.add(new Event.IntentWithdrawn(one.intent().id()));
          }
        }
      }
    }
    return due;
  }

  /// The forecasts that are known from now on; once.
  List<Event> forecasts(long nowNs) {
    List<Event> due = new ArrayList<>();
    while (nextForecastNs() <= nowNs) {
      due.add(forecasts.get(nextForecast));
      nextForecast++;
    }
    return due;
  }

  /// The intents that appear now; once.
  List<Planned> appearing(long nowNs) {
    List<Planned> due = new ArrayList<>();
    while (nextPlanned < planned.size() && planned.get(nextPlanned).fromNs() <= nowNs) {
      due.add(planned.get(nextPlanned));
      nextPlanned++;
    }
    return due;
  }

  /// All intents of the period.
  List<Planned> planned() {
    return List.copyOf(planned);
  }

  /// The instruments whose series end too early.
  List<InstrumentId> stranded() {
    return List.copyOf(stranded);
  }
}
