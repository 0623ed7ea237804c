package headroom.data.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// Asks a source, patiently: again after 1, 2, 4, 8 and 16 s when it fails, and after as long as it
/// says when it has enough.
///
/// What is sent in headers is never part of a message.
///
/// Not thread safe; owned by one fetch.
final class Web {

  private static final int LAST_TRY = 5;
  private static final int TOO_MANY = 429;
  private static final int SERVER_FAULT = 500;

  /// The window of the vendor's limit is a minute; what says more is not believed.
  private static final long MOST_WAIT_MS = 61_000;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(20))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Map<String, String> headers;
  private final Waiting waiting;
  private final InstantSource clock;

  /// @param headers sent with every request; may be secret
  Web(Map<String, String> headers, Waiting waiting, InstantSource clock) {
    this.headers = Map.copyOf(headers);
    this.waiting = waiting;
    this.clock = clock;
  }

  /// What a source answers, whatever the status, unless it asks for patience or fails.
  ///
  /// @throws FetchException if it fails to the end
  <T> HttpResponse<T> get(URI uri, HttpResponse.BodyHandler<T> body) throws IOException {
    return get(uri, Map::of, body);
  }

  /// @param more further headers, asked for before each try
  <T> HttpResponse<T> get(
      URI uri, Supplier<Map<String, String>> more, HttpResponse.BodyHandler<T> body)
      throws IOException {
    long waitMs = 1_000;
    String was = "";
    for (int attempt = 0; attempt <= LAST_TRY; attempt++) {
      HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(PATIENCE).GET();
      headers.forEach(request::header);
      more.get().forEach(request::header);
      try {
        HttpResponse<T> answer = client.send(request.build(), body);
        if (answer.statusCode() != TOO_MANY && answer.statusCode() < SERVER_FAULT) {
          if (number(answer, "X-RateLimit-Remaining").orElse(1) == 0) {
            waiting.ms(untilReset(answer, 0));
          }
          return answer;
        }
        was = "status " + answer.statusCode();
        if (attempt < LAST_TRY) {
          waiting.ms(answer.statusCode() == TOO_MANY ? untilReset(answer, waitMs) : waitMs);
        }
      } catch (IOException failed) {
        was = String.valueOf(failed);
        pause(attempt, waitMs);
      } catch (InterruptedException interrupted) {
        throw stopped(interrupted);
      }
      waitMs *= 2;
    }
    throw new FetchException(
        "%s must answer, did not after %s tries: %s".formatted(place(uri), LAST_TRY + 1, was));
  }

  private void pause(int attempt, long waitMs) throws IOException {
    try {
      if (attempt < LAST_TRY) {
        waiting.ms(waitMs);
      }
    } catch (InterruptedException interrupted) {
      throw stopped(interrupted);
    }
  }

  private static FetchException stopped(InterruptedException interrupted) {
    Thread.currentThread().interrupt();
    return new FetchException("fetching was interrupted; it goes on where it was", interrupted);
  }

  private long untilReset(HttpResponse<?> answer, long otherwiseMs) {
    OptionalLong after = number(answer, "Retry-After");
    OptionalLong resetS = number(answer, "X-RateLimit-Reset");
    long ms =
        after.isPresent()
            ? after.getAsLong() * 1_000
            : resetS.isPresent() ? resetS.getAsLong() * 1_000 - clock.millis() : otherwiseMs;
    return Math.clamp(ms, 1_000, MOST_WAIT_MS);
  }

  private static OptionalLong number(HttpResponse<?> answer, String header) {
    String text = answer.headers().firstValue(header).orElse("");
    return text.matches("\\d{1,12}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  /// An address without what is asked of it.
  static String place(URI uri) {
    return "%s://%s%s".formatted(uri.getScheme(), uri.getAuthority(), uri.getPath());
  }
}
