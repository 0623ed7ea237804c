package headroom.cli;

import headroom.cli.explain.Blocks;
import headroom.core.engine.Spared;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;

/// Where the capital was when entries were blocked, for people to read.
final class BlocksTable {
  private BlocksTable() {}

  static void print(Blocks blocks, PrintWriter out) {
    out.println(
        "refusals %s, of which %s would fit; steals %s"
            .formatted(blocks.refusals(), blocks.wouldFit(), blocks.steals()));
    if (!blocks.reasons().isEmpty()) {
      out.println();
      reasons(blocks.reasons(), out);
    }
    out.println();
    bands(blocks.bands(), out);
  }

  private static void reasons(List<Blocks.Reason> reasons, PrintWriter out) {
    Table table =
        new Table(
            "refused because",
            "refusals",
            "would fit",
            "positions",
            "orders",
            "promised",
            "others");
    for (Blocks.Reason one : reasons) {
      table.row(
          one.reason(),
          one.refusals(),
          one.wouldFit(),
          Summary.percent(one.heldByPositions()),
          Summary.percent(one.heldByOrders()),
          Summary.percent(one.promised()),
          Summary.percent(one.others()));
    }
    table.print(out);
    out.println("(would fit: if every open entry order had given back what it held)");
  }

  private static void bands(List<Blocks.Band> bands, PrintWriter out) {
    Table table =
        new Table(
            "entry orders",
            "open",
            "closed",
            "protected",
            "at once",
            "not further",
            "other",
            "taken");
    for (Blocks.Band band : bands) {
      long near = spared(band, Spared.PROTECTED_DISTANCE);
      long atOnce = spared(band, Spared.AT_ONCE);
      long notFurther = spared(band, Spared.NOT_FURTHER);
      long all = band.spared().values().stream().mapToLong(Long::longValue).sum();
      table.row(
          distance(band),
          band.open(),
          band.closed(),
          near,
          atOnce,
          notFurther,
          all - near - atOnce - notFurther,
          band.taken());
    }
    table.print(out);
    out.println("(an order counts once for each thief that looked at it)");
  }

  private static String distance(Blocks.Band band) {
    Integer end = band.upToPpm();
    return end == null
        ? "further"
        : "to %s %%".formatted(BigDecimal.valueOf(end, 4).stripTrailingZeros().toPlainString());
  }

  private static long spared(Blocks.Band band, Spared reason) {
    return band.spared().getOrDefault(reason.word(), 0L);
  }
}
