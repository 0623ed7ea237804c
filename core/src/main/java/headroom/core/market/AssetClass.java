package headroom.core.market;

/// What kind of thing an instrument is; it decides sessions, tolerances and capacity.
public enum AssetClass {
  /// Trades in the sessions of the exchange.
  STOCK,
  /// Trades at all times; its regime follows the exchange all the same.
  CRYPTO;

  /// The word used in files and settings: `stock` or `crypto`.
  public String word() {
    return this == STOCK ? "stock" : "crypto";
  }
}
