package headroom.cli;

import headroom.cli.settings.EffectiveSettings;
import headroom.core.calendar.TradingHours;
import headroom.core.tolerance.Tolerances;
import headroom.data.calendar.Day;
import headroom.data.calendar.ExchangeCalendar;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `headroom calendar`: the days of the exchange, and what holds at a time.
@Command(
    name = "calendar",
    description =
        "Lists sessions, holidays and early closes of the exchange, or what holds at a time.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  headroom calendar --from 2025-11-24 --to 2025-11-30",
      "  headroom calendar --at 2025-11-28T13:30:00-05:00"
    })
final class CalendarCommand implements Callable<Integer> {
  /// No closure of the exchange has been longer.
  private static final int DAYS_AROUND = 10;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private JsonOption json = new JsonOption();

  @Option(names = "--from", paramLabel = "DATE", description = "first day (default: today)")
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "last day (default: two weeks after the first)")
  private @Nullable LocalDate to;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "a time with its offset, such as 2025-11-28T13:30:00-05:00")
  private @Nullable OffsetDateTime at;

  CalendarCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    json.requirePlace();
    if (at != null) {
      if (from != null || to != null) {
        throw new IllegalArgumentException("--at must be alone, was together with --from or --to");
      }
      at(at.toInstant(), calendar, out);
    } else {
      days(calendar, out);
    }
    return Main.DONE;
  }

  private void days(ExchangeCalendar calendar, PrintWriter out) throws IOException {
    LocalDate first = from == null ? LocalDate.now(calendar.zone()) : from;
    LocalDate last = to == null ? first.plusDays(13) : to;
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("--to must be %s or later, was %s".formatted(first, last));
    }
    List<Day> days;
    try (Interrupts interrupts =
        new Interrupts("reading the calendar", spec.commandLine().getErr())) {
      days = calendar.days(first, last);
      interrupts.follow();
    }
    if (json.write(() -> Map.of("days", days.stream().map(CalendarCommand::json).toList()), out)) {
      return;
    }
    Table table =
        new Table(
            "date", "day", "kind", "opens (UTC)", "closes (UTC)", "trading from", "trading to", "");
    for (Day day : days) {
      table.row(
          day.date(),
          day.date().getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ROOT),
          day.kind().word(),
          day.opens() == null ? "" : day.opens(),
          day.closes() == null ? "" : day.closes(),
          day.extendedOpens() == null ? "" : day.extendedOpens(),
          day.extendedCloses() == null ? "" : day.extendedCloses(),
          day.name() == null ? "" : day.name());
    }
    table.print(out);
  }

  private static SequencedMap<String, Object> json(Day day) {
    SequencedMap<String, Object> members = new LinkedHashMap<>();
    members.put("date", day.date().toString());
    members.put("kind", day.kind().word());
    putText(members, "opens", day.opens());
    putText(members, "closes", day.closes());
    putText(members, "extendedOpens", day.extendedOpens());
    putText(members, "extendedCloses", day.extendedCloses());
    putText(members, "name", day.name());
    return members;
  }

  @SuppressWarnings("NullAway") // JSON says by null that there is none.
  private static void putText(Map<String, Object> members, String name, @Nullable Object value) {
    members.put(name, value == null ? null : value.toString());
  }

  private void at(Instant time, ExchangeCalendar calendar, PrintWriter out) throws IOException {
    SequencedMap<String, Object> facts = facts(time, calendar);
    if (!json.write(() -> facts, out)) {
      Table table = new Table("at " + time, "");
      facts.forEach(table::row);
      table.print(out);
    }
  }

  /// The regime of an instant and the tolerances that hold then.
  private SequencedMap<String, Object> facts(Instant time, ExchangeCalendar calendar) {
    EffectiveSettings settings = common.settings(List.of());
    Tolerances tolerances = settings.engine().tolerances();
    LocalDate date = time.atZone(ZoneOffset.UTC).toLocalDate();
    calendar.day(date);
    TradingHours hours =
        calendar.tradingHours(
            later(date.minusDays(DAYS_AROUND), LocalDate.of(ExchangeCalendar.FIRST_YEAR, 1, 1)),
            earlier(date.plusDays(DAYS_AROUND), LocalDate.of(ExchangeCalendar.LAST_YEAR, 12, 31)),
            true);
    long ns = ChronoUnit.NANOS.between(Instant.EPOCH, time);
    boolean open = hours.isOpen(ns);
    long next = hours.nextChangeNs(ns);
    SequencedMap<String, Object> facts = new LinkedHashMap<>();
    facts.put("time", time.toString());
    facts.put("regime", open ? "regular" : "out-of-hours");
    boolean extended = !open && hours.extended().isOpen(ns);
    facts.put("stocks", open ? "core session" : extended ? "extended hours" : "closed");
    if (next != Long.MAX_VALUE) {
      facts.put(open ? "closes" : "opens", Instant.ofEpochSecond(0, next).toString());
    }
    long nextTrading = hours.extended().nextChangeNs(ns);
    if (nextTrading != Long.MAX_VALUE) {
      facts.put(
          open || extended ? "tradingEnds" : "tradingBegins",
          Instant.ofEpochSecond(0, nextTrading).toString());
    }
    int cryptoPpm = open ? tolerances.cryptoPpm() : tolerances.cryptoOutOfHoursPpm();
    Integer steal = tolerances.stealPpm();
    if (open || (extended && settings.extendedHours())) {
      facts.put("stockEntryPpm", tolerances.stockPpm());
      facts.put("stockStealPpm", steal == null ? tolerances.stockPpm() : steal);
    }
    facts.put("cryptoEntryPpm", cryptoPpm);
    facts.put("cryptoStealPpm", steal == null ? cryptoPpm : steal);
    facts.put("protectionPpm", tolerances.protectPpm());
    tolerances.instrumentPpm().forEach((id, ppm) -> facts.put(id.value() + " entryPpm", ppm));
    facts.put("atOnceRanks", open ? 0 : settings.engine().atOnceRanks());
    return facts;
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }
}
