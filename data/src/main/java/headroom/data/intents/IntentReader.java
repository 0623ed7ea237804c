package headroom.data.intents;

import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.market.Instrument;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.data.calendar.ExchangeCalendar;
import headroom.data.rows.Row;
import headroom.data.rows.Symbols;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes an intent of a row, or complains of all that is wrong with it.
final class IntentReader {

  private static final Pattern BETWEEN_TAGS = Pattern.compile("[\\s;]+");

  private final Symbols symbols;
  private final ExchangeCalendar calendar;

  /// What is traded, as far as it could be read.
  private record Trade(
      @Nullable Instrument instrument, @Nullable Side side, @Nullable Price limit) {

    /// The limit as the venue would take it, in billionths; 0 if it is not known.
    long limitOnTickRaw() {
      return instrument == null || side == null || limit == null
          ? 0
          : instrument.limitOnTickRaw(side, limit.raw());
    }
  }

  IntentReader(Symbols symbols, ExchangeCalendar calendar) {
    this.symbols = symbols;
    this.calendar = calendar;
  }

  /// The intent; null if the row has complaints.
  @Nullable DatedIntent read(Row row) {
    String id = row.required("id");
    Trade trade = new Trade(symbols.required(row), side(row), limit(row));
    if (trade.instrument != null && trade.side != null && trade.limit != null) {
      requireTick(row, "limit", trade.instrument, trade.side, trade.limit);
    }
    if (trade.instrument != null && trade.side == Side.SELL) {
      requireShortable(row, trade.instrument);
    }
    @Nullable Quantity quantity = quantity(row, trade);
    @Nullable Long fromNs = row.timeNs("from");
    long expiresNs = expiresNs(row, fromNs, trade);
    IntentKind kind = kind(row);
    boolean atOnce = row.flag("at-once");
    boolean vip = row.flag("vip");
    boolean extendedHours = row.flag("extended-hours");
    @Nullable Money forecast = row.money("forecast");
    requireForecastInTime(row, fromNs);
    @Nullable Integer entryTolerancePpm = row.ppm("entry-tolerance");
    ExitPlan exit = exit(row, trade);
    if (!row.complaints().isEmpty()
        || id == null
        || trade.instrument == null
        || trade.side == null
        || trade.limit == null
        || quantity == null) {
      return null;
    }
    Intent intent =
        new Intent(
            new IntentId(id),
            row.text("owner", "me"),
            trade.instrument.id(),
            trade.side,
            quantity,
            trade.limit,
            expiresNs,
            row.text("strategy", "file"),
            kind,
            atOnce,
            vip,
            extendedHours,
            forecast,
            entryTolerancePpm,
            exit,
            tags(row));
    return new DatedIntent(fromNs == null ? Long.MIN_VALUE : fromNs, intent);
  }

  private static @Nullable Side side(Row row) {
    String word = row.required("side");
    if (word == null) {
      return null;
    }
    for (Side side : Side.values()) {
      if (side.word().equals(word)) {
        return side;
      }
    }
    row.complain("side must be buy or sell, was " + Row.shown(word));
    return null;
  }

  /// A sale that opens a position sells what is borrowed; exits are not in the file.
  private static void requireShortable(Row row, Instrument instrument) {
    if (!instrument.shortable()) {
      row.complain(
          "side must be buy, since %s is not shortable%s, was 'sell'"
              .formatted(instrument.id(), instrument.isCrypto() ? " (no crypto is)" : ""));
    }
  }

  private static @Nullable Price limit(Row row) {
    return row.required("limit") == null ? null : row.price("limit");
  }

  private static @Nullable Quantity quantity(Row row, Trade trade) {
    boolean inUnits = row.text("quantity") != null;
    boolean inMoney = row.text("notional") != null;
    @Nullable Long unitsRaw = row.positiveRaw("quantity", Long.MAX_VALUE);
    @Nullable Long moneyRaw = row.positiveRaw("notional", Long.MAX_VALUE);
    if (inUnits && inMoney) {
      row.complain("exactly one of quantity and notional must be given, both were");
      return null;
    }
    if (!inUnits && !inMoney) {
      row.complainIfAbsent(
          IntentFields.SIZES, "exactly one of quantity and notional must be given, neither was");
      return null;
    }
    if (trade.instrument == null) {
      return null;
    }
    if (unitsRaw != null) {
      if (trade.instrument.quantityOnStepRaw(unitsRaw) == 0) {
        row.complain(
            "quantity must be at least one step of %s, was %s"
                .formatted(Fixed.text(trade.instrument.stepRaw()), Fixed.text(unitsRaw)));
      }
      return new Quantity(unitsRaw);
    }
    return moneyRaw == null || trade.limit == null
        ? null
        : bought(row, moneyRaw, trade.instrument, trade.limit);
  }

  /// As much as an amount buys at the limit, rounded down to the step.
  private static @Nullable Quantity bought(
      Row row, long moneyRaw, Instrument instrument, Price limit) {
    long raw;
    try {
      raw = Fixed.scaled(moneyRaw, Fixed.ONE, limit.raw(), RoundingMode.FLOOR);
    } catch (ArithmeticException tooMany) {
      row.complain(
          "notional must buy at most %s units at the limit %s, was %s"
              .formatted(Fixed.text(Long.MAX_VALUE), limit, Fixed.text(moneyRaw)));
      return null;
    }
    long onStepRaw = instrument.quantityOnStepRaw(raw);
    if (onStepRaw == 0) {
      row.complain(
          "notional must buy at least one step of %s at the limit %s, was %s"
              .formatted(Fixed.text(instrument.stepRaw()), limit, Fixed.text(moneyRaw)));
      return null;
    }
    return new Quantity(onStepRaw);
  }

  private long expiresNs(Row row, @Nullable Long fromNs, Trade trade) {
    String text = row.text("expires");
    if (text == null) {
      return Long.MAX_VALUE;
    }
    if (text.equals("day")) {
      return endOfDayNs(row, fromNs, trade);
    }
    @Nullable Long expiresNs = row.timeNs("expires");
    if (expiresNs == null) {
      return Long.MAX_VALUE;
    }
    if (fromNs != null && expiresNs <= fromNs) {
      row.complain(
          "expires must be after from, %s, was %s".formatted(row.text("from"), Row.shown(text)));
    }
    return expiresNs;
  }

  private long endOfDayNs(Row row, @Nullable Long fromNs, Trade trade) {
    if (row.text("from") == null) {
      row.complainIfAbsent(List.of("from"), "from must be given if expires is day, was empty");
    }
    if (fromNs == null || trade.instrument == null) {
      return Long.MAX_VALUE;
    }
    try {
      Instant from = Instant.ofEpochSecond(0, fromNs);
      boolean extended = "true".equals(row.text("extended-hours"));
      Instant end = EndOfDay.after(from, trade.instrument, extended, calendar);
      return Math.multiplyExact(end.getEpochSecond(), Fixed.ONE);
    } catch (IllegalArgumentException | ArithmeticException unknown) {
      row.complain(
          "from must be from the years %s to %s if expires is day, was %s"
              .formatted(
                  ExchangeCalendar.FIRST_YEAR, ExchangeCalendar.LAST_YEAR, row.text("from")));
      return Long.MAX_VALUE;
    }
  }

  private static IntentKind kind(Row row) {
    String word = row.text("kind", IntentKind.ENTRY.word());
    for (IntentKind kind : IntentKind.values()) {
      if (kind.opens() && kind.word().equals(word)) {
        return kind;
      }
    }
    row.complain("kind must be entry or probe, was " + Row.shown(word));
    return IntentKind.ENTRY;
  }

  /// A forecast from the future would be knowledge that nobody had.
  private static void requireForecastInTime(Row row, @Nullable Long fromNs) {
    @Nullable Long madeNs = row.timeNs("forecast-at");
    if (madeNs != null && fromNs != null && madeNs > fromNs) {
      row.complain(
          "forecast-at must not be after from, %s, was %s"
              .formatted(row.text("from"), Row.shown(row.text("forecast-at", ""))));
    }
  }

  private static ExitPlan exit(Row row, Trade trade) {
    @Nullable Price takeProfit = row.price("take-profit");
    @Nullable Price stop = row.price("stop");
    int maxHoldDays = row.whole("max-hold-days", ExitPlan.MAX_HOLD_DAYS);
    boolean sessionEnd = row.flag("session-end");
    boolean none = row.flag("no-exit");
    boolean given =
        row.text("take-profit") != null
            || row.text("stop") != null
            || row.text("max-hold-days") != null
            || row.text("session-end", "false").equals("true");
    if (none && given) {
      row.complain("no-exit must be false together with an exit, was true");
    } else if (!none && !given) {
      row.complainIfAbsent(
          IntentFields.EXITS,
          "an exit must be given, none was: write take-profit, stop, max-hold-days or session-end,"
              + " or no-exit true to have none on purpose");
    }
    requireSides(row, trade, takeProfit, stop);
    return new ExitPlan(takeProfit, stop, maxHoldDays, sessionEnd);
  }

  /// A stop is not rounded, so it is measured from the limit on the tick, where the order will
  /// rest.
  private static void requireSides(
      Row row, Trade trade, @Nullable Price takeProfit, @Nullable Price stop) {
    long onTickRaw = trade.limitOnTickRaw();
    if (trade.instrument == null || trade.side == null || trade.limit == null || onTickRaw == 0) {
      return;
    }
    boolean buys = trade.side == Side.BUY;
    if (takeProfit != null) {
      requireBeyond(row, "take-profit", takeProfit, buys, trade.limit.raw());
      requireTick(row, "take-profit", trade.instrument, trade.side.opposite(), takeProfit);
    }
    if (stop != null) {
      requireBeyond(row, "stop", stop, !buys, onTickRaw);
    }
  }

  private static void requireBeyond(
      Row row, String name, Price exit, boolean above, long limitRaw) {
    if (above ? exit.raw() <= limitRaw : exit.raw() >= limitRaw) {
      row.complain(
          "%s must be %s the limit %s, was %s"
              .formatted(name, above ? "above" : "below", Fixed.text(limitRaw), exit));
    }
  }

  /// The engine rounds limits to the tick, which must leave a price.
  private static void requireTick(
      Row row, String name, Instrument instrument, Side side, Price price) {
    long onTickRaw = instrument.limitOnTickRaw(side, price.raw());
    if (onTickRaw < 1 || onTickRaw > Price.MAX_RAW) {
      row.complain(
          "%s must be at least one tick of %s and at most %s, was %s"
              .formatted(
                  name,
                  Fixed.text(instrument.tickAtRaw(price.raw())),
                  Fixed.text(Price.MAX_RAW),
                  price));
    }
  }

  private static List<String> tags(Row row) {
    return BETWEEN_TAGS.splitAsStream(row.text("tags", "")).filter(tag -> !tag.isEmpty()).toList();
  }
}
