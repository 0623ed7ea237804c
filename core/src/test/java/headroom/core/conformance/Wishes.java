package headroom.core.conformance;

import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The intents of scenarios.
final class Wishes {
  private Wishes() {}

  /// @param isUnranked whether it must have no rank although its forecast would give it one
  static Intent intent(JsonNode node, boolean isUnranked) {
    Money forecast = Texts.moneyOrNull(node, "forecastPnl");
    if (forecast == null && Texts.has(node, "cryptoRank")) {
      forecast = Money.ZERO;
    }
    return intent(
        node.get("id").asString(),
        Texts.instrument(node),
        Texts.side(node),
        Texts.raw(node, "quantity"),
        Texts.raw(node, "limit"),
        isUnranked ? null : forecast,
        Texts.flag(node, "atOnce"),
        Texts.flag(node, "vip"),
        IntentKind.valueOf(Texts.text(node, "kind", "entry").toUpperCase(java.util.Locale.ROOT)),
        Texts.text(node, "strategy", "maxdiff"),
        Texts.has(node, "expiresAt") ? Texts.timeNs(node.get("expiresAt")) : Long.MAX_VALUE);
  }

  static Intent intent(
      String id,
      InstrumentId instrument,
      Side side,
      long quantityRaw,
      long limitRaw,
      @Nullable Money forecast,
      boolean atOnce,
      boolean vip,
      IntentKind kind,
      String strategy,
      long expiresNs) {
    return new Intent(
        new IntentId(id),
        "owner",
        instrument,
        side,
        new Quantity(quantityRaw),
        new Price(limitRaw),
        expiresNs,
        strategy,
        kind,
        atOnce,
        vip,
        forecast,
        null,
        ExitPlan.NONE,
        List.of());
  }

  /// The intent behind the n-th order of it.
  static String intentOf(String order) {
    int dash = order.lastIndexOf('-');
    return dash < 0 ? order : order.substring(0, dash);
  }
}
