package headroom.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headroom.data.imports.BarImport;
import headroom.data.imports.ImportOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlpacaHistoryTest {

  private static final Keys KEYS = new Keys("my-id", "my-secret");
  private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");

  @TempDir Path folder;

  private final List<Long> waited = new ArrayList<>();

  @Test
  void pagesAreFollowedToTheirEndWithKeysInEveryRequest() throws IOException {
    List<String> keys = new ArrayList<>();
    try (Vendor vendor =
        new Vendor((exchange, asked) -> {
          keys.add(
              exchange.getRequestHeaders().getFirst("APCA-API-KEY-ID")
                  + exchange.getRequestHeaders().getFirst("APCA-API-SECRET-KEY"));
          return asked.contains("page_token")
              ? Vendor.Answer.of(200, page("AAPL", "", "14:40"))
              : Vendor.Answer.of(200, page("AAPL", "QUFQ", "14:30", "14:35"));
        })) {
      Fetched fetched = fetch(vendor, "AAPL", "2025-01-02", "2025-01-02");
      assertThat(fetched.missing()).isEmpty();
      assertThat(BarImport.of(fetched.files(), ImportOptions.NONE).series().getFirst().length())
          .isEqualTo(3);
      assertThat(vendor.asked)
          .containsExactly(
              "/v2/stocks/bars?symbols=AAPL&timeframe=5Min&start=2025-01-02T00%3A00%3A00Z"
                  + "&end=2025-01-02T23%3A59%3A59.999999999Z&limit=10000&sort=asc&adjustment=raw&feed=sip",
              "/v2/stocks/bars?symbols=AAPL&timeframe=5Min&start=2025-01-02T00%3A00%3A00Z"
                  + "&end=2025-01-02T23%3A59%3A59.999999999Z&limit=10000&sort=asc&adjustment=raw&feed=sip"
                  + "&page_token=QUFQ");
      assertThat(keys).containsOnly("my-idmy-secret");
      vendor.asked.clear();
      assertThat(fetch(vendor, "AAPL", "2025-01-02", "2025-01-02").reused()).isEqualTo(2);
      assertThat(vendor.asked).isEmpty();
    }
  }

  @Test
  void aFetchThatBrokeOffGoesOnBehindTheLastSoundPage() throws IOException {
    try (Vendor vendor =
        new Vendor((_, asked) ->
            asked.contains("page_token")
                ? Vendor.Answer.of(400, "{\"message\":\"stop here\"}")
                : asked.contains("14%3A35%3A00.000000001Z")
                    ? Vendor.Answer.of(200, page("AAPL", "", "14:40"))
                    : Vendor.Answer.of(200, page("AAPL", "QUFQ", "14:30", "14:35")))) {
      assertThatThrownBy(() -> fetch(vendor, "AAPL", "2025-01-02", "2025-01-02"))
          .hasMessageEndingWith("/v2/stocks/bars refused with status 400: stop here");
      Fetched fetched = fetch(vendor, "AAPL", "2025-01-02", "2025-01-02");
      assertThat(fetched.reused()).isEqualTo(1);
      assertThat(BarImport.of(fetched.files(), ImportOptions.NONE).series().getFirst().length())
          .isEqualTo(3);
      Files.writeString(fetched.files().getFirst(), "{}");
      assertThat(fetch(vendor("AAPL"), "AAPL", "2025-01-02", "2025-01-02").reused()).isZero();
    }
  }

  private Vendor vendor(String symbol) throws IOException {
    return new Vendor((_, _) -> Vendor.Answer.of(200, page(symbol, "", "14:30")));
  }

  @Test
  void windowsAreOfThirtyDays() throws IOException {
    try (Vendor vendor =
        new Vendor((_, _) -> Vendor.Answer.of(200, "{\"bars\":null,\"next_page_token\":null}"))) {
      Fetched fetched = fetch(vendor, "BTC/USD", "2025-01-01", "2025-03-05");
      assertThat(fetched.missing())
          .containsExactly("BTC/USD: no bars from 2025-01-01 to 2025-03-05");
      assertThat(vendor.asked)
          .extracting(asked -> asked.replaceAll(".*start=([-0-9]+)T.*end=([-0-9]+)T.*", "$1 $2"))
          .containsExactly(
              "2025-01-01 2025-01-30", "2025-01-31 2025-03-01", "2025-03-02 2025-03-05");
      assertThat(vendor.asked.getFirst()).startsWith("/v1beta3/crypto/us/bars?symbols=BTC%2FUSD");
    }
  }

  @Test
  void aLimitIsWaitedFor() throws IOException {
    List<Integer> left = new ArrayList<>(List.of(429, 429));
    try (Vendor vendor =
        new Vendor((_, _) ->
            left.isEmpty()
                ? new Vendor.Answer(
                    200,
                    page("AAPL", "", "14:30"),
                    Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", reset(9)))
                : new Vendor.Answer(
                    left.removeFirst(),
                    "",
                    left.isEmpty()
                        ? Map.of("Retry-After", "3")
                        : Map.of("X-RateLimit-Reset", reset(7))))) {
      fetch(vendor, "AAPL", "2025-01-02", "2025-01-02");
    }
    assertThat(waited).containsExactly(7_000L, 3_000L, 9_000L);
  }

  private static String reset(int seconds) {
    return String.valueOf(NOW.getEpochSecond() + seconds);
  }

  @Test
  void theLastWindowIsCutWhenItIsTooRecent() throws IOException {
    try (Vendor vendor =
        new Vendor((_, asked) ->
            asked.contains("end=2025-06-01T11%3A44%3A00Z")
                ? Vendor.Answer.of(200, page("AAPL", "", "14:30"))
                : Vendor.Answer.of(
                    403,
                    "{\"message\":\"subscription does not permit querying recent SIP data\"}"))) {
      Fetched fetched = fetch(vendor, "AAPL", "2025-06-01", "2025-06-01");
      assertThat(fetched.files()).hasSize(1);
      assertThat(fetched.missing())
          .containsExactly("AAPL: cut at 2025-06-01T11:44:00Z, newer bars need a paid plan");
      vendor.asked.clear();
      fetch(vendor, "AAPL", "2025-06-01", "2025-06-01");
      assertThat(vendor.asked).as("a day that is not over is asked for again").hasSize(2);
    }
  }

  @Test
  void pagesThatGoBackOrComeTwiceAreRefused() throws IOException {
    try (Vendor back =
        new Vendor((_, _) -> Vendor.Answer.of(200, page("AAPL", "", "14:35", "14:30")))) {
      assertThatThrownBy(() -> fetch(back, "AAPL", "2025-01-02", "2025-01-02"))
          .hasMessage(
              "bars of AAPL must go forward, went from 2025-01-02T14:35:00Z to"
                  + " 2025-01-02T14:30:00Z");
    }
    try (Vendor twice = new Vendor((_, _) -> Vendor.Answer.of(200, page("AAPL", "QUFQ")))) {
      assertThatThrownBy(() -> fetch(twice, "AAPL", "2025-01-03", "2025-01-03"))
          .hasMessage("pages of AAPL must each name another, one came twice");
    }
  }

  @Test
  void keysAreNeverSaidAndNeverSentInTheClear() throws IOException {
    try (Vendor vendor =
        new Vendor((_, _) -> Vendor.Answer.of(401, "{\"message\":\"unauthorized.\"}"))) {
      assertThatThrownBy(() -> fetch(vendor, "AAPL", "2025-01-02", "2025-01-02"))
          .hasMessageEndingWith(
              "/v2/stocks/bars refused with status 401: unauthorized.; keys come from"
                  + " APCA_API_KEY_ID and APCA_API_SECRET_KEY")
          .satisfies(
              refused -> assertThat(refused.getMessage()).doesNotContain("my-id", "my-secret"));
    }
    assertThat(KEYS.toString()).doesNotContain("my-id", "my-secret");
    assertThatThrownBy(() -> KEYS.headers(URI.create("http://data.example.com")))
        .hasMessage(
            "host must begin with https:// when keys are sent, was http://data.example.com");
    assertThatThrownBy(() -> Keys.of(Map.of(Keys.ID_VARIABLE, "x")))
        .hasMessage("APCA_API_KEY_ID and APCA_API_SECRET_KEY must both be set or none, was one");
    assertThat(Keys.of(Map.of()).headers(URI.create("http://data.example.com"))).isEmpty();
  }

  private Fetched fetch(Vendor vendor, String symbol, String from, String to) throws IOException {
    return new AlpacaHistory(
            vendor.host(), folder, "sip", KEYS, waited::add, InstantSource.fixed(NOW))
        .fetch(symbol, "5Min", LocalDate.parse(from), LocalDate.parse(to));
  }

  private static String page(String symbol, String token, String... times) {
    List<String> bars = new ArrayList<>();
    for (String time : times) {
      bars.add(
          "{\"t\":\"2025-01-02T%s:00Z\",\"o\":199.1,\"h\":199.42,\"l\":198.95,\"c\":199.3,\"v\":12,\"n\":3,\"vw\":199.1}"
              .formatted(time));
    }
    return "{\"bars\":{\"%s\":[%s]},\"next_page_token\":%s}"
        .formatted(symbol, String.join(",", bars), token.isEmpty() ? "null" : "\"" + token + "\"");
  }
}
