package headroom.data.fetch;

import headroom.data.Sha256;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The public archive of Binance's spot klines: a file for each month, and one for each day.
///
/// A file is written as `.part` and goes on from there after a break; it counts when its SHA-256 is
/// the one beside it in the archive.
///
/// Not thread safe; owned by one fetch.
public final class BinanceArchive {

  /// The vendor's address.
  public static final URI HOST = URI.create("https://data.binance.vision");

  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int NOT_FOUND = 404;
  private static final int NOT_SATISFIABLE = 416;

  private final URI host;
  private final Path folder;
  private final Web web;

  /// @param folder where its files are kept
  public BinanceArchive(URI host, Path folder, Waiting waiting, InstantSource clock) {
    this.host = host;
    this.folder = folder;
    this.web = new Web(Map.of(), waiting, clock);
  }

  /// The klines of a pair: by months where they are whole and there, else by days.
  ///
  /// @param pair as the archive writes it: `BTCUSDT`
  /// @param interval as the archive writes it: `5m`
  /// @throws FetchException if a file cannot be had whole
  public Fetched fetch(String pair, String interval, LocalDate from, LocalDate to)
      throws IOException {
    Files.createDirectories(folder);
    String symbol = pair.toUpperCase(Locale.ROOT);
    Taking taking = new Taking(symbol, interval);
    YearMonth last = YearMonth.from(to);
    for (YearMonth month = YearMonth.from(from);
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      boolean whole = !month.atDay(1).isBefore(from) && !month.atEndOfMonth().isAfter(to);
      if (whole && taking.take("monthly", month.toString())) {
        continue;
      }
      LocalDate day = month.atDay(1).isBefore(from) ? from : month.atDay(1);
      for (; !day.isAfter(to) && YearMonth.from(day).equals(month); day = day.plusDays(1)) {
        if (!taking.take("daily", day.toString())) {
          taking.missing.add(
              "%s %s: the archive has no klines of %s".formatted(symbol, interval, day));
        }
      }
    }
    return new Fetched(taking.files, taking.reused, taking.missing);
  }

  /// The files of one pair.
  private final class Taking {
    private final String symbol;
    private final String interval;
    private final List<Path> files = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private int reused;

    Taking(String symbol, String interval) {
      this.symbol = symbol;
      this.interval = interval;
    }

    /// Whether the archive has a file, which then is here.
    boolean take(String period, String of) throws IOException {
      String name = "%s-%s-%s.zip".formatted(symbol, interval, of);
      URI uri =
          URI.create(
              "%s/data/spot/%s/klines/%s/%s/%s"
                  .formatted(text(host), period, symbol, interval, name));
      HttpResponse<String> sum =
          web.get(URI.create(uri + ".CHECKSUM"), HttpResponse.BodyHandlers.ofString());
      if (sum.statusCode() == NOT_FOUND) {
        return false;
      }
      require(sum.statusCode() == OK, uri + ".CHECKSUM", sum.statusCode());
      String wanted = sum.body().strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
      Path file = folder.resolve(name);
      if (Files.exists(file) && sha256(file).equals(wanted)) {
        reused++;
      } else {
        download(uri, file, wanted);
      }
      files.add(file);
      return true;
    }
  }

  /// A part that leads to a wrong checksum is thrown away, and the whole is asked for once more.
  private void download(URI uri, Path file, String wanted) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    boolean resumed = Files.exists(part) && Files.size(part) > 0;
    String was = take(uri, part);
    if (!was.equals(wanted) && resumed) {
      Files.deleteIfExists(part);
      was = take(uri, part);
    }
    if (!was.equals(wanted)) {
      Files.deleteIfExists(part);
      throw new FetchException("%s must have the SHA-256 %s, had %s".formatted(uri, wanted, was));
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private String take(URI uri, Path part) throws IOException {
    HttpResponse<Path> answer =
        web.get(
            uri,
            () -> range(part),
            info ->
                switch (info.statusCode()) {
                  case OK ->
                      HttpResponse.BodySubscribers.ofFile(
                          part,
                          StandardOpenOption.CREATE,
                          StandardOpenOption.WRITE,
                          StandardOpenOption.TRUNCATE_EXISTING);
                  case PARTIAL ->
                      HttpResponse.BodySubscribers.ofFile(
                          part, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                  default -> HttpResponse.BodySubscribers.replacing(part);
                });
    int status = answer.statusCode();
    require(status == OK || status == PARTIAL || status == NOT_SATISFIABLE, uri.toString(), status);
    return Files.exists(part) ? sha256(part) : "nothing";
  }

  private static Map<String, String> range(Path part) {
    long there = part.toFile().length();
    return there == 0 ? Map.of() : Map.of("Range", "bytes=" + there + "-");
  }

  private static void require(boolean good, String uri, int status) throws FetchException {
    if (!good) {
      throw new FetchException(
          "%s must answer with a file, answered status %s".formatted(uri, status));
    }
  }

  static String sha256(Path file) throws IOException {
    return Sha256.hex(Files.readAllBytes(file));
  }

  static String sha256(String text) {
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Without a slash at its end.
  static String text(URI host) {
    return host.toString().replaceFirst("/+$", "");
  }
}
