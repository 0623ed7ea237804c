package headroom.sim.check;

import headroom.core.engine.Counter;
import headroom.core.engine.Counters;
import headroom.sim.run.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Compares all that came of two runs, but for how many inputs they took.
public final class Same {
  private final List<String> differences = new ArrayList<>();

  private Same() {}

  /// In words; empty if there are none.
  public static List<String> differences(Outcome is, Outcome expected) {
    Same same = new Same();
    same.lines("command", is.commands(), expected.commands());
    same.one("hash", is.commandHash(), expected.commandHash());
    same.one("counters", counters(is.counters()), counters(expected.counters()));
    same.lines("status", is.intents(), expected.intents());
    same.one("missed touches", is.missedTouches(), expected.missedTouches());
    same.lines("ledger line", is.account().ledger(), expected.account().ledger());
    same.lines("fill", is.account().fills(), expected.account().fills());
    same.lines("trade", is.account().trades(), expected.account().trades());
    same.one("positions", is.account().openRaw(), expected.account().openRaw());
    same.one("equity", is.account().equityRaw(), expected.account().equityRaw());
    same.one("fees", is.account().fees(), expected.account().fees());
    same.one("turnover", is.account().turnover(), expected.account().turnover());
    same.lines("day", is.days(), expected.days());
    same.lines("open order", is.openOrders(), expected.openOrders());
    same.lines("stranded", is.stranded(), expected.stranded());
    same.lines("violation", is.violations(), expected.violations());
    same.one("period", is.period(), expected.period());
    same.one("complete", is.complete(), expected.complete());
    return same.differences;
  }

  private void one(String what, Object is, Object expected) {
    if (!is.equals(expected)) {
      differences.add("%s must be %s, was %s".formatted(what, expected, is));
    }
  }

  private void lines(String what, List<?> is, List<?> expected) {
    lines(what, is, expected, differences);
  }

  /// Says where two lists first differ.
  public static void lines(String what, List<?> is, List<?> expected, List<String> differences) {
    for (int i = 0; i < Math.max(is.size(), expected.size()); i++) {
      Object here = i < is.size() ? is.get(i) : "none";
      Object there = i < expected.size() ? expected.get(i) : "none";
      if (!Objects.equals(here, there)) {
        // What follows from it would only hide it.
        differences.add("%s %s must be %s, was %s".formatted(what, i, there, here));
        return;
      }
    }
  }

  private static Map<String, Object> counters(Counters counters) {
    TreeMap<String, Object> all = new TreeMap<>();
    for (Counter counter : Counter.values()) {
      all.put(counter.word(), counters.of(counter));
    }
    all.put("refusals", counters.refusals());
    all.put("spared", counters.spared());
    all.put("aborts", counters.aborts());
    all.put("no candidates held by", counters.noCandidatesHeldBy());
    all.put("messages", counters.messages());
    all.put("blocked ns", counters.blockedNs());
    all.put("idle ns", counters.idleNs());
    return all;
  }
}
