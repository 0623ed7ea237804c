package headroom.data.rows;

import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds instruments by the spellings that people use: `BTC/USD`, `btc-usd`, `BTCUSD`, `BTCUSDT`.
///
/// A canonical name comes first, then a pair written in another way, then a pair in a stable coin,
/// which counts as the dollar. A spelling that could be two instruments is none.
///
/// Immutable.
public final class Symbols {

  private static final List<String> SEPARATORS = List.of("", "-", "_", "/");
  private static final List<String> STABLE_COINS = List.of("USDT", "USDC");
  private static final int MOST_NAMED = 20;

  private final Map<String, Instrument> canonical = new HashMap<>();
  private final Map<String, Instrument> pairs = new HashMap<>();
  private final Map<String, Instrument> stablePairs = new HashMap<>();

  /// The canonical names, the first twenty of them.
  private final String names;

  /// @param instruments what can be found
  public Symbols(SequencedMap<InstrumentId, Instrument> instruments) {
    Set<String> doubtful = new HashSet<>();
    for (Instrument instrument : instruments.values()) {
      String name = instrument.id().value();
      canonical.put(name, instrument);
      int slash = name.indexOf('/');
      if (slash > 0) {
        String base = name.substring(0, slash);
        String quote = name.substring(slash + 1);
        spell(base, List.of(quote), instrument, pairs, doubtful);
        if (quote.equals("USD")) {
          spell(base, STABLE_COINS, instrument, stablePairs, doubtful);
        }
      }
    }
    pairs.keySet().removeAll(doubtful);
    stablePairs.keySet().removeAll(doubtful);
    names = names(instruments.values());
  }

  private static void spell(
      String base,
      List<String> quotes,
      Instrument instrument,
      Map<String, Instrument> spellings,
      Set<String> doubtful) {
    for (String quote : quotes) {
      for (String separator : SEPARATORS) {
        String spelling = base + separator + quote;
        @Nullable Instrument other = spellings.put(spelling, instrument);
        if (other != null && !other.equals(instrument)) {
          doubtful.add(spelling);
        }
      }
    }
  }

  private static String names(Collection<Instrument> instruments) {
    String first =
        instruments.stream()
            .limit(MOST_NAMED)
            .map(instrument -> instrument.id().value())
            .collect(Collectors.joining(", "));
    int more = instruments.size() - MOST_NAMED;
    return more > 0 ? "%s and %s more".formatted(first, more) : first;
  }

  /// The instrument that is meant; null if there is none.
  public @Nullable Instrument find(String spelling) {
    String upper = spelling.toUpperCase(Locale.ROOT);
    @Nullable Instrument named = canonical.get(upper);
    @Nullable Instrument pair = named == null ? pairs.get(upper) : named;
    return pair == null ? stablePairs.get(upper) : pair;
  }

  /// The instrument of the field `symbol`; null, with a complaint, if there is none.
  public @Nullable Instrument required(Row row) {
    String symbol = row.required("symbol");
    if (symbol == null) {
      return null;
    }
    @Nullable Instrument instrument = find(symbol);
    if (instrument == null) {
      row.complain("symbol must be one of %s, was %s".formatted(names, Row.shown(symbol)));
    }
    return instrument;
  }
}
