package headroom.cli.explain;

import headroom.core.engine.Observer.Candidate;
import headroom.core.engine.Observer.Look;
import headroom.core.engine.Observer.Need;
import headroom.core.engine.Observer.Used;
import headroom.core.engine.Refusal;
import headroom.core.engine.Spared;
import headroom.data.trail.Decision;
import headroom.data.trail.Entry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where the capital was when entries were blocked, over a whole run.
///
/// @param refusals how often an entry was refused for lack of capacity, each reason once per
///   blocked episode
/// @param steals how often victims were chosen
/// @param reasons the refusals by reason, in the order in which the questions are asked
/// @param bands the entry orders that rested in front of a thief, by their distance
public record Blocks(
    long refusals, long wouldFit, long steals, List<Reason> reasons, List<Band> bands) {
  /// The ends of the bands, inclusive, in parts per million of the limit.
  private static final int[] ENDS_PPM = {
    500, 1_000, 2_000, 3_000, 4_000, 5_000, 6_600, 10_000, 20_000, Integer.MAX_VALUE
  };

  public Blocks {
    reasons = List.copyOf(reasons);
    bands = List.copyOf(bands);
  }

  /// The refusals for one reason.
  ///
  /// The shares are of what was held of the constraint of which most was missing, summed over the
  /// refusals; null if nothing was held.
  ///
  /// @param refusals how many
  /// @param heldByPositions the share of positions
  /// @param heldByOrders the share of open entry orders and those on their way
  /// @param promised the share that was kept for thieves whose victims were not over
  /// @param others the share of strangers in the account, and of purchases that its figures do not
  ///   show yet
  /// @param wouldFit as of all refusals
  public record Reason(
      String reason,
      long refusals,
      @Nullable Double heldByPositions,
      @Nullable Double heldByOrders,
      @Nullable Double promised,
      @Nullable Double others,
      long wouldFit) {}

  /// The entry orders at a distance from their limits. An order counts once for each thief that
  /// looked at it.
  ///
  /// @param upToPpm where the band ends, inclusive; null for the last one
  /// @param open how many while the exchange was open
  /// @param closed how many while it was closed
  /// @param taken how many of both were taken
  /// @param spared how many of both were spared, by reason
  public record Band(
      @Nullable Integer upToPpm,
      long open,
      long closed,
      long taken,
      SortedMap<String, Long> spared) {}

  /// Looks through all decisions of a run.
  public static Blocks of(Chronicle chronicle) {
    long steals = 0;
    Map<Refusal, Tally> tallies = new EnumMap<>(Refusal.class);
    List<Rests> rests = new ArrayList<>();
    for (int ignored : ENDS_PPM) {
      rests.add(new Rests());
    }
    for (Entry entry : chronicle.entries()) {
      switch (entry.kind()) {
        case "Refused" -> {
          if (entry.decision() instanceof Decision.Refused(Look look) && look.refusal() != null) {
            tallies.computeIfAbsent(look.refusal(), _ -> new Tally()).add(look);
            rest(look, chronicle.isOpen(look.timeNs()), rests);
          }
        }
        case "Stole" -> {
          if (entry.decision() instanceof Decision.Stole(Look look)) {
            steals++;
            rest(look, chronicle.isOpen(look.timeNs()), rests);
          }
        }
        default -> {
          // Nobody was short of capacity in it.
        }
      }
    }
    List<Reason> reasons = new ArrayList<>();
    tallies.forEach((refusal, tally) -> reasons.add(tally.reason(refusal.word())));
    List<Band> bands = new ArrayList<>();
    for (int i = 0; i < ENDS_PPM.length; i++) {
      bands.add(rests.get(i).band(ENDS_PPM[i]));
    }
    long refusals = reasons.stream().mapToLong(Reason::refusals).sum();
    long wouldFit = reasons.stream().mapToLong(Reason::wouldFit).sum();
    return new Blocks(refusals, wouldFit, steals, reasons, bands);
  }

  private static void rest(Look look, boolean isOpen, List<Rests> rests) {
    for (Candidate order : look.orders()) {
      Spared spared = order.spared();
      boolean isEntry = spared != Spared.EXIT && spared != Spared.NOT_OWNED;
      if (isEntry && order.distancePpm() >= 0) {
        int band = 0;
        while (order.distancePpm() > ENDS_PPM[band]) {
          band++;
        }
        rests.get(band).add(spared, isOpen);
      }
    }
  }

  /// Sums over refusals for one reason.
  private static final class Tally {
    private long refusals;
    private long wouldFit;
    private double positions;
    private double orders;
    private double promised;
    private double others;

    void add(Look look) {
      refusals++;
      Need shortest = null;
      long most = Long.MIN_VALUE;
      boolean fits = !look.needs().isEmpty();
      for (Need need : look.needs()) {
        Long free = need.freeRaw();
        if (free == null) {
          fits = false;
          continue;
        }
        long missing = need.needRaw() - free;
        fits &= missing <= need.used().ordersRaw();
        if (missing > most) {
          most = missing;
          shortest = need;
        }
      }
      wouldFit += fits ? 1 : 0;
      if (shortest != null) {
        Used used = shortest.used();
        positions += used.positionsRaw();
        orders += used.ordersRaw();
        promised += used.promisedRaw();
        others += Math.max(0, used.foreignRaw());
      }
    }

    Reason reason(String word) {
      double held = positions + orders + promised + others;
      return new Reason(
          word,
          refusals,
          share(positions, held),
          share(orders, held),
          share(promised, held),
          share(others, held),
          wouldFit);
    }

    private static @Nullable Double share(double part, double all) {
      return all > 0 ? (Double) (part / all) : null;
    }
  }

  /// Counts of one band.
  private static final class Rests {
    private final SortedMap<String, Long> spared = new TreeMap<>();
    private long open;
    private long closed;
    private long taken;

    void add(@Nullable Spared reason, boolean isOpen) {
      open += isOpen ? 1 : 0;
      closed += isOpen ? 0 : 1;
      if (reason == null) {
        taken++;
      } else {
        spared.merge(reason.word(), 1L, Long::sum);
      }
    }

    Band band(int endPpm) {
      boolean isLast = endPpm == Integer.MAX_VALUE;
      return new Band(isLast ? null : (Integer) endPpm, open, closed, taken, spared);
    }
  }
}
