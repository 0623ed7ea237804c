package headroom.cli;

import headroom.core.market.AssetClass;
import headroom.core.market.Bars;
import headroom.data.bars.DataHash;
import headroom.data.fetch.AlpacaHistory;
import headroom.data.fetch.BinanceArchive;
import headroom.data.fetch.Fetched;
import headroom.data.fetch.Keys;
import headroom.data.imports.BarImport;
import headroom.data.imports.ImportOptions;
import headroom.data.imports.Imported;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `headroom data fetch`: bars from public sources, into a data folder.
@Command(
    name = "fetch",
    description = {
      "Fetches bars from Binance's public archive or Alpaca's historical data, into a data folder.",
      "What came is kept in DIR/.fetch with checksums, so that a fetch goes on where it broke off.",
      "Alpaca's keys come from the variables APCA_API_KEY_ID and APCA_API_SECRET_KEY; coins need none.",
      "Exit code 0: all there, 1: something is missing at the source, the rest is written."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  headroom data fetch binance --symbols BTCUSDT,ETHUSDT --step 5m \\",
      "      --from 2025-01-01 --to 2025-03-31 --into bars/",
      "  headroom data fetch alpaca --symbols AAPL,BTC/USD --step 5m \\",
      "      --from 2025-01-01 --to 2025-03-31 --into bars/"
    })
final class FetchCommand implements Callable<Integer> {
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9]{1,20}(\\.[A-Za-z]{1,2}|/[A-Za-z]{3,5})?");
  private static final String KEPT = ".fetch";
  private static final String RECORD = "fetched.jsonl";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SOURCE", description = "binance or alpaca")
  private String source = "";

  @Option(
      names = "--symbols",
      paramLabel = "NAME,...",
      required = true,
      split = ",",
      description = "as the source writes them: BTCUSDT; AAPL, BTC/USD")
  private List<String> symbols = List.of();

  @Option(
      names = "--step",
      paramLabel = "LENGTH",
      description = "1m, 5m, 15m, 30m or 1h (default: 5m)")
  private String step = "5m";

  @Option(names = "--from", paramLabel = "DATE", required = true, description = "first day, UTC")
  private LocalDate from = LocalDate.EPOCH;

  @Option(names = "--to", paramLabel = "DATE", required = true, description = "last day, included")
  private LocalDate to = LocalDate.EPOCH;

  @Mixin private SeriesFolder folder = new SeriesFolder();

  @Option(
      names = "--feed",
      paramLabel = "FEED",
      description = "of Alpaca's stocks: sip (default) or iex")
  private String feed = "sip";

  @Option(names = "--host", paramLabel = "URL", description = "another address than the vendor's")
  private @Nullable URI host;

  @Mixin private JsonOption json = new JsonOption();

  FetchCommand() {}

  /// Fetches one symbol.
  @FunctionalInterface
  private interface Source {
    Fetched fetch(String symbol) throws IOException;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Source from =
        new Problems()
            .in(folder::require)
            .in(json::requirePlace)
            .in(this::requireDates)
            .in(this::minutes)
            .in(this::requireNames)
            .end(this::source);
    List<String> missing = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    int reused = 0;
    try (Interrupts interrupts = new Interrupts("fetching", err)) {
      try (Progress progress = Progress.of("fetching", "symbols", err)) {
        for (int one = 0; one < symbols.size(); one++) {
          interrupts.requireNone();
          Fetched fetched = from.fetch(symbols.get(one).strip());
          files.addAll(fetched.files());
          missing.addAll(fetched.missing());
          reused += fetched.reused();
          progress.at(one + 1L, symbols.size());
        }
      }
      missing.forEach(what -> err.println("headroom: missing: " + what));
      if (files.isEmpty()) {
        return Main.FAILED;
      }
      Imported imported = BarImport.of(files, options());
      ProblemLines.of(imported.problems())
          .forEach(problem -> err.println("headroom: left out: " + problem));
      interrupts.follow();
      List<Path> written =
          folder.write(imported.series(), SeriesFolder.Format.CSV, interrupts::requireNone);
      record(imported.series());
      tell(imported, files.size(), reused, missing, written);
    }
    return missing.isEmpty() ? Main.DONE : Main.FAILED;
  }

  private Source source() {
    Path kept = folder.path().resolve(KEPT).resolve(source);
    return switch (source) {
      case "binance" -> {
        BinanceArchive archive =
            new BinanceArchive(
                address(BinanceArchive.HOST), kept, Thread::sleep, Clock.systemUTC());
        yield symbol -> archive.fetch(symbol, step, from, to);
      }
      case "alpaca" -> {
        String timeframe = minutes() == 60 ? "1Hour" : minutes() + "Min";
        AlpacaHistory history =
            new AlpacaHistory(
                address(AlpacaHistory.HOST),
                kept,
                feed,
                Keys.of(System.getenv()),
                Thread::sleep,
                Clock.systemUTC());
        yield symbol -> history.fetch(symbol.toUpperCase(Locale.ROOT), timeframe, from, to);
      }
      default ->
          throw new IllegalArgumentException(
              "SOURCE must be binance or alpaca, was '%s'".formatted(source));
    };
  }

  private URI address(URI usual) {
    URI address = host == null ? usual : host;
    if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) {
      throw new IllegalArgumentException(
          "--host must begin with https:// or http://, was '%s'".formatted(address));
    }
    return address;
  }

  private void requireDates() {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("--to must be %s or later, was %s".formatted(from, to));
    }
  }

  /// They become part of addresses and of names of files.
  private void requireNames() {
    for (String symbol : symbols) {
      if (!NAME.matcher(symbol.strip()).matches()) {
        throw new IllegalArgumentException(
            "--symbols must be such as BTCUSDT, AAPL or BTC/USD, was '%s'".formatted(symbol));
      }
    }
  }

  private int minutes() {
    return switch (step) {
      case "1m" -> 1;
      case "5m" -> 5;
      case "15m" -> 15;
      case "30m" -> 30;
      case "1h" -> 60;
      default ->
          throw new IllegalArgumentException(
              "--step must be 1m, 5m, 15m, 30m or 1h, was '%s'".formatted(step));
    };
  }

  private ImportOptions options() {
    return source.equals("binance")
        ? new ImportOptions(null, AssetClass.CRYPTO, Map.of(), null, null, null, null)
        : ImportOptions.NONE;
  }

  /// Where the series of the folder come from, a line each time.
  private void record(List<Bars> series) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Bars bars : series) {
      SequencedMap<String, Object> members = new LinkedHashMap<>();
      members.put("symbol", bars.id().value());
      members.put("source", source);
      members.put("feed", bars.instrument().isStock() ? feed : "");
      members.put("adjustment", "raw");
      members.put("fetched", Instant.now().toString());
      members.put("from", from.toString());
      members.put("to", to.toString());
      members.put("bars", bars.length());
      members.put("hash", DataHash.of(bars));
      lines.append(Json.line(members)).append('\n');
    }
    Files.writeString(
        folder.path().resolve(KEPT).resolve(RECORD),
        lines,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private void tell(
      Imported imported, int files, int reused, List<String> missing, List<Path> written)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    SequencedMap<String, Object> members = new LinkedHashMap<>();
    members.put("files", files);
    members.put("reused", reused);
    members.put("missing", missing);
    members.put("bars", imported.series().stream().mapToLong(Bars::length).sum());
    members.put("written", written.stream().map(Path::toString).toList());
    members.put("dataHash", DataHash.of(imported.series()));
    if (!json.write(() -> members, out)) {
      written.forEach(file -> out.println("written   " + file));
      out.println(
          "%s files, %s of them there already; %s bars of %s series; %s missing"
              .formatted(files, reused, members.get("bars"), written.size(), missing.size()));
    }
  }
}
