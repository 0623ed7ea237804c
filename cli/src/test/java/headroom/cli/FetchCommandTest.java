package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchCommandTest {

  @TempDir Path folder;

  private HttpServer server;
  private Path into;

  @BeforeEach
  void begin() throws IOException {
    into = folder.resolve("bars");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1beta3/crypto/us/bars",
        exchange -> {
          boolean known = exchange.getRequestURI().getQuery().contains("BTC/USD");
          String bars =
              """
              [{"t":"2025-01-02T00:00:00Z","o":100,"h":101,"l":99,"c":100.5,"v":0.5,"n":3,"vw":100},
               {"t":"2025-01-02T00:05:00Z","o":100,"h":101,"l":99,"c":100.5,"v":0.5,"n":3,"vw":100}]
              """;
          byte[] body =
              (known
                      ? "{\"bars\":{\"BTC/USD\":" + bars + "},\"next_page_token\":null}"
                      : "{\"bars\":{}}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  @Test
  void coinsComeIntoADataFolderWithARecordOfWhereFrom() throws IOException {
    Ran ran = fetch("BTC/USD");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains("1 files, 0 of them there already; 2 bars of 1 series; 0 missing");
    assertThat(Ran.headroom("data", "info", into.toString()).out()).contains("BTC/USD", "PT5M");
    assertThat(Files.readString(into.resolve(".fetch/fetched.jsonl")))
        .contains("\"symbol\":\"BTC/USD\",\"source\":\"alpaca\"", "\"bars\":2");
  }

  @Test
  void whatTheSourceDoesNotHaveIsSaidAndTheRestWritten() {
    Ran ran = fetch("BTC/USD,ETH/USD");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.problems())
        .containsExactly("missing: ETH/USD: no bars from 2025-01-02 to 2025-01-02");
    assertThat(into.resolve("crypto/BTCUSD.csv.gz")).exists();
  }

  @Test
  void everyBadOptionIsNamedAtOnce() {
    Ran ran =
        Ran.headroom(
            "data fetch nasdaq --symbols ../x --step 7m --from 2025-01-02 --to 2025-01-01 --into"
                .concat(" " + into)
                .split(" "));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems())
        .containsExactly(
            "--to must be 2025-01-02 or later, was 2025-01-01",
            "--step must be 1m, 5m, 15m, 30m or 1h, was '7m'",
            "--symbols must be such as BTCUSDT, AAPL or BTC/USD, was '../x'",
            "SOURCE must be binance or alpaca, was 'nasdaq'");
  }

  private Ran fetch(String symbols) {
    return Ran.headroom(
        "data",
        "fetch",
        "alpaca",
        "--symbols",
        symbols,
        "--from",
        "2025-01-02",
        "--to",
        "2025-01-02",
        "--into",
        into.toString(),
        "--host",
        "http://127.0.0.1:" + server.getAddress().getPort());
  }
}
