package headroom.data.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Alpaca's historical bars: unadjusted, page by page, a symbol and 30 days at a time.
///
/// Each page is on disk with its SHA-256 before the next is asked for. After a break a window goes
/// on behind the last bar that is there; a window that is done is not asked for again.
///
/// Not thread safe; owned by one fetch.
public final class AlpacaHistory {

  /// The vendor's address.
  public static final URI HOST = URI.create("https://data.alpaca.markets");

  private static final int WINDOW_DAYS = 30;
  private static final int MOST_BARS = 10_000;
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  /// Free plans are refused the last 15 minutes of stocks; one more for clocks that differ.
  private static final Duration RECENT = Duration.ofMinutes(16);

  private static final JsonMapper JSON = JsonMapper.shared();

  private final URI host;
  private final Path folder;
  private final String feed;
  private final Web web;
  private final InstantSource clock;

  /// @param folder where its pages are kept
  /// @param feed of stocks: `sip` or `iex`
  /// @throws IllegalArgumentException if the keys could be read on their way
  public AlpacaHistory(
      URI host, Path folder, String feed, Keys keys, Waiting waiting, InstantSource clock) {
    this.host = host;
    this.folder = folder;
    this.feed = feed;
    this.clock = clock;
    this.web = new Web(keys.headers(host), waiting, clock);
  }

  /// The bars of a symbol; one with a slash is a coin.
  ///
  /// @param timeframe as the vendor writes it: `5Min`
  /// @throws FetchException if the vendor refuses, or its pages contradict each other
  public Fetched fetch(String symbol, String timeframe, LocalDate from, LocalDate to)
      throws IOException {
    Fetching fetching = new Fetching(symbol, timeframe);
    for (LocalDate first = from; !first.isAfter(to); first = first.plusDays(WINDOW_DAYS)) {
      LocalDate last = first.plusDays(WINDOW_DAYS - 1L);
      fetching.window(first, last.isAfter(to) ? to : last);
    }
    if (fetching.files.isEmpty()) {
      fetching.missing.add("%s: no bars from %s to %s".formatted(symbol, from, to));
    }
    return new Fetched(fetching.files, fetching.reused, List.copyOf(fetching.missing));
  }

  /// A page as far as it is looked at.
  ///
  /// @param token of the next page; null if it is the last
  /// @param last when its last bar begins; null if it has none
  private record Page(int bars, @Nullable String token, @Nullable Instant last) {

    static Page of(String text, String symbol, @Nullable Instant after) throws FetchException {
      JsonNode page;
      try {
        page = JSON.readTree(text);
      } catch (JacksonException broken) {
        throw new FetchException("page must be JSON, was not", broken);
      }
      int count = 0;
      @Nullable Instant last = after;
      for (JsonNode bar : page.path("bars").path(symbol)) {
        Instant at = Instant.parse(bar.path("t").asString());
        if (last != null && !at.isAfter(last)) {
          throw new FetchException(
              "bars of %s must go forward, went from %s to %s".formatted(symbol, last, at));
        }
        last = at;
        count++;
      }
      JsonNode token = page.path("next_page_token");
      return new Page(count, token.isString() ? token.asString() : null, count == 0 ? null : last);
    }
  }

  /// The pages of one symbol.
  private final class Fetching {
    private final String symbol;
    private final String timeframe;
    private final boolean coin;
    private final List<Path> files = new ArrayList<>();
    private final Set<String> missing = new TreeSet<>();
    private int reused;

    Fetching(String symbol, String timeframe) {
      this.symbol = symbol;
      this.timeframe = timeframe;
      this.coin = symbol.contains("/");
    }

    void window(LocalDate first, LocalDate last) throws IOException {
      Path home =
          folder.resolve(
              "%s-%s-%s-%s_%s"
                  .formatted(symbol.replace('/', '_'), timeframe, coin ? "us" : feed, first, last));
      Instant end = last.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusNanos(1);
      boolean open = end.isAfter(clock.instant().minus(RECENT));
      Files.createDirectories(home);
      List<Path> pages = sound(home, open);
      Instant start = first.atStartOfDay().toInstant(ZoneOffset.UTC);
      @Nullable Instant after = null;
      boolean done = false;
      for (Path page : pages) {
        Page kept = Page.of(Files.readString(page), symbol, after);
        add(page, kept);
        reused++;
        after = kept.last == null ? after : kept.last;
        done = kept.token == null;
      }
      if (!done) {
        pages(home, pages.size(), after == null ? start : after.plusNanos(1), end, after);
      }
    }

    private void pages(Path home, int kept, Instant start, Instant end, @Nullable Instant after)
        throws IOException {
      Set<String> tokens = new HashSet<>();
      @Nullable String token = null;
      int number = kept;
      Instant until = end;
      do {
        HttpResponse<String> answer =
            web.get(uri(start, until, token), HttpResponse.BodyHandlers.ofString());
        Instant allowed = clock.instant().minus(RECENT);
        if (isTooRecent(answer) && until.equals(end) && allowed.isBefore(end)) {
          until = allowed;
          missing.add("%s: cut at %s, newer bars need a paid plan".formatted(symbol, until));
          if (until.isBefore(start)) {
            return;
          }
          continue;
        }
        requireGood(answer);
        Page page = Page.of(answer.body(), symbol, after);
        Path file = home.resolve(String.format(Locale.ROOT, "page-%04d.json", ++number));
        keep(file, answer.body());
        add(file, page);
        after = page.last == null ? after : page.last;
        token = page.token;
        if (token != null && !tokens.add(token)) {
          throw new FetchException(
              "pages of %s must each name another, one came twice".formatted(symbol));
        }
      } while (token != null || (!until.equals(end) && number == kept));
    }

    private void add(Path file, Page page) {
      if (page.bars > 0) {
        files.add(file);
      }
    }

    private URI uri(Instant start, Instant end, @Nullable String token) {
      SequencedMap<String, String> asked = new LinkedHashMap<>();
      asked.put("symbols", symbol);
      asked.put("timeframe", timeframe);
      asked.put("start", start.toString());
      asked.put("end", end.toString());
      asked.put("limit", String.valueOf(MOST_BARS));
      asked.put("sort", "asc");
      if (!coin) {
        asked.put("adjustment", "raw");
        asked.put("feed", feed);
      }
      if (token != null) {
        asked.put("page_token", token);
      }
      String query =
          asked.entrySet().stream()
              .map(one ->
                  one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
              .collect(Collectors.joining("&"));
      String path = coin ? "/v1beta3/crypto/us/bars" : "/v2/stocks/bars";
      return URI.create(BinanceArchive.text(host) + path + "?" + query);
    }
  }

  /// The pages of a window that are whole, up to the first that is not. Of a window that was not
  /// over yet nothing is taken: it has more bars by now.
  private static List<Path> sound(Path home, boolean open) throws IOException {
    List<Path> pages = new ArrayList<>();
    boolean good = !open;
    for (Path page : pagesIn(home)) {
      Path sum = page.resolveSibling(page.getFileName() + ".sha256");
      good &= Files.exists(sum) && Files.readString(sum).equals(BinanceArchive.sha256(page));
      if (good) {
        pages.add(page);
      } else {
        Files.delete(page);
        Files.deleteIfExists(sum);
      }
    }
    return pages;
  }

  private static List<Path> pagesIn(Path home) throws IOException {
    try (Stream<Path> all = Files.list(home)) {
      return all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static void keep(Path file, String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(
        file.resolveSibling(file.getFileName() + ".sha256"), BinanceArchive.sha256(text));
    Files.writeString(part, text);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean isTooRecent(HttpResponse<String> answer) {
    return answer.statusCode() == FORBIDDEN
        && (answer.body().contains("recent SIP data") || answer.body().contains("past 15 minutes"));
  }

  private static void requireGood(HttpResponse<String> answer) throws FetchException {
    int status = answer.statusCode();
    if (status == UNAUTHORIZED || status == FORBIDDEN) {
      throw new FetchException(
          "%s refused with status %s: %s; keys come from %s and %s"
              .formatted(
                  Web.place(answer.uri()),
                  status,
                  message(answer.body()),
                  Keys.ID_VARIABLE,
                  Keys.SECRET_VARIABLE));
    }
    if (status != OK) {
      throw new FetchException(
          "%s refused with status %s: %s"
              .formatted(Web.place(answer.uri()), status, message(answer.body())));
    }
  }

  private static String message(String body) {
    try {
      String message = JSON.readTree(body).path("message").asString("");
      return message.isEmpty() ? "no reason given" : message;
    } catch (JacksonException _) {
      return "no reason given";
    }
  }
}
