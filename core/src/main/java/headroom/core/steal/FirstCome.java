package headroom.core.steal;

/// First come, first served, and nobody is cancelled: the yardstick every other policy is read
/// against.
public record FirstCome() implements StealPolicy {

  @Override
  public Basis basis() {
    return Basis.NO_PRICE;
  }

  @Override
  public long worth(Contender contender) {
    return -contender.readySinceNs();
  }

  @Override
  public boolean steals() {
    return false;
  }
}
