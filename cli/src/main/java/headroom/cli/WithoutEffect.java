package headroom.cli;

import headroom.core.capacity.Cap;
import headroom.core.capacity.Holder;
import headroom.core.engine.Settings;
import headroom.core.market.Bars;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.sim.intents.Planned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Settings that name what a run does not have; mostly they are mistyped.
final class WithoutEffect {
  private WithoutEffect() {}

  /// A sentence for each.
  static List<String> of(Settings settings, Market market, List<Planned> planned) {
    List<Bars> series = market.tape().series();
    Map<InstrumentId, Instrument> known = new TreeMap<>();
    series.forEach(bars -> known.put(bars.id(), bars.instrument()));
    List<String> sentences = new ArrayList<>();
    settings.tolerances().instrumentPpm().keySet().stream()
        .filter(id -> !known.containsKey(id))
        .map(id ->
            "tolerance.instrument.%s has no effect, there are no bars of it".formatted(id.value()))
        .forEach(sentences::add);
    List<Holder> holders = holders(known, planned);
    settings.rationing().caps().stream()
        .filter(cap -> cap.scope() != Cap.Scope.ALL && holders.stream().noneMatch(cap::isUsedBy))
        .map(cap -> "the cap on %s has no effect, no intent is under it".formatted(cap.name()))
        .forEach(sentences::add);
    Set<String> owners = new TreeSet<>();
    planned.forEach(one -> owners.add(one.intent().owner()));
    settings.rationing().priorities().keySet().stream()
        .filter(owner -> !owners.contains(owner))
        .map(owner -> "the priority of %s has no effect, no intent is theirs".formatted(owner))
        .forEach(sentences::add);
    extended(market, known, planned).ifPresent(sentences::add);
    return sentences;
  }

  /// Intents that may trade when nothing is traded.
  private static Optional<String> extended(
      Market market, Map<InstrumentId, Instrument> known, List<Planned> planned) {
    long flagged =
        planned.stream()
            .filter(one -> one.intent().extendedHours())
            .filter(one -> {
              Instrument instrument = known.get(one.intent().instrument());
              return instrument != null && instrument.isStock();
            })
            .count();
    return flagged == 0 || market.hours().isExtended()
        ? Optional.empty()
        : Optional.of(
            "extended-hours of %s intents has no effect while the setting extended-hours is off"
                .formatted(flagged));
  }

  private static List<Holder> holders(Map<InstrumentId, Instrument> known, List<Planned> planned) {
    List<Holder> holders = new ArrayList<>();
    for (Planned one : planned) {
      Instrument instrument = known.get(one.intent().instrument());
      if (instrument != null) {
        holders.add(Holder.of(one.intent(), instrument));
      }
    }
    return holders.stream().distinct().toList();
  }
}
