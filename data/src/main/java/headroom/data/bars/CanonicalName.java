package headroom.data.bars;

import headroom.core.market.AssetClass;
import headroom.core.market.InstrumentId;
import java.util.List;
import java.util.Locale;

/// The name of the instrument in a file, from the name of the file.
public final class CanonicalName {

  /// What a pair may be quoted in, the longer first: stable coins count as the dollar.
  private static final List<String> DOLLARS = List.of("USDT", "USDC", "USD");

  private CanonicalName() {}

  /// The instrument that a name stands for.
  ///
  /// @param stem the file's name without folder and ending
  /// @throws IllegalArgumentException if no instrument can be made of it
  public static InstrumentId of(AssetClass assetClass, String stem) {
    String name = stem.toUpperCase(Locale.ROOT);
    if (assetClass == AssetClass.STOCK) {
      return new InstrumentId(name);
    }
    for (String dollar : DOLLARS) {
      if (name.endsWith(dollar)) {
        String base = withoutSeparator(name.substring(0, name.length() - dollar.length()));
        if (!base.isEmpty()) {
          return new InstrumentId(base + "/USD");
        }
      }
    }
    throw new IllegalArgumentException(
        "a file in crypto/ must be named after a coin and USD, USDT or USDC, such as BTCUSDT, or be"
            + " an alias in instruments.yaml, was '%s'".formatted(stem));
  }

  private static String withoutSeparator(String base) {
    boolean separated = base.endsWith("-") || base.endsWith("_");
    return separated ? base.substring(0, base.length() - 1) : base;
  }
}
