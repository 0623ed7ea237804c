package headroom.core.conformance;

import headroom.core.capacity.AccountModel;
import headroom.core.engine.Pauses;
import headroom.core.engine.Settings;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.steal.FightRules;
import headroom.core.steal.StealPolicies;
import headroom.core.steal.StealRules;
import headroom.core.tolerance.Tolerances;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the words of the scenario file mean.
public final class Texts {
  static final long SECOND_NS = 1_000_000_000L;

  private Texts() {}

  /// The canonical name behind a spelling.
  public static InstrumentId instrument(String spelling) {
    String upper = spelling.toUpperCase(Locale.ROOT);
    boolean joined = upper.indexOf('/') < 0 && upper.length() > 3 && upper.endsWith("USD");
    return new InstrumentId(joined ? upper.substring(0, upper.length() - 3) + "/USD" : upper);
  }

  public static InstrumentId instrument(JsonNode node) {
    return instrument(node.get("instrument").asString());
  }

  public static boolean isCrypto(JsonNode node) {
    JsonNode assetClass = node.get("assetClass");
    return assetClass == null
        ? instrument(node).value().indexOf('/') >= 0
        : assetClass.asString().equals("crypto");
  }

  public static Side side(JsonNode node) {
    return node.get("side").asString().equals("buy") ? Side.BUY : Side.SELL;
  }

  public static boolean has(JsonNode node, String field) {
    return node.get(field) != null && !node.get(field).isNull();
  }

  public static String text(JsonNode node, String field, String absent) {
    return has(node, field) ? node.get(field).asString() : absent;
  }

  public static boolean flag(JsonNode node, String field) {
    return has(node, field) && node.get(field).asBoolean();
  }

  public static long raw(JsonNode node, String field) {
    return Fixed.raw(new BigDecimal(node.get(field).asString()));
  }

  /// The billionths of a decimal; 0 if it is absent or null.
  public static long rawOrNothing(JsonNode node, String field) {
    return has(node, field) ? raw(node, field) : 0;
  }

  public static @Nullable Money moneyOrNull(JsonNode node, String field) {
    return has(node, field) ? new Money(raw(node, field)) : null;
  }

  /// The plain decimal, so that texts of equal value are equal.
  public static String plain(JsonNode decimal) {
    return Fixed.text(Fixed.raw(new BigDecimal(decimal.asString())));
  }

  public static long timeNs(JsonNode time) {
    return timeNs(time.asString());
  }

  public static long timeNs(String time) {
    Instant instant = OffsetDateTime.parse(time).toInstant();
    return instant.getEpochSecond() * SECOND_NS + instant.getNano();
  }

  public static long ageNs(JsonNode node) {
    return node.get("ageSeconds").asLong() * SECOND_NS;
  }

  /// The settings that a scenario runs under.
  static Settings settings(JsonNode config, AccountModel account, int multiplier) {
    boolean origin = text(config, "preset", "").equals("origin-2025");
    int entryPpm = number(config, "entryTolerancePpm", Tolerances.DEFAULT_STOCK_PPM);
    Tolerances tolerances =
        new Tolerances(
            entryPpm,
            entryPpm,
            number(config, "cryptoClosedTolerancePpm", Tolerances.DEFAULT_CRYPTO_OUT_OF_HOURS_PPM),
            has(config, "stealTolerancePpm") ? number(config, "stealTolerancePpm", 0) : null,
            number(config, "protectionPpm", origin ? 4_000 : Tolerances.DEFAULT_PROTECT_PPM),
            new TreeMap<>());
    return new Settings(
        StealPolicies.named(text(config, "ranking", "FurthestFirst"), 0),
        tolerances,
        stealRules(config),
        fightRules(config),
        account,
        multiplier,
        number(config, "atOnceCryptoRanks", Settings.DEFAULT_AT_ONCE_RANKS),
        false,
        origin,
        Pauses.DEFAULTS);
  }

  private static StealRules stealRules(JsonNode config) {
    StealRules usual = StealRules.DEFAULTS;
    return new StealRules(
        !has(config, "enabled") || flag(config, "enabled"),
        cooldownNs(config),
        number(config, "minimumAgeSeconds", 0) * SECOND_NS,
        usual.protectFilledPpm(),
        usual.stealRetryNs(),
        usual.parkAfter(),
        usual.parkNs(),
        usual.cancelDeadlineNs(),
        usual.releaseGraceNs(),
        usual.strictOrder(),
        usual.withinInstrument());
  }

  static long cooldownNs(JsonNode config) {
    return number(config, "cooldownSeconds", 120) * SECOND_NS;
  }

  static FightRules fightRules(JsonNode config) {
    return new FightRules(
        text(config, "fightMode", "alternation").equals("any-direction")
            ? FightRules.Mode.ANY_DIRECTION
            : FightRules.Mode.REVERSALS,
        number(config, "fightThreshold", FightRules.DEFAULT_THRESHOLD),
        number(config, "fightWindowSeconds", 1_800) * SECOND_NS,
        number(config, "fightCooldownSeconds", 600) * SECOND_NS,
        false);
  }

  static int number(JsonNode config, String field, int absent) {
    return has(config, field) ? config.get(field).asInt() : absent;
  }
}
