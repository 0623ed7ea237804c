package headroom.data.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headroom.core.calendar.Regime;
import headroom.core.calendar.TradingHours;
import headroom.core.market.AssetClass;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The conformance scenarios about the calendar: of the kind `calendar`, and those of the kind
/// `validation` that judge one.
final class CalendarScenarioTest {
  private static final long MINUTE_NS = 60_000_000_000L;

  static Stream<Arguments> questions() throws IOException {
    return scenarios().filter(one -> text(one, "kind").equals("calendar")).map(Arguments::of);
  }

  static Stream<Arguments> calendars() throws IOException {
    return scenarios()
        .filter(one -> text(one, "id").startsWith("validation-calendar-"))
        .map(Arguments::of);
  }

  static Stream<Arguments> expiries() throws IOException {
    return scenarios().filter(one -> text(one, "kind").equals("expiry")).map(Arguments::of);
  }

  private static Stream<JsonNode> scenarios() throws IOException {
    try (InputStream in = CalendarScenarioTest.class.getResourceAsStream("/conformance.json")) {
      JsonNode file = JsonMapper.builder().build().readTree(Objects.requireNonNull(in));
      return StreamSupport.stream(file.get("scenarios").spliterator(), false);
    }
  }

  private static String text(JsonNode node, String name) {
    return node.get(name).asString();
  }

  private static long ns(String time) {
    Instant at = OffsetDateTime.parse(time).toInstant();
    return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano());
  }

  @ParameterizedTest
  @MethodSource("questions")
  void answersAsTheScenarioSays(JsonNode scenario) {
    long nowNs = ns(text(scenario.get("when"), "at"));
    LocalDate date = Instant.ofEpochSecond(0, nowNs).atZone(ZoneOffset.UTC).toLocalDate();
    TradingHours hours = ExchangeCalendar.nyse().tradingHours(date.minusDays(1), date.plusDays(1));
    boolean answer =
        switch (text(scenario.get("given"), "question")) {
          case "nyse-open" -> hours.isOpen(nowNs);
          case "out-of-hours" -> hours.regime(nowNs) == Regime.OUT_OF_HOURS;
          default -> throw new IllegalStateException("unknown question in " + scenario);
        };
    assertThat(answer).isEqualTo(scenario.get("then").get("answer").asBoolean());
  }

  @ParameterizedTest
  @MethodSource("calendars")
  void refusesWhatIsNoCalendarForTheTime(JsonNode scenario) {
    JsonNode given = scenario.get("given");
    JsonNode calendar = given.get("calendar");
    long nowNs = ns(text(given, "at"));
    if (scenario.get("then").get("valid").asBoolean()) {
      assertThat(hours(calendar).isOpen(nowNs)).isTrue();
      return;
    }
    switch (text(scenario.get("then").get("errors"), 0)) {
      case "calendar-not-covered" ->
          assertThatThrownBy(() -> hours(calendar).isOpen(nowNs)).hasMessageContaining("calendar");
      case "unknown-time-zone" ->
          assertThatThrownBy(() -> hours(calendar)).hasMessageContaining(text(calendar, "zone"));
      case "calendar-missing" ->
          // There is no engine without trading hours: the compiler asks for them.
          assertThat(calendar.isNull()).isTrue();
      default -> throw new IllegalStateException("unknown error in " + scenario);
    }
  }

  @ParameterizedTest
  @MethodSource("expiries")
  void expiresAsTheScenarioSays(JsonNode scenario) {
    JsonNode given = scenario.get("given");
    long nowNs = ns(text(scenario.get("when"), "at"));
    if (text(given, "question").equals("expired")) {
      assertThat(nowNs >= ns(text(given, "expiresAt")))
          .isEqualTo(scenario.get("then").get("expired").asBoolean());
      return;
    }
    JsonNode length = given.get("lifetime");
    Lifetime lifetime =
        length.isNumber()
            ? new Lifetime.Fixed(length.asLong() * MINUTE_NS)
            : new Lifetime.MarketAware(given.get("minimumMinutes").asLong() * MINUTE_NS);
    AssetClass assetClass =
        text(given, "assetClass").equals("stock") ? AssetClass.STOCK : AssetClass.CRYPTO;
    LocalDate date = Instant.ofEpochSecond(0, nowNs).atZone(ZoneOffset.UTC).toLocalDate();
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    TradingHours hours = calendar.tradingHours(date.minusDays(7), date.plusDays(14));
    assertThat(lifetime.expiresNs(assetClass, nowNs, hours, calendar.zone()))
        .isEqualTo(ns(text(scenario.get("then"), "expiresAt")));
  }

  private static String text(JsonNode list, int index) {
    return list.get(index).asString();
  }

  private static TradingHours hours(JsonNode calendar) {
    return ExchangeCalendar.in(text(calendar, "zone"))
        .tradingHours(
            LocalDate.parse(text(calendar, "from")), LocalDate.parse(text(calendar, "to")));
  }
}
