package headroom.cli;

import headroom.core.market.AssetClass;
import headroom.core.market.Bars;
import headroom.data.bars.DataHash;
import headroom.data.bars.Problem;
import headroom.data.imports.BarImport;
import headroom.data.imports.Detected;
import headroom.data.imports.ImportOptions;
import headroom.data.imports.Imported;
import headroom.data.imports.NumberForm;
import headroom.data.imports.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `headroom data import`: bars as others write them, into a data folder.
@Command(
    name = "import",
    description = {
      "Reads bars as others write them, and writes them into a data folder.",
      "Layout, columns, zone, open or close stamps, numbers and symbol are detected and said;",
      "what cannot be told is asked for, and nothing is written."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  headroom data import BTCUSDT-5m-2025-0*.zip --into bars/",
      "  headroom data import bars-page-*.json --into bars/ --actions splits.csv --adjust splits",
      "  headroom data import aapl.txt --into bars/ --class stocks --zone America/New_York \\",
      "      --stamps close --columns time=Date+Time,volume=Shares --numbers comma --step 30m"
    })
final class ImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "CSV or JSON of Alpaca bars, also in .gz or .zip; Parquet")
  private List<Path> files = List.of();

  @Mixin private SeriesFolder folder = new SeriesFolder();

  @Option(
      names = "--symbol",
      paramLabel = "NAME",
      description = "the instrument (else: a column, or the name of the file)")
  private @Nullable String symbol;

  @Option(names = "--class", paramLabel = "CLASS", description = "stocks or crypto")
  private @Nullable String assetClass;

  @Option(
      names = "--columns",
      paramLabel = "ROLE=NAME,...",
      description = {
        "names or numbers of columns: time, open, high, low, close, volume, symbol;",
        "a time in two columns as time=Date+Time"
      })
  private @Nullable String columns;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "of times without offset, such as UTC or America/New_York")
  private @Nullable String zone;

  @Option(
      names = "--stamps",
      paramLabel = "WHICH",
      description = "open or close: what of a bar its time is")
  private @Nullable String stamps;

  @Option(
      names = "--numbers",
      paramLabel = "FORM",
      description = "plain (1234.56), thousands (1,234.56) or comma (1.234,56)")
  private @Nullable String numbers;

  @Option(
      names = "--dates",
      paramLabel = "ORDER",
      description = "day-first or month-first: how 1/2/2025 is meant")
  private @Nullable String dates;

  @Mixin private ReshapeOptions reshape = new ReshapeOptions();

  @Option(names = "--strict", description = "refuse bad rows instead of leaving them out")
  private boolean strict;

  @Mixin private JsonOption json = new JsonOption();

  ImportCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    ImportOptions options =
        new Problems()
            .in(folder::require)
            .in(json::requirePlace)
            .in(reshape::require)
            .end(this::options);
    try (Interrupts interrupts = new Interrupts("importing", err)) {
      Imported imported = BarImport.of(files, options);
      ProblemLines.of(imported.problems())
          .forEach(problem ->
              err.println("headroom: %s%s".formatted(strict ? "" : "left out: ", problem)));
      if (strict && !imported.problems().isEmpty()) {
        return Main.BAD_INPUT;
      }
      List<Bars> series = reshape.of(imported.series());
      interrupts.follow();
      List<Path> written = folder.write(series, SeriesFolder.Format.CSV, interrupts::requireNone);
      tell(imported, series, written);
    }
    return Main.DONE;
  }

  private void tell(Imported imported, List<Bars> series, List<Path> written) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (json.write(() -> json(imported, series, written), out)) {
      return;
    }
    imported.detected().forEach(one -> out.println("detected  " + one));
    if (imported.rounded() > 0) {
      out.println("rounded   %s prices to nine decimals".formatted(imported.rounded()));
    }
    if (imported.again() > 0) {
      out.println(
          "once      %s bars that more than one file has, alike".formatted(imported.again()));
    }
    written.forEach(file -> out.println("written   " + file));
    out.println(
        "%s rows, %s bars of %s series; %s problems; look at them with: headroom data validate %s"
            .formatted(
                imported.rows(),
                series.stream().mapToLong(Bars::length).sum(),
                series.size(),
                imported.problems().size(),
                folder.path()));
  }

  private static SequencedMap<String, Object> json(
      Imported imported, List<Bars> series, List<Path> written) {
    SequencedMap<String, Object> members = new LinkedHashMap<>();
    members.put("detected", imported.detected().stream().map(ImportCommand::json).toList());
    members.put("problems", imported.problems().stream().map(Problem::toString).toList());
    members.put("rows", imported.rows());
    members.put("bars", series.stream().mapToLong(Bars::length).sum());
    members.put("rounded", imported.rounded());
    members.put("again", imported.again());
    members.put("written", written.stream().map(Path::toString).toList());
    members.put("dataHash", DataHash.of(series));
    return members;
  }

  private static SequencedMap<String, Object> json(Detected detected) {
    SequencedMap<String, Object> members = new LinkedHashMap<>();
    members.put("file", detected.file());
    members.put("what", detected.what());
    members.put("value", detected.value());
    members.put("how", detected.how());
    return members;
  }

  private ImportOptions options() throws IOException {
    EnumMap<Role, List<String>> mapping = new EnumMap<>(Role.class);
    @Nullable AssetClass[] ofClass = {null};
    @Nullable ZoneId[] inZone = {null};
    @Nullable Boolean[] close = {null};
    @Nullable NumberForm[] form = {null};
    @Nullable Boolean[] dayFirst = {null};
    Problems problems = new Problems();
    problems.in(() -> mapping.putAll(mapping(columns)));
    problems.in(() ->
        ofClass[0] =
            one(
                "--class",
                assetClass,
                Map.of("stocks", AssetClass.STOCK, "crypto", AssetClass.CRYPTO)));
    problems.in(() -> inZone[0] = zone(zone));
    problems.in(() -> close[0] = one("--stamps", stamps, Map.of("open", false, "close", true)));
    problems.in(() ->
        form[0] =
            one(
                "--numbers",
                numbers,
                Map.of(
                    "plain", NumberForm.PLAIN,
                    "thousands", NumberForm.THOUSANDS,
                    "comma", NumberForm.COMMA)));
    problems.in(
        () -> dayFirst[0] = one("--dates", dates, Map.of("day-first", true, "month-first", false)));
    problems.end();
    return new ImportOptions(
        symbol, ofClass[0], mapping, inZone[0], close[0], form[0], dayFirst[0]);
  }

  private static <T> @Nullable T one(String option, @Nullable String text, Map<String, T> values) {
    if (text == null) {
      return null;
    }
    @Nullable T value = values.get(text.toLowerCase(Locale.ROOT));
    if (value == null) {
      throw new IllegalArgumentException(
          "%s must be %s, was '%s'"
              .formatted(
                  option, String.join(" or ", values.keySet().stream().sorted().toList()), text));
    }
    return value;
  }

  private static @Nullable ZoneId zone(@Nullable String text) {
    try {
      return text == null ? null : ZoneId.of(text);
    } catch (DateTimeException _) {
      throw new IllegalArgumentException(
          "--zone must be a time zone such as UTC or America/New_York, was '%s'".formatted(text));
    }
  }

  private static Map<Role, List<String>> mapping(@Nullable String text) {
    Map<Role, List<String>> mapping = new EnumMap<>(Role.class);
    for (String part : text == null ? new String[0] : text.split(",", -1)) {
      String[] sides = part.split("=", 2);
      @Nullable Role role = Role.of(sides[0].strip());
      if (role == null || sides.length < 2 || sides[1].isBlank()) {
        throw new IllegalArgumentException(
            "--columns must be such as time=Date,open=Open with roles of %s, was '%s'"
                .formatted(
                    String.join(", ", Arrays.stream(Role.values()).map(Role::word).toList()),
                    part));
      }
      mapping.put(role, Arrays.stream(sides[1].split("\\+", -1)).map(String::strip).toList());
    }
    return mapping;
  }
}
