package headroom.data.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A source on this machine, which answers as a vendor does.
final class Vendor implements AutoCloseable {

  private final HttpServer server;
  private final Answering answering;

  /// What was asked, in order, as path and query.
  final List<String> asked = new ArrayList<>();

  /// One answer.
  ///
  /// @param body each character a byte
  record Answer(int status, String body, Map<String, String> headers) {

    static Answer of(int status, String body) {
      return new Answer(status, body, Map.of());
    }

    static Answer of(int status, byte[] body) {
      return of(status, new String(body, StandardCharsets.ISO_8859_1));
    }
  }

  /// What is answered.
  @FunctionalInterface
  interface Answering {
    Answer to(HttpExchange exchange, String asked);
  }

  Vendor(Answering answering) throws IOException {
    this.answering = answering;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String what = exchange.getRequestURI().toString();
    asked.add(what);
    Answer answer = answering.to(exchange, what);
    answer.headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    // A length beyond the body breaks the connection off in the middle.
    byte[] body = answer.body.getBytes(StandardCharsets.ISO_8859_1);
    long length = body.length == 0 ? -1 : body.length;
    String claimed = answer.headers.get("X-Claimed-Length");
    exchange.sendResponseHeaders(answer.status, claimed == null ? length : Long.parseLong(claimed));
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
      exchange.getResponseBody().flush();
    }
    exchange.close();
  }

  URI host() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
