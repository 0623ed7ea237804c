package headroom.core.market;

/// Which way a trade goes. As an entry a buy opens a long position and a sell a short one.
public enum Side {
  BUY,
  SELL;

  /// The side that closes what this side opens.
  public Side opposite() {
    return this == BUY ? SELL : BUY;
  }

  /// The word used in files: `buy` or `sell`.
  public String word() {
    return this == BUY ? "buy" : "sell";
  }
}
