package headroom.core.chaos;

import headroom.core.capacity.Cap;
import headroom.core.capacity.Cap.Measure;
import headroom.core.capacity.Cap.Scope;
import headroom.core.engine.Guards;
import headroom.core.engine.Rationing;
import headroom.core.market.Instrument;
import headroom.core.num.Money;
import headroom.core.tolerance.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Divides the capacity of a situation by chance: caps, tiers and priorities of owners, and brakes.
/// Often some of them are missing, so that others show alone.
final class Division {
  private static final List<String> OWNERS = List.of("owner0", "owner1", "owner2");
  private static final List<String> TAGS = List.of("red", "green", "blue");
  private static final int MOST_CAPS = 5;

  private final Setup plain;
  private final SplittableRandom random;

  Division(Setup plain) {
    this.plain = plain;
    this.random = new SplittableRandom(plain.seed() * 37 + 11);
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  Setup setup() {
    List<Instrument> instruments = plain.instruments().stream().map(this::tagged).toList();
    return new Setup(
        plain.seed(),
        instruments,
        plain.settings().with(rationing(instruments)).with(guards()),
        plain.mood(),
        plain.hours(),
        OWNERS,
        TAGS,
        plain.equityRaw(),
        plain.startNs(),
        plain.tickNs());
  }

  private Instrument tagged(Instrument one) {
    List<String> tags = chance(2) ? List.of(any(TAGS)) : List.of();
    return new Instrument(
        one.id(),
        one.assetClass(),
        one.tickRaw(),
        one.stepRaw(),
        one.minimum(),
        one.shortable(),
        tags);
  }

  private Rationing rationing(List<Instrument> instruments) {
    TreeMap<String, Cap> caps = new TreeMap<>();
    for (int i = chance(4) ? 0 : 1 + random.nextInt(MOST_CAPS); i > 0; i--) {
      Cap cap = cap(instruments);
      caps.put(cap.name(), cap);
    }
    TreeMap<String, Integer> priorities = new TreeMap<>();
    if (chance(2)) {
      OWNERS.forEach(owner -> priorities.put(owner, random.nextInt(3)));
    }
    List<Tier> tiers = chance(2) ? tiers() : List.of();
    return new Rationing(List.copyOf(caps.values()), tiers, priorities);
  }

  private Cap cap(List<Instrument> instruments) {
    Scope scope = any(List.of(Scope.values()));
    String member =
        switch (scope) {
          case ALL -> "";
          case INSTRUMENT -> any(instruments).id().value();
          case TAG -> any(TAGS);
          case OWNER -> any(OWNERS);
        };
    Measure measure = any(List.of(Measure.values()));
    long part = scope == Scope.ALL ? 20 + random.nextInt(120) : 5 + random.nextInt(50);
    long number = scope == Scope.ALL ? 2 + random.nextInt(10) : random.nextInt(4);
    return new Cap(
        scope,
        member,
        measure,
        switch (measure) {
          case VALUE -> plain.equityRaw() / 100 * part;
          case SHARE -> part * 10_000;
          case ORDERS, POSITIONS -> number;
        });
  }

  private List<Tier> tiers() {
    List<Tier> tiers = new ArrayList<>();
    int rank = 0;
    for (int i = random.nextInt(3); i > 0; i--) {
      rank += 1 + random.nextInt(4);
      tiers.add(tier(rank, !chance(6)));
    }
    tiers.add(tier(Integer.MAX_VALUE, chance(2)));
    return tiers;
  }

  private Tier tier(int upToRank, boolean takesFree) {
    int entryPpm = 1_500 + random.nextInt(18_000);
    int stealPpm = chance(2) ? entryPpm : 1_000 + random.nextInt(20_000);
    return new Tier(upToRank, entryPpm, stealPpm, takesFree);
  }

  private Guards guards() {
    return new Guards(
        chance(2) ? 3 + random.nextInt(20) : 0,
        chance(3) ? 1 + random.nextInt(4) : 0,
        chance(3) ? new Money(plain.equityRaw() / 100 * (5 + random.nextInt(40))) : null,
        chance(3) ? 1 + random.nextInt(3) : 0,
        chance(3) ? (30 + random.nextInt(170)) * 10_000L : 0);
  }
}
