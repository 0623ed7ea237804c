package headroom.data.check;

import headroom.core.market.AssetClass;
import headroom.core.market.Bars;
import headroom.data.bars.FileReport;
import headroom.data.bars.SessionFit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds series whose times are displaced: local time for UTC, or the close of a bar for its open.
///
/// Three things can tell. The days of a stock stand beside the sessions. Bars of a coin do not
/// begin at whole steps of the UTC day, or cover whole days that are not those of UTC. And a series
/// moves as others do, only earlier or later.
final class Shifts {

  private static final long DAY_NS = 86_400_000_000_000L;
  private static final long SECOND_NS = 1_000_000_000L;
  private static final int LEAST_DAYS = 2;

  private Shifts() {}

  /// For each series how it is displaced; null where nothing says that it is.
  static List<@Nullable Shift> of(List<Bars> series, List<FileReport> files) {
    @Nullable Shift[] shifts = new @Nullable Shift[series.size()];
    boolean[] inPlace = new boolean[series.size()];
    for (int one = 0; one < shifts.length; one++) {
      shifts[one] = besideSessions(files.get(one).fit());
      inPlace[one] = series.get(one).instrument().isStock();
    }
    Map<Long, List<Integer>> bySteps = new TreeMap<>();
    for (int one = 0; one < shifts.length; one++) {
      bySteps.computeIfAbsent(series.get(one).stepNs(), _ -> new ArrayList<>()).add(one);
    }
    bySteps.values().forEach(group -> compare(group, series, shifts, inPlace));
    for (int one = 0; one < shifts.length; one++) {
      if (shifts[one] == null && series.get(one).instrument().isCrypto()) {
        @Nullable Shift offGrid = offGrid(series.get(one));
        shifts[one] = offGrid == null && !inPlace[one] ? oddDays(series.get(one)) : offGrid;
      }
    }
    return Arrays.asList(shifts);
  }

  private static @Nullable Shift besideSessions(SessionFit fit) {
    return fit.displaced() == 0
        ? null
        : new Shift(
            fit.shiftNs(),
            "%s of %s days begin and end beside their session"
                .formatted(fit.displaced(), fit.days()));
  }

  /// @param group the series of one step
  /// @param inPlace takes which of them are known to move with the others
  private static void compare(
      List<Integer> group, List<Bars> series, @Nullable Shift[] shifts, boolean[] inPlace) {
    if (group.size() < 2) {
      return;
    }
    Timeline timeline = new Timeline(group.stream().map(series::get).toList());
    long stepNs = series.get(group.getFirst()).stepNs();
    int[] stocks = of(AssetClass.STOCK, group, series);
    int[] coins = of(AssetClass.CRYPTO, group, series);
    for (int[] peers : List.of(stocks, coins)) {
      for (int i : peers.length < 2 ? new int[0] : peers) {
        int one = group.get(i);
        boolean[] known = {false};
        @Nullable Lead lead =
            Lead.of(timeline.waysOf(i), timeline.waysOfMost(peers, i), stepNs, known);
        inPlace[one] |= known[0];
        if (shifts[one] == null && lead != null) {
          shifts[one] = shift(lead, stepNs, peers.length - 1);
        }
      }
    }
    if (stocks.length == 0 || coins.length == 0) {
      return;
    }
    // The sessions say that the stocks are in place, so it is the coins that are not.
    @Nullable Lead lead =
        Lead.of(
            timeline.waysOfMost(coins, -1),
            timeline.waysOfMost(stocks, -1),
            stepNs,
            new boolean[] {false});
    if (lead == null) {
      return;
    }
    for (int i : coins) {
      int one = group.get(i);
      shifts[one] = shifts[one] == null ? shift(lead, stepNs, stocks.length) : shifts[one];
    }
  }

  /// The places in a group of those of a class.
  private static int[] of(AssetClass assetClass, List<Integer> group, List<Bars> series) {
    return IntStream.range(0, group.size())
        .filter(i -> series.get(group.get(i)).instrument().assetClass() == assetClass)
        .toArray();
  }

  private static Shift shift(Lead lead, long stepNs, int others) {
    return new Shift(
        lead.slots() * stepNs,
        "so displaced, %s of %s bars go the way of the other %s series"
            .formatted(lead.agreed(), lead.moved(), others));
  }

  /// Bars whose length divides the day begin at multiples of it.
  private static @Nullable Shift offGrid(Bars bars) {
    long lateNs = bars.startNs(0) % bars.stepNs();
    if (DAY_NS % bars.stepNs() != 0 || lateNs == 0) {
      return null;
    }
    boolean justBefore = bars.stepNs() - lateNs <= SECOND_NS;
    return new Shift(
        justBefore ? bars.stepNs() : lateNs,
        "bars begin at times such as %s, not at multiples of their length"
            .formatted(CheckReport.text(bars.startNs(0))));
  }

  /// Whole days from some other time than midnight.
  private static @Nullable Shift oddDays(Bars bars) {
    long firstNs = bars.startNs(0);
    long endNs = bars.startNs(bars.length() - 1) + bars.stepNs();
    long lateNs = firstNs % DAY_NS;
    long lengthNs = endNs - firstNs;
    if (lateNs == 0 || lengthNs % DAY_NS != 0 || lengthNs < LEAST_DAYS * DAY_NS) {
      return null;
    }
    return new Shift(
        lateNs > DAY_NS / 2 ? lateNs - DAY_NS : lateNs,
        "they cover whole days from %s on, which are not those of UTC"
            .formatted(CheckReport.text(firstNs)));
  }
}
