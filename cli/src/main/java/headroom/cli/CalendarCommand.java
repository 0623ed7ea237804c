package headroom.cli;

import headroom.cli.settings.EffectiveSettings;
import headroom.core.calendar.Regime;
import headroom.core.calendar.TradingHours;
import headroom.core.tolerance.Tolerances;
import headroom.data.calendar.Day;
import headroom.data.calendar.ExchangeCalendar;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    if (at != null) {
      at(at.toInstant(), calendar, out);
      return Main.DONE;
    }
    LocalDate first = from == null ? LocalDate.now(calendar.zone()) : from;
    LocalDate last = to == null ? first.plusDays(13) : to;
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("--to must be %s or later, was %s".formatted(first, last));
    }
    List<Day> days = calendar.days(first, last);
    String target = json.target();
    if (target != null) {
      Json.write(Map.of("days", days.stream().map(CalendarCommand::json).toList()), target, out);
      return Main.DONE;
    }
    Table table = new Table("date", "day", "kind", "opens (UTC)", "closes (UTC)", "");
    for (Day day : days) {
      table.row(
          day.date(),
          day.date().getDayOfWeek().toString().substring(0, 3),
          day.kind().word(),
          day.opens() == null ? "" : day.opens(),
          day.closes() == null ? "" : day.closes(),
          day.name() == null ? "" : day.name());
    }
    table.print(out);
    return Main.DONE;
  }

  private static SequencedMap<String, Object> json(Day day) {
    SequencedMap<String, Object> members = new LinkedHashMap<>();
    members.put("date", day.date().toString());
    members.put("kind", day.kind().word());
    putText(members, "opens", day.opens());
    putText(members, "closes", day.closes());
    putText(members, "name", day.name());
    return members;
  }

  @SuppressWarnings("NullAway") // JSON says that something is unknown by null.
  private static void putText(Map<String, Object> members, String name, @Nullable Object value) {
    members.put(name, value == null ? null : value.toString());
  }

  private void at(Instant time, ExchangeCalendar calendar, PrintWriter out) {
    LocalDate date = time.atZone(ZoneOffset.UTC).toLocalDate();
    TradingHours hours = calendar.tradingHours(date.minusDays(10), date.plusDays(10));
    long ns =
        Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
    Regime regime = hours.regime(ns);
    EffectiveSettings settings = common.settings(new ArrayList<>());
    Tolerances tolerances = settings.engine().tolerances();
    long next = hours.nextChangeNs(ns);
    boolean open = regime == Regime.REGULAR;
    SequencedMap<String, Object> facts = new LinkedHashMap<>();
    facts.put("time", time.toString());
    facts.put("regime", open ? "regular" : "out-of-hours");
    facts.put(open ? "closes" : "opens", Instant.ofEpochSecond(0, next).toString());
    facts.put("stockTolerancePpm", open ? tolerances.stockPpm() : "no entries");
    facts.put(
        "cryptoTolerancePpm", open ? tolerances.cryptoPpm() : tolerances.cryptoOutOfHoursPpm());
    facts.put("atOnceRanks", open ? 0 : settings.engine().atOnceRanks());
    String target = json.target();
    if (target != null) {
      Json.write(facts, target, out);
      return;
    }
    Table table = new Table("at " + time, "");
    facts.forEach((name, value) -> table.row(name, value));
    table.print(out);
  }
}
