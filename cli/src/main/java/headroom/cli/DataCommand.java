package headroom.cli;

import headroom.core.market.Bars;
import headroom.core.num.Fixed;
import headroom.data.bars.BadDataException;
import headroom.data.bars.BarFolder;
import headroom.data.bars.LeftAlone;
import headroom.data.bars.LoadReport;
import headroom.data.bars.LoadRequest;
import headroom.data.bars.Loaded;
import headroom.data.bars.Problem;
import headroom.data.bars.StockHours;
import headroom.data.check.BarCheck;
import headroom.data.check.Finding;
import headroom.data.reshape.CorporateAction;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `headroom data`: looks at bars, checks them, makes some up.
@Command(
    name = "data",
    description = "Looks at bars, checks them, brings them in, makes some up.",
    mixinStandardHelpOptions = true,
    subcommands = {
      SynthCommand.class,
      ImportCommand.class,
      ConvertCommand.class,
      FetchCommand.class
    },
    footer = {"", "Example: headroom data validate bars/"})
final class DataCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  DataCommand() {}

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private Loaded load(Path folder, SymbolsOption symbols, StockHours hours, JsonOption json)
      throws IOException {
    List<String> names = new Problems().in(json::requirePlace).end(symbols::names);
    try (Progress progress = Progress.of("loading", "files", spec.commandLine().getErr())) {
      return BarFolder.load(
          LoadRequest.of(folder).withSymbols(names).with(hours).withProgress(progress::at));
    }
  }

  @Command(
      name = "validate",
      description = {
        "Checks every row of a folder, and looks for what no single row can show:",
        "gaps, jumps, series that end too early, times that are not UTC or those of the close,",
        "days that come twice, rows of another instrument.",
        "Exit code 0: nothing suspicious, 1: something suspicious, 2: bad rows or files."
      },
      mixinStandardHelpOptions = true,
      footer = {"", "Example: headroom data validate bars/ --symbols 'crypto/*'"})
  int validate(
      @Parameters(paramLabel = "DIR", description = "holds crypto/ and stocks/") Path folder,
      @Mixin SymbolsOption symbols,
      @Mixin ActionsOption actions,
      @Mixin JsonOption json)
      throws IOException {
    actions.requireThere();
    List<CorporateAction> given = actions.read();
    try (Interrupts interrupts = new Interrupts("checking", spec.commandLine().getErr())) {
      Loaded loaded = loadOrTell(folder, symbols, json);
      List<Finding> findings = BarCheck.of(loaded, given).findings();
      interrupts.follow();
      return tell(loaded, findings, json);
    }
  }

  /// What nothing can be loaded of has problems all the same.
  private Loaded loadOrTell(Path folder, SymbolsOption symbols, JsonOption json)
      throws IOException {
    try {
      return load(folder, symbols, StockHours.of(folder), json);
    } catch (BadDataException unusable) {
      json.write(
          () -> json(unusable.problems(), List.of(), null, null), spec.commandLine().getOut());
      throw unusable;
    }
  }

  private int tell(Loaded loaded, List<Finding> findings, JsonOption json) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    LoadReport report = loaded.report();
    if (!json.write(
        () -> json(report.problems(), findings, report.leftAlone(), loaded.dataHash()), out)) {
      ProblemLines.of(report.problems()).forEach(problem -> out.println("bad row     " + problem));
      for (Finding finding : findings) {
        out.println((finding.kind().isSuspicious() ? "suspicious  " : "to know     ") + finding);
      }
      report.leftAlone().forEach(other -> out.println("left alone  " + other));
      out.println(
          "%s files, %s bars; %s bad files, %s bad rows, %s suspicious, %s to know"
              .formatted(
                  report.files().size(),
                  loaded.series().stream().mapToLong(Bars::length).sum(),
                  report.badFiles().size(),
                  report.badRows(),
                  findings.stream().filter(one -> one.kind().isSuspicious()).count(),
                  findings.stream().filter(one -> !one.kind().isSuspicious()).count()));
    }
    if (!report.problems().isEmpty()) {
      return Main.BAD_INPUT;
    }
    boolean suspicious = findings.stream().anyMatch(one -> one.kind().isSuspicious());
    return suspicious ? Main.FAILED : Main.DONE;
  }

  /// @param leftAlone null if nobody came to look
  /// @param dataHash null without bars
  private static SequencedMap<String, @Nullable Object> json(
      List<Problem> problems,
      List<Finding> findings,
      @Nullable List<LeftAlone> leftAlone,
      @Nullable String dataHash) {
    SequencedMap<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("problems", problems.stream().map(Problem::toString).toList());
    members.put("findings", findings.stream().map(DataCommand::json).toList());
    members.put(
        "leftAlone",
        leftAlone == null ? null : leftAlone.stream().map(LeftAlone::toString).toList());
    members.put("dataHash", dataHash);
    return members;
  }

  private static SequencedMap<String, Object> json(Finding finding) {
    SequencedMap<String, Object> members = new LinkedHashMap<>();
    members.put("symbol", finding.id().value());
    members.put("kind", finding.kind().word());
    members.put("suspicious", finding.kind().isSuspicious());
    members.put("at", Instant.ofEpochSecond(0, finding.atNs()).toString());
    members.put("text", finding.message());
    return members;
  }

  @Command(
      name = "info",
      description = "Lists the series of a folder.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example: headroom data info bars/"})
  int info(
      @Parameters(paramLabel = "DIR", description = "holds crypto/ and stocks/") Path folder,
      @Mixin SymbolsOption symbols,
      @Mixin JsonOption json)
      throws IOException {
    try (Interrupts interrupts = new Interrupts("loading", spec.commandLine().getErr())) {
      Loaded loaded = load(folder, symbols, StockHours.CORE, json);
      interrupts.follow();
      return list(loaded, json);
    }
  }

  private int list(Loaded loaded, JsonOption json) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<SequencedMap<String, Object>> rows = new ArrayList<>();
    for (Bars bars : loaded.series()) {
      rows.add(info(bars, loaded.report()));
    }
    SequencedMap<String, Object> members = new LinkedHashMap<>();
    members.put("series", rows);
    members.put("dataHash", loaded.dataHash());
    if (json.write(() -> members, out)) {
      return Main.DONE;
    }
    Table table =
        new Table(
            "symbol", "class", "bars", "step", "from", "to", "tick", "left out", "last close");
    for (SequencedMap<String, Object> row : rows) {
      table.row(row.values().toArray());
    }
    table.print(out);
    loaded.report().leftAlone().forEach(other -> out.println("left alone  " + other));
    out.println("data hash " + loaded.dataHash());
    return Main.DONE;
  }

  private static SequencedMap<String, Object> info(Bars bars, LoadReport report) {
    int last = bars.length() - 1;
    int leftOut =
        report.files().stream()
            .filter(file -> file.id().equals(bars.id()))
            .mapToInt(file -> file.rows() - file.kept() - file.twice())
            .sum();
    SequencedMap<String, Object> row = new LinkedHashMap<>();
    row.put("symbol", bars.id().value());
    row.put("class", bars.instrument().assetClass().word());
    row.put("bars", bars.length());
    row.put("step", Duration.ofNanos(bars.stepNs()).toString());
    row.put("from", Instant.ofEpochSecond(0, bars.startNs(0)).toString());
    row.put("to", Instant.ofEpochSecond(0, bars.startNs(last) + bars.stepNs()).toString());
    row.put("tick", Fixed.text(bars.instrument().tickRaw()));
    row.put("leftOut", leftOut);
    row.put("lastClose", Fixed.text(bars.closeRaw(last)));
    return row;
  }
}
