package headroom.cli;

import headroom.core.market.Bars;
import headroom.data.bars.BarFolder;
import headroom.data.bars.DataHash;
import headroom.data.bars.LoadRequest;
import headroom.data.bars.Loaded;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `headroom data convert`: a data folder in another format, in longer bars, or adjusted.
@Command(
    name = "convert",
    description = {
      "Writes a data folder in another format, in longer bars, or adjusted.",
      "Bad rows are left out and named, as in a run; instruments.yaml goes along."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  headroom data convert bars/ --into bars-parquet/ --format parquet",
      "  headroom data convert bars/ --into bars-1h/ --step 1h",
      "  headroom data convert raw/ --into bars/ --actions actions.csv --adjust all"
    })
final class ConvertCommand implements Callable<Integer> {
  private static final String INSTRUMENTS = "instruments.yaml";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DIR", description = "holds crypto/ and stocks/")
  private Path from = Path.of("");

  @Mixin private SeriesFolder folder = new SeriesFolder();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "csv (gzip, the default) or parquet (needs the module headroom-parquet)")
  private String format = "csv";

  @Mixin private SymbolsOption symbols = new SymbolsOption();
  @Mixin private ReshapeOptions reshape = new ReshapeOptions();

  @Option(names = "--strict", description = "refuse bad rows instead of leaving them out")
  private boolean strict;

  @Mixin private JsonOption json = new JsonOption();

  ConvertCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    List<String> names =
        new Problems()
            .in(folder::require)
            .in(this::requireAnother)
            .in(() -> SeriesFolder.Format.of(format))
            .in(json::requirePlace)
            .in(reshape::require)
            .end(symbols::names);
    try (Interrupts interrupts = new Interrupts("converting", err)) {
      Loaded loaded = load(names, err);
      if (strict) {
        loaded.strict();
      }
      ProblemLines.of(loaded.report().problems())
          .forEach(problem -> err.println("headroom: left out: " + problem));
      List<Bars> series = reshape.of(loaded.series());
      interrupts.follow();
      List<Path> written =
          folder.write(series, SeriesFolder.Format.of(format), interrupts::requireNone);
      copyInstruments();
      tell(series, written);
    }
    return Main.DONE;
  }

  /// Bars before and after the session go along.
  private Loaded load(List<String> names, PrintWriter err) {
    try (Progress progress = Progress.of("loading", "files", err)) {
      return BarFolder.load(
          LoadRequest.of(from)
              .withSymbols(names)
              .withExtendedHours(true)
              .withProgress(progress::at));
    }
  }

  private void requireAnother() throws IOException {
    Path into = folder.path();
    if (Files.exists(into) && Files.exists(from) && Files.isSameFile(into, from)) {
      throw new IllegalArgumentException("--into must be another folder than DIR, was " + into);
    }
  }

  private void copyInstruments() throws IOException {
    Path file = from.resolve(INSTRUMENTS);
    Path copy = folder.path().resolve(INSTRUMENTS);
    if (Files.exists(file) && !Files.exists(copy)) {
      Files.copy(file, copy);
    }
  }

  private void tell(List<Bars> series, List<Path> written) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    SequencedMap<String, Object> members = new LinkedHashMap<>();
    members.put("written", written.stream().map(Path::toString).toList());
    members.put("bars", series.stream().mapToLong(Bars::length).sum());
    members.put("dataHash", DataHash.of(series));
    if (!json.write(() -> members, out)) {
      written.forEach(file -> out.println("written   " + file));
      out.println("%s bars of %s series".formatted(members.get("bars"), series.size()));
    }
  }
}
