package headroom.core.chaos;

import headroom.core.engine.Guards;
import headroom.core.num.Money;
import java.util.ArrayList;
import java.util.List;

/// The message budget and the storm guard, written a second time: what was sent weighs until its
/// share of a minute has made it good, and what traded or was stolen counts for a minute.
final class Brakes {
  private static final long MINUTE_NS = 60 * Setup.SECOND_NS;

  private final Guards guards;
  private final List<Trade> trades = new ArrayList<>();
  private final List<Long> stealsNs = new ArrayList<>();

  /// What was sent and is not made good: a message weighs a minute, and in a minute as many are
  /// made good as the budget allows.
  private long weightNs;

  private long nowNs = Long.MIN_VALUE;

  private record Trade(long timeNs, long valueRaw) {}

  Brakes(Guards guards) {
    this.guards = guards;
  }

  /// Time goes by.
  void passes(long timeNs) {
    if (nowNs != Long.MIN_VALUE) {
      long goodNs = (timeNs - nowNs) * guards.messagesPerMinute();
      weightNs = Math.max(0, weightNs - goodNs);
    }
    nowNs = timeNs;
    trades.removeIf(trade -> timeNs - trade.timeNs() >= MINUTE_NS);
    stealsNs.removeIf(stealNs -> timeNs - stealNs >= MINUTE_NS);
  }

  void sent(int messages) {
    weightNs += messages * MINUTE_NS;
  }

  void traded(long timeNs, long valueRaw) {
    trades.add(new Trade(timeNs, valueRaw));
  }

  void stole() {
    stealsNs.add(nowNs);
  }

  /// Whether the budget has room for messages and leaves a share of itself.
  ///
  /// @param leavesPercent what is left to exits and cancels
  private boolean allows(int messages, int leavesPercent) {
    long mostNs = guards.messagesPerMinute() * MINUTE_NS;
    return mostNs == 0 || weightNs + messages * MINUTE_NS <= mostNs - mostNs / 100 * leavesPercent;
  }

  boolean allowsEntry() {
    return allows(1, 10);
  }

  /// @param messages a cancel for each victim, and the order of the thief
  boolean allowsSteal(int messages) {
    return allows(messages, 20);
  }

  /// Whether so much traded within a minute that nothing is placed.
  boolean holdEntries() {
    Money most = guards.notionalPerMinute();
    long sum = 0;
    for (Trade trade : trades) {
      sum += trade.valueRaw();
    }
    boolean many = guards.fillsPerMinute() > 0 && trades.size() >= guards.fillsPerMinute();
    return many || (most != null && sum >= most.raw());
  }

  /// Whether so many were stolen within a minute that no more is.
  boolean holdSteals() {
    return guards.stealsPerMinute() > 0 && stealsNs.size() >= guards.stealsPerMinute();
  }
}
