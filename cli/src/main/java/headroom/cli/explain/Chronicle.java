package headroom.cli.explain;

import headroom.core.calendar.TradingHours;
import headroom.core.engine.Cause;
import headroom.core.engine.Command;
import headroom.core.engine.Event;
import headroom.core.engine.Event.OrderEvent;
import headroom.core.engine.Settings;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.steal.StealHistory;
import headroom.data.journal.JournalEnd;
import headroom.data.journal.JournalHeader;
import headroom.data.trail.Decision;
import headroom.data.trail.Entry;
import headroom.data.trail.Mentions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All decisions of a run, to be asked about.
public final class Chronicle {
  private final JournalHeader header;
  private final JournalEnd end;
  private final List<Entry> entries;
  private final SequencedMap<String, Entry> appeared = new LinkedHashMap<>();
  private final Map<InstrumentId, Instrument> instruments = new TreeMap<>();
  private final TradingHours hours;
  private @Nullable List<Confirmed> confirmed;

  public Chronicle(JournalHeader header, JournalEnd end, List<Entry> entries) {
    this.header = header;
    this.end = end;
    this.hours = header.hours().tradingHours();
    this.entries = List.copyOf(entries);
    for (Entry entry : entries) {
      if (entry.kind().equals("Appeared")) {
        appeared.putIfAbsent(entry.subject(), entry);
      }
    }
    header.instruments().forEach(one -> instruments.put(one.id(), one));
  }

  Settings settings() {
    return header.settings();
  }

  JournalHeader header() {
    return header;
  }

  /// The end of the run, in nanoseconds since 1970 UTC.
  long endNs() {
    return end.endNs();
  }

  List<Entry> entries() {
    return entries;
  }

  /// The ids of all intents, in the order in which they appeared.
  public List<String> intentIds() {
    return List.copyOf(appeared.keySet());
  }

  /// The intent as it was submitted; null if there is none of this id.
  @Nullable Intent intentOrNull(String id) {
    Entry entry = appeared.get(id);
    return entry != null && entry.decision() instanceof Decision.Appeared one ? one.intent() : null;
  }

  Instrument instrument(InstrumentId id) {
    Instrument instrument = instruments.get(id);
    if (instrument == null) {
      throw new IllegalArgumentException("instrument must be one of the run, was " + id);
    }
    return instrument;
  }

  /// Whether the exchange is open at a time; false outside of the calendar of the run.
  boolean isOpen(long timeNs) {
    return hours.covers(timeNs) && hours.isOpen(timeNs);
  }

  /// All decisions in which an intent or one of its orders occurs.
  List<Decision> about(IntentId intent) {
    List<Decision> about = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.mayMention(intent)) {
        Decision decision = entry.decision();
        if (Mentions.isAbout(decision, intent)) {
          about.add(decision);
        }
      }
    }
    return about;
  }

  /// The ids of all orders of an intent, as far as they were sent.
  public List<String> orderIds(IntentId intent) {
    List<String> ids = new ArrayList<>();
    for (Decision decision : about(intent)) {
      if (decision instanceof Decision.Sent(_, Command.Place place)
          && place.intent().equals(intent)) {
        ids.add(place.order().value());
      }
    }
    return Collections.unmodifiableList(ids);
  }

  /// The ids of all orders that were sent.
  List<String> allOrderIds() {
    List<String> ids = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.kind().equals("Sent")
          && entry.decision() instanceof Decision.Sent(_, Command.Place place)) {
        ids.add(place.order().value());
      }
    }
    return ids;
  }

  /// The steals that were confirmed up to a time, with the cooldowns that follow from them.
  StealHistory stealsUntil(long timeNs) {
    StealHistory history = new StealHistory(settings().fights(), settings().steals().cooldownNs());
    for (Confirmed one : confirmed()) {
      if (one.timeNs() <= timeNs) {
        boolean exempt =
            settings().fights().isExempt(instrument(one.thief()), instrument(one.victim()));
        history.record(one.thief(), one.victim(), one.timeNs(), exempt);
      }
    }
    return history;
  }

  /// A steal whose victim is gone.
  private record Confirmed(long timeNs, InstrumentId thief, InstrumentId victim) {}

  private List<Confirmed> confirmed() {
    if (confirmed == null) {
      confirmed = new ArrayList<>();
      Map<String, Cause.StolenBy> underWay = new TreeMap<>();
      for (Entry entry : entries) {
        switch (entry.kind()) {
          case "Sent", "Answered", "Told" -> follow(entry.decision(), underWay, confirmed);
          default -> {
            // Nothing is stolen by it.
          }
        }
      }
    }
    return confirmed;
  }

  private void follow(
      Decision decision, Map<String, Cause.StolenBy> underWay, List<Confirmed> confirmed) {
    if (decision instanceof Decision.Sent(_, Command.Cancel cancel)
        && cancel.cause() instanceof Cause.StolenBy stolen) {
      underWay.put(cancel.order().value(), stolen);
    } else if (decision instanceof Decision.Answered(long timeNs, OrderEvent.Canceled canceled)) {
      Cause.StolenBy stolen = underWay.remove(canceled.order().value());
      Intent victim = intentOrNull(Mentions.intentOf(canceled.order().value()));
      Intent thief = stolen == null ? null : intentOrNull(stolen.thief().value());
      if (victim != null && thief != null) {
        confirmed.add(new Confirmed(timeNs, thief.instrument(), victim.instrument()));
      }
    } else if (decision instanceof Decision.Told(_, Event.StealRemembered steal)) {
      confirmed.add(new Confirmed(steal.timeNs(), steal.thief(), steal.victim()));
    }
  }
}
