package headroom.cli.settings;

import headroom.core.tolerance.Tier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tiers as people write them: `4:0.5%`, `15:0.66%:0.8%`, `*:0.3%:steal-only`.
final class Tiers implements Entries<Tier> {
  static final Tiers ENTRIES = new Tiers();

  /// Stands for all other ranks, and for those without one.
  private static final String REST = "*";

  private static final String STEAL_ONLY = "steal-only";
  private static final int MANY = 1_000_000;
  private static final Form RANK = new Form.Whole(1, MANY);
  private static final Form TOLERANCE = new Form.Ratio(1, 1_000_000);

  private Tiers() {}

  @Override
  public String type() {
    return "list of tiers";
  }

  @Override
  public String range() {
    return "RANK:ENTRY, RANK:ENTRY:STEAL, each also with :steal-only, with commas between. RANK: the"
        + " worst rank that belongs to it, or * for all others, which must be there. ENTRY, STEAL:"
        + " tolerances; STEAL is ENTRY if not given. steal-only: free capacity is not for it";
  }

  @Override
  public @Nullable Tier read(String text, List<String> complaints) {
    List<String> parts = new ArrayList<>(Arrays.asList(text.split(":", -1)));
    parts.replaceAll(String::strip);
    boolean stealOnly = parts.size() > 2 && parts.getLast().equals(STEAL_ONLY);
    if (stealOnly) {
      parts.removeLast();
    }
    if (parts.size() < 2 || parts.size() > 3) {
      complaints.add(
          "must be tiers such as 4:0.5%% or *:0.3%%:steal-only, was '%s'".formatted(text));
      return null;
    }
    List<String> found = new ArrayList<>();
    int rank = rank(parts.getFirst(), found);
    int entryPpm = ppm("entry tolerance", parts.get(1), found);
    int stealPpm = parts.size() == 3 ? ppm("steal tolerance", parts.get(2), found) : entryPpm;
    found.forEach(complaint -> complaints.add("in '%s' %s".formatted(text, complaint)));
    return found.isEmpty() ? new Tier(rank, entryPpm, stealPpm, !stealOnly) : null;
  }

  private static int rank(String text, List<String> complaints) {
    if (text.equals(REST)) {
      return Integer.MAX_VALUE;
    }
    try {
      return Integer.parseInt(RANK.canonical(text));
    } catch (IllegalArgumentException bad) {
      complaints.add("the rank %s, or *".formatted(bad.getMessage()));
      return 0;
    }
  }

  private static int ppm(String what, String text, List<String> complaints) {
    try {
      return Values.ppm(TOLERANCE.canonical(text));
    } catch (IllegalArgumentException bad) {
      complaints.add("the %s %s".formatted(what, bad.getMessage()));
      return 0;
    }
  }

  @Override
  public String written(Tier tier) {
    StringBuilder text = new StringBuilder(rank(tier)).append(':');
    text.append(Values.percent(tier.entryPpm()));
    if (tier.stealPpm() != tier.entryPpm()) {
      text.append(':').append(Values.percent(tier.stealPpm()));
    }
    return tier.takesFree() ? text.toString() : text.append(':').append(STEAL_ONLY).toString();
  }

  private static String rank(Tier tier) {
    return tier.upToRank() == Integer.MAX_VALUE ? REST : Integer.toString(tier.upToRank());
  }

  @Override
  public String whom(Tier tier) {
    return "rank " + rank(tier);
  }

  @Override
  public Comparator<Tier> order() {
    return Comparator.comparingInt(Tier::upToRank);
  }

  @Override
  public List<String> together(List<String> texts) {
    return texts.stream().anyMatch(text -> text.startsWith(REST))
        ? List.of()
        : List.of("must say what holds for all other ranks, such as *:0.3%, did not");
  }

  /// Tiers within which an intent can be ready and cannot steal.
  static List<String> deadZones(List<Tier> tiers) {
    return tiers.stream()
        .filter(tier -> tier.stealPpm() < tier.entryPpm())
        .map(tier ->
            "tiers must have steal tolerances of at least the entry tolerance, was '%s': within the %s ppm between an intent is ready and cannot steal; allow-dead-zone permits it"
                .formatted(ENTRIES.written(tier), tier.entryPpm() - tier.stealPpm()))
        .toList();
  }
}
