package headroom.cli;

import headroom.cli.StudyRun.Played;
import headroom.cli.settings.Form;
import headroom.cli.settings.SettingsException;
import headroom.cli.study.Studies;
import headroom.cli.study.Study;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `headroom study`: ready-made comparisons on data of the user's.
@Command(
    name = "study",
    description = {
      "Puts a ready-made question to your data: many runs side by side, and a page about them.",
      "Settings are the defaults and what the study says; no settings file is read."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    subcommands = {StudyCommand.Names.class, StudyCommand.Show.class},
    footer = {
      "",
      "Examples:",
      "  headroom study list",
      "  headroom study cooldown --data bars/ --out cooldown/",
      "  headroom study show cooldown > mine.yaml; headroom study mine.yaml --data bars/"
    })
final class StudyCommand implements Callable<Integer> {
  private static final Form WORKERS = new Form.Whole(1, 1_024);
  private static final String STUDY = "study.yaml";
  private static final Pattern FILES =
      Pattern.compile(
          "(page\\.md|chart\\.svg|result\\.json|study\\.yaml|(runs|pairs)\\.csv|INTERRUPTED\\.txt)");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME|FILE",
      description = "a study that comes with this, or a file of your own (default: list them)")
  private @Nullable String name;

  @Option(names = "--data", paramLabel = "DIR", description = "holds crypto/ and stocks/")
  private @Nullable Path data;

  @Mixin private Dates dates = new Dates();

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "how many runs at a time (default: one for each processor); changes no figure")
  private @Nullable String workers;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where page, chart and tables go (default: a new folder in headroom-results)")
  private @Nullable Path out;

  @Mixin private JsonOption json = new JsonOption();

  StudyCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter console = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    String asked = name;
    if (asked == null) {
      Names.print(console);
      return Main.DONE;
    }
    OutputFolder place =
        new OutputFolder("--out", "study", FILES, out == null ? ResultFolders.fresh("study") : out);
    List<Integer> threads = new ArrayList<>();
    StudyRun run =
        new Problems()
            .in(dates::requireOrder)
            .in(place::require)
            .in(json::requirePlace)
            .in(this::requireData)
            .in(() -> threads.add(threads()))
            .end(() -> new StudyRun(Studies.find(asked)));
    Path folder = data;
    if (folder == null) {
      throw new IllegalStateException("data must have been required");
    }
    try (Interrupts interrupts = new Interrupts("loading", err)) {
      interrupts.follow();
      List<Played> parts =
          run.play(
              folder, dates, new Crew(threads.getFirst()), () -> !interrupts.isInterrupted(), err);
      if (parts.isEmpty()) {
        interrupts.requireNone();
      }
      StudyPage page = new StudyPage(run.study(), parts);
      String text = Studies.names().contains(asked) ? Studies.text(asked) : read(asked);
      place.write(target -> write(page, text, target));
      print(page, place, console);
      if (interrupts.isInterrupted()) {
        err.println("headroom: interrupted; the study holds the parts that were whole");
        return Main.INTERRUPTED;
      }
      return areSound(parts, err) ? Main.DONE : Main.FAILED;
    }
  }

  private static String read(String file) throws IOException {
    return Files.readString(Path.of(file));
  }

  private void requireData() {
    if (data == null) {
      throw new IllegalArgumentException("--data must be given, was not");
    }
  }

  private int threads() {
    if (workers == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    try {
      return Integer.parseInt(WORKERS.canonical(workers));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--workers " + e.getMessage(), e);
    }
  }

  private static void write(StudyPage page, String study, Path folder) throws IOException {
    Files.writeString(folder.resolve("page.md"), page.markdown());
    Files.writeString(folder.resolve("chart.svg"), StudyChart.svg(page.parts()));
    Files.writeString(folder.resolve("result.json"), Json.text(page.json()) + "\n");
    Files.writeString(folder.resolve("runs.csv"), String.join("\n", page.table(false)) + "\n");
    Files.writeString(folder.resolve("pairs.csv"), String.join("\n", page.table(true)) + "\n");
    Files.writeString(folder.resolve(STUDY), study);
    if (page.parts().size() < page.study().parts().size()) {
      Files.writeString(
          folder.resolve("INTERRUPTED.txt"),
          "%s of %s parts were played\n"
              .formatted(page.parts().size(), page.study().parts().size()));
    }
  }

  private void print(StudyPage page, OutputFolder place, PrintWriter console) throws IOException {
    if (json.write(page::json, console)) {
      return;
    }
    console.println(page.study().title());
    for (Played part : page.parts()) {
      console.println();
      console.println(part.part().name() + ":");
      Table table = new Table(page.header(part).toArray(String[]::new));
      page.rows(part).forEach(cells -> table.row(cells.toArray()));
      table.print(console);
    }
    console.println();
    console.println("files in " + place);
  }

  private static boolean areSound(List<Played> parts, PrintWriter err) {
    boolean sound = true;
    for (Played part : parts) {
      for (ComparedRun run : part.comparison().runs()) {
        if (!run.figures().checks().conservation() || !run.figures().checks().capital()) {
          err.println(
              "headroom: run %s of part %s broke its checks: %s"
                  .formatted(
                      run.number(), part.part().name(), run.figures().checks().violations()));
          sound = false;
        }
      }
    }
    return sound;
  }

  /// `headroom study list`.
  @Command(
      name = "list",
      description = "Names the studies that come with this, and what each asks.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  headroom study list"})
  static final class Names implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    Names() {}

    @Override
    public Integer call() throws IOException {
      print(spec.commandLine().getOut());
      return Main.DONE;
    }

    static void print(PrintWriter out) throws IOException {
      Table table = new Table("study", "runs", "about");
      for (String name : Studies.names()) {
        Study study = Studies.find(name);
        table.row(name, new StudyRun(study).size(), study.title());
      }
      table.print(out);
    }
  }

  /// `headroom study show`.
  @Command(
      name = "show",
      description = "Prints the file of a study, to be copied and changed.",
      mixinStandardHelpOptions = true,
      footer = {"", "Example:", "  headroom study show cooldown > mine.yaml"})
  static final class Show implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "NAME", description = "a study that comes with this")
    private String name = "";

    Show() {}

    /// @throws SettingsException if there is none of that name
    @Override
    public Integer call() throws IOException {
      spec.commandLine().getOut().print(Studies.text(name));
      return Main.DONE;
    }
  }
}
