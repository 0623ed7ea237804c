package headroom.data.imports;

import headroom.core.market.AssetClass;
import headroom.core.market.InstrumentId;
import headroom.data.bars.CanonicalName;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which instrument a file or a row is of.
///
/// @param assetClass its class
/// @param fromFile the symbol of rows that do not name one
record Naming(AssetClass assetClass, String fromFile) {

  private static final Pattern PAIR =
      Pattern.compile(
          "([A-Z0-9]{2,10}?)[-_/]?(USDT|USDC|USD)(?![A-Z0-9]).*", Pattern.CASE_INSENSITIVE);

  /// Quoted in what no share is called.
  private static final Pattern STABLE_PAIR =
      Pattern.compile(".+(USDT|USDC)", Pattern.CASE_INSENSITIVE);

  /// Finds out, or asks.
  ///
  /// @param firstSymbol of the rows, if a column names them
  static @Nullable Naming of(
      Path file,
      ColumnMap columns,
      @Nullable String firstSymbol,
      ImportOptions options,
      Report report) {
    String stem = Opened.unwrapped(file).replaceFirst("\\.[^.]+$", "");
    Matcher pair = PAIR.matcher(stem);
    String inName =
        pair.matches() ? pair.group(1) + pair.group(2) : stem.replaceFirst("[-_ ].*$", "");
    @Nullable String given = options.symbol();
    String symbol =
        (given != null ? given : firstSymbol != null ? firstSymbol : inName)
            .toUpperCase(Locale.ROOT);
    if (firstSymbol == null) {
      report.said("symbol", symbol, given != null ? "as given" : "from the name of the file");
    } else {
      report.said("symbol", "of each row", "a column names it, such as " + firstSymbol);
    }
    @Nullable AssetClass assetClass = options.assetClass();
    String how = "as given";
    if (assetClass == null && columns.isBinance()) {
      assetClass = AssetClass.CRYPTO;
      how = columns.layout();
    } else if (assetClass == null
        && (symbol.contains("/") || STABLE_PAIR.matcher(symbol).matches())) {
      assetClass = AssetClass.CRYPTO;
      how = symbol + " is a pair";
    } else if (assetClass == null && columns.isAlpaca()) {
      assetClass = AssetClass.STOCK;
      how = "coins of Alpaca bars are pairs with a slash";
    } else if (assetClass == null) {
      assetClass = ofFolder(file);
      how = "from the folder of the file";
    }
    if (assetClass == null) {
      report.bad(0, "nothing tells whether %s is a stock or a coin; say --class".formatted(symbol));
      return null;
    }
    report.said("class", assetClass == AssetClass.STOCK ? "stocks" : "crypto", how);
    return new Naming(assetClass, symbol);
  }

  private static @Nullable AssetClass ofFolder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    String folder = parent == null ? "" : String.valueOf(parent.getFileName());
    return switch (folder) {
      case "crypto" -> AssetClass.CRYPTO;
      case "stocks", "stocks-extended" -> AssetClass.STOCK;
      default -> null;
    };
  }

  /// The instrument of a symbol.
  ///
  /// @throws IllegalArgumentException if none can be made of it
  InstrumentId id(String symbol) {
    String name = symbol.isEmpty() ? fromFile : symbol.toUpperCase(Locale.ROOT);
    return assetClass == AssetClass.CRYPTO && !name.contains("/")
        ? CanonicalName.of(assetClass, name)
        : new InstrumentId(name);
  }
}
