package headroom.core.steal;

/// Takes from the order least likely to fill soon: the one furthest from its limit. The origin's
/// rule and the default.
public record FurthestFirst() implements StealPolicy {

  @Override
  public Basis basis() {
    return Basis.DISTANCE;
  }

  @Override
  public long worth(Contender contender) {
    return -contender.distancePpm();
  }
}
