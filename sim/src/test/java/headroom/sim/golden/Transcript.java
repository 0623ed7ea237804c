package headroom.sim.golden;

import headroom.core.engine.Counter;
import headroom.core.engine.Counters;
import headroom.core.engine.IntentState;
import headroom.core.engine.IntentStatus;
import headroom.core.engine.Observer;
import headroom.core.engine.Refusal;
import headroom.core.intent.IntentId;
import headroom.core.num.Fixed;
import headroom.sim.Week;
import headroom.sim.account.Fill;
import headroom.sim.account.LedgerLine;
import headroom.sim.run.DayEnd;
import headroom.sim.run.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Everything that happened in a run, short enough to be checked with a pencil.
final class Transcript implements Observer {
  private final List<String> verdicts = new ArrayList<>();

  @Override
  public boolean listens() {
    return true;
  }

  @Override
  public void refused(Look look) {
    Refusal refusal = look.refusal();
    verdict(look.timeNs(), look.intent(), (refusal == null ? "" : refusal.word()) + needs(look));
  }

  @Override
  public void stole(Look look) {
    verdict(look.timeNs(), look.intent(), "steals" + needs(look));
  }

  @Override
  public void aborted(long timeNs, IntentId thief, String reason) {
    verdict(timeNs, thief, "aborts " + reason);
  }

  @Override
  public void ended(long timeNs, IntentId intent, IntentState state, @Nullable String reason) {
    verdict(timeNs, intent, state.word() + (reason == null ? "" : " " + reason));
  }

  private void verdict(long timeNs, IntentId intent, String what) {
    verdicts.add(Week.text(timeNs) + " " + intent + " " + what);
  }

  private static String needs(Look look) {
    StringBuilder needs = new StringBuilder();
    for (Need need : look.needs()) {
      Long free = need.freeRaw();
      needs
          .append(", ")
          .append(need.constraint())
          .append(' ')
          .append(Fixed.text(need.needRaw()))
          .append(" of ")
          .append(free == null ? "unknown" : Fixed.text(free));
    }
    return needs.toString();
  }

  /// The lines, part by part.
  List<String> lines(Outcome outcome) {
    List<String> lines = new ArrayList<>();
    part(lines, "commands", outcome.commands().stream().map(Transcript::command).toList());
    part(lines, "verdicts", verdicts);
    part(lines, "fills", outcome.account().fills().stream().map(Transcript::fill).toList());
    part(lines, "ledger", outcome.account().ledger().stream().map(Transcript::ledger).toList());
    part(lines, "days", outcome.days().stream().map(Transcript::day).toList());
    part(lines, "intents", outcome.intents().stream().map(Transcript::status).toList());
    part(lines, "open", outcome.openOrders().stream().map(order -> order.value()).toList());
    part(lines, "stranded", outcome.stranded().stream().map(id -> id.value()).toList());
    part(lines, "counters", counters(outcome));
    return lines;
  }

  private static void part(List<String> lines, String name, List<String> content) {
    if (!content.isEmpty()) {
      lines.add(name + ":");
      content.forEach(line -> lines.add("  " + line));
    }
  }

  /// From `time,seq,command,order,intent,symbol,side,quantity,limit,cause`.
  private static String command(String row) {
    String[] f = row.split(",", -1);
    Instant time = Instant.parse(f[0]);
    long timeNs = time.getEpochSecond() * 1_000_000_000L + time.getNano();
    String limit = f[8].isEmpty() ? "market" : "@" + f[8];
    return String.join(" ", Week.text(timeNs), f[2], f[3], f[6], f[7], f[5], limit, f[9]);
  }

  private static String fill(Fill fill) {
    return String.join(
        " ",
        Week.text(fill.timeNs()),
        fill.order().value(),
        fill.side().word(),
        fill.quantity().toString(),
        fill.instrument().value(),
        "@" + fill.price(),
        "fee " + fill.fee(),
        fill.maker() ? "maker" : "taker");
  }

  private static String ledger(LedgerLine line) {
    return String.join(
        " ",
        Week.text(line.timeNs()),
        line.kind(),
        line.order() == null ? "-" : line.order().value(),
        line.amount().toString(),
        "cash",
        line.cash().toString());
  }

  private static String day(DayEnd day) {
    return "%s equity %s cash %s".formatted(day.date(), day.equity(), day.cash());
  }

  private static String status(IntentStatus status) {
    String end = status.end();
    String why = status.state().isLive() ? " run-ended" : end == null ? "" : " " + end;
    return status.intent().id() + " " + status.state().word() + why;
  }

  private static List<String> counters(Outcome outcome) {
    List<String> lines = new ArrayList<>();
    Counters counters = outcome.counters();
    for (Counter counter : Counter.values()) {
      add(lines, counter.word(), counters.of(counter));
    }
    add(lines, "missed_touches", outcome.missedTouches());
    addSeconds(lines, "blocked_seconds", counters.blockedNs());
    addSeconds(lines, "capacity_idle_seconds", counters.idleNs());
    addAll(lines, "refused ", counters.refusals(), Refusal::word);
    addAll(lines, "spared ", counters.spared(), spared -> spared.word());
    addAll(lines, "aborted ", counters.aborts(), reason -> reason);
    addAll(lines, "held by ", counters.noCandidatesHeldBy(), holder -> holder);
    return lines;
  }

  private static <K> void addAll(
      List<String> lines, String prefix, Map<K, Long> counts, Function<K, String> word) {
    TreeMap<String, Long> sorted = new TreeMap<>();
    counts.forEach((key, count) -> sorted.put(word.apply(key), count));
    sorted.forEach((key, count) -> add(lines, prefix + key, count));
  }

  private static void add(List<String> lines, String name, long count) {
    if (count != 0) {
      lines.add(name + " " + count);
    }
  }

  private static void addSeconds(List<String> lines, String name, long durationNs) {
    if (durationNs != 0) {
      lines.add(name + " " + Fixed.text(durationNs));
    }
  }
}
