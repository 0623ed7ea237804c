package headroom.core.intent;

import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A standing wish to trade at a limit, watched until it is near enough to be worth capacity.
///
/// @param id who it is
/// @param owner whose it is
/// @param instrument what to trade
/// @param side which way
/// @param quantity how much, in units
/// @param limit the worst acceptable price, in the account currency
/// @param expiresNs the first instant at which it no longer holds; `Long.MAX_VALUE` if never
/// @param strategy the word under which its forecasts are published
/// @param kind entry, probe or exit
/// @param atOnce whether it rests at its limit at any distance
/// @param vip whether its order is never stolen from
/// @param extendedHours whether orders for it, and its take-profit, may also work before and after
///   the core session; of no consequence for crypto
/// @param forecast what it is expected to earn if filled, in the account currency; null if unknown
/// @param entryTolerancePpm its own entry tolerance in parts per million of the limit; null for the
///   one in force
/// @param exit how its position is closed again
/// @param tags words by which a cap can name a group
public record Intent(
    IntentId id,
    String owner,
    InstrumentId instrument,
    Side side,
    Quantity quantity,
    Price limit,
    long expiresNs,
    String strategy,
    IntentKind kind,
    boolean atOnce,
    boolean vip,
    boolean extendedHours,
    @Nullable Money forecast,
    @Nullable Integer entryTolerancePpm,
    ExitPlan exit,
    List<String> tags) {

  public Intent {
    tags = List.copyOf(tags);
    List<String> problems = new ArrayList<>();
    Price takeProfit = exit.takeProfit();
    if (takeProfit != null && isBehind(side, takeProfit, limit)) {
      problems.add(
          "take-profit must be %s the limit %s, was %s"
              .formatted(side == Side.BUY ? "above" : "below", limit, takeProfit));
    }
    Price stop = exit.stop();
    if (stop != null && isBehind(side.opposite(), stop, limit)) {
      problems.add(
          "stop must be %s the limit %s, was %s"
              .formatted(side == Side.BUY ? "below" : "above", limit, stop));
    }
    if (entryTolerancePpm != null && (entryTolerancePpm < 1 || entryTolerancePpm > 1_000_000)) {
      problems.add("entry-tolerance must be from 1 to 1000000 ppm, was " + entryTolerancePpm);
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          problems.stream().collect(Collectors.joining("; ", "intent " + id + ": ", "")));
    }
  }

  /// An intent that waits for the core session.
  public Intent(
      IntentId id,
      String owner,
      InstrumentId instrument,
      Side side,
      Quantity quantity,
      Price limit,
      long expiresNs,
      String strategy,
      IntentKind kind,
      boolean atOnce,
      boolean vip,
      @Nullable Money forecast,
      @Nullable Integer entryTolerancePpm,
      ExitPlan exit,
      List<String> tags) {
    this(
        id,
        owner,
        instrument,
        side,
        quantity,
        limit,
        expiresNs,
        strategy,
        kind,
        atOnce,
        vip,
        false,
        forecast,
        entryTolerancePpm,
        exit,
        tags);
  }

  /// An entry with nothing but the necessary: it never expires, nobody is named as its owner, its
  /// forecast is unknown, and its position is closed by whoever submits it.
  ///
  /// @param id who it is; not blank
  /// @param quantity how much, as a decimal above 0
  /// @param limit the worst acceptable price, as a decimal above 0
  public static Intent entry(
      String id, InstrumentId instrument, Side side, String quantity, String limit) {
    return new Intent(
        new IntentId(id),
        "",
        instrument,
        side,
        Quantity.of(quantity),
        Price.of(limit),
        Long.MAX_VALUE,
        "",
        IntentKind.ENTRY,
        false,
        false,
        false,
        null,
        null,
        ExitPlan.NONE,
        List.of());
  }

  private static boolean isBehind(Side side, Price exit, Price limit) {
    return side == Side.BUY ? exit.raw() <= limit.raw() : exit.raw() >= limit.raw();
  }

  /// The same intent with other flags and another forecast, as a plan may set them.
  public Intent withFlagsOf(Intent other) {
    return new Intent(
        id,
        owner,
        instrument,
        side,
        quantity,
        limit,
        other.expiresNs,
        strategy,
        kind,
        other.atOnce,
        other.vip,
        other.extendedHours,
        other.forecast,
        other.entryTolerancePpm,
        other.exit,
        other.tags);
  }

  /// The same intent at another limit, with another quantity and another exit.
  public Intent at(Price otherLimit, Quantity otherQuantity, ExitPlan otherExit) {
    return new Intent(
        id,
        owner,
        instrument,
        side,
        otherQuantity,
        otherLimit,
        expiresNs,
        strategy,
        kind,
        atOnce,
        vip,
        extendedHours,
        forecast,
        entryTolerancePpm,
        otherExit,
        tags);
  }

  /// The same intent, for the sessions that are said.
  ///
  /// @param other whether it may trade before and after the core session
  public Intent withExtendedHours(boolean other) {
    return new Intent(
        id,
        owner,
        instrument,
        side,
        quantity,
        limit,
        expiresNs,
        strategy,
        kind,
        atOnce,
        vip,
        other,
        forecast,
        entryTolerancePpm,
        exit,
        tags);
  }

  /// The same intent with another forecast.
  ///
  /// @param other the expected profit in the account currency; null if it is unknown from now on
  public Intent withForecast(@Nullable Money other) {
    return new Intent(
        id,
        owner,
        instrument,
        side,
        quantity,
        limit,
        expiresNs,
        strategy,
        kind,
        atOnce,
        vip,
        extendedHours,
        other,
        entryTolerancePpm,
        exit,
        tags);
  }
}
