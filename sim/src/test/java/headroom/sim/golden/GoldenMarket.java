package headroom.sim.golden;

import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.market.Bars;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.sim.intents.Planned;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A market as a text that people read: settings, bars, intents, and after `== expected ==` what
/// must come of it.
///
/// Lines that begin with `#` are the arithmetic. Times are UTC.
final class GoldenMarket {
  static final String EXPECTED = "== expected ==";

  private static final long MINUTE_NS = 60_000_000_000L;

  final Map<String, String> settings = new TreeMap<>();
  final List<Planned> intents = new ArrayList<>();
  final String given;
  final String expected;
  private final Map<String, List<String>> rows = new LinkedHashMap<>();
  private final Map<String, Instrument> instruments = new LinkedHashMap<>();

  GoldenMarket(String text) {
    int at = text.indexOf(EXPECTED);
    given = at < 0 ? text : text.substring(0, at);
    expected = at < 0 ? "" : text.substring(at + EXPECTED.length() + 1);
    String symbol = "";
    for (String line : given.lines().toList()) {
      String[] words = line.strip().split("\\s+", -1);
      switch (words[0]) {
        case "", "#" -> {}
        case "set" -> settings.put(words[1], words[2]);
        case "bars" -> {
          symbol = words[1];
          rows.put(symbol, new ArrayList<>());
          instruments.put(symbol, instrument(words));
        }
        case "intent" -> intents.add(intent(words));
        default -> rows.computeIfAbsent(symbol, _ -> new ArrayList<>()).add(line.strip());
      }
    }
  }

  private static Instrument instrument(String[] words) {
    return words[2].equals("stock")
        ? Instrument.stock(words[1])
        : Instrument.crypto(words[1], Fixed.raw(new BigDecimal(words[3])));
  }

  private static Planned intent(String[] words) {
    Map<String, String> options = new TreeMap<>();
    for (int i = 6; i + 1 < words.length; i += 2) {
      options.put(words[i], words[i + 1]);
    }
    String kind = options.getOrDefault("kind", "entry");
    Intent intent =
        new Intent(
            new IntentId(words[1]),
            "me",
            new InstrumentId(words[2]),
            words[3].equals("buy") ? Side.BUY : Side.SELL,
            Quantity.of(words[4]),
            Price.of(words[5]),
            ns(options.getOrDefault("expires", "2262-01-01T00:00Z")),
            "golden",
            kind.equals("probe") ? IntentKind.PROBE : IntentKind.ENTRY,
            options.containsKey("at-once"),
            options.containsKey("vip"),
            options.containsKey("forecast") ? Money.of(options.get("forecast")) : null,
            null,
            exit(options),
            List.of());
    return new Planned(ns(options.getOrDefault("from", "1970-01-01T00:00Z")), intent);
  }

  private static ExitPlan exit(Map<String, String> options) {
    return new ExitPlan(
        price(options.get("take-profit")),
        price(options.get("stop")),
        Integer.parseInt(options.getOrDefault("hold", "-1")),
        options.containsKey("session-end"));
  }

  private static @Nullable Price price(@Nullable String text) {
    return text == null ? null : Price.of(text);
  }

  /// Bars of five minutes: `time open high low close volume`.
  List<Bars> series() {
    List<Bars> series = new ArrayList<>();
    rows.forEach((symbol, lines) -> series.add(bars(symbol, lines)));
    return series;
  }

  private Bars bars(String symbol, List<String> lines) {
    long[][] columns = new long[6][lines.size()];
    for (int bar = 0; bar < lines.size(); bar++) {
      String[] words = lines.get(bar).split("\\s+", -1);
      columns[0][bar] = ns(words[0]);
      for (int i = 1; i < 6; i++) {
        columns[i][bar] = Fixed.raw(new BigDecimal(words[i]));
      }
    }
    Instrument instrument = instruments.get(symbol);
    if (instrument == null) {
      throw new IllegalArgumentException("bars of " + symbol + " must be declared");
    }
    return new Bars(
        instrument,
        5 * MINUTE_NS,
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        columns[4],
        columns[5]);
  }

  static long ns(String time) {
    Instant instant = Instant.parse(time.length() == 17 ? time.replace("Z", ":00Z") : time);
    return instant.getEpochSecond() * Fixed.ONE + instant.getNano();
  }
}
