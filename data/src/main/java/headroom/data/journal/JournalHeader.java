package headroom.data.journal;

import headroom.core.calendar.TradingHours;
import headroom.core.engine.Engine;
import headroom.core.engine.Observer;
import headroom.core.engine.Settings;
import headroom.core.market.Instrument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What an engine was before its first input: enough to make another one like it.
///
/// @param headroom what the file is: `journal` or `decisions`
/// @param format the version of its lines
/// @param identity what tells one run from another, as in `result.json`
/// @param settings how the engine decides
/// @param instruments what may be traded
/// @param hours the sessions of the exchange
public record JournalHeader(
    String headroom,
    int format,
    SequencedMap<String, Object> identity,
    Settings settings,
    List<Instrument> instruments,
    Hours hours) {
  /// The version of a journal that this program writes. It also reads the one before, in which
  /// intents and sessions did not say what holds before and after the core session.
  public static final int FORMAT = 2;

  /// That of a file of decisions, with the same difference from the one before.
  public static final int DECISIONS_FORMAT = 3;

  /// Every input.
  public static final String JOURNAL = "journal";

  /// What was considered and decided.
  public static final String DECISIONS = "decisions";

  public JournalHeader {
    identity = new LinkedHashMap<>(identity);
    instruments = List.copyOf(instruments);
  }

  public static JournalHeader of(
      SequencedMap<String, Object> identity,
      Settings settings,
      List<Instrument> instruments,
      TradingHours hours) {
    return new JournalHeader(JOURNAL, FORMAT, identity, settings, instruments, Hours.of(hours));
  }

  /// The header of the decisions of the same run.
  public JournalHeader ofDecisions() {
    return new JournalHeader(DECISIONS, DECISIONS_FORMAT, identity, settings, instruments, hours);
  }

  /// An engine that has had no input yet.
  public Engine engine(Observer observer) {
    return new Engine(settings, hours.tradingHours(), instruments, observer);
  }
}
