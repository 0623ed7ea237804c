package headroom.core.steal;

/// Takes from the order expected to earn least. The origin's first, rejected idea; kept to measure
/// it.
public record LowestForecastFirst() implements StealPolicy {

  @Override
  public Basis basis() {
    return Basis.NO_PRICE;
  }

  @Override
  public long worth(Contender contender) {
    return contender.forecastRaw();
  }
}
