package headroom.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Each fault of `src/mutants` of a module makes the test that it names fail.
///
/// `-Dmutant=NAME` tries those alone whose name begins so.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MutantsTest {
  private static final Path ROOT = Path.of("..");
  private static final int LEAST = 12;

  private final List<Mutant> mutants = new ArrayList<>();
  private final Workshop workshop = new Workshop(ROOT, Path.of("target/mutants"), classPath());

  private static String classPath() {
    String all = System.getProperty("surefire.test.class.path");
    return all == null ? System.getProperty("java.class.path") : all;
  }

  @BeforeAll
  void read() throws IOException {
    mutants.addAll(Mutant.of(ROOT, "core"));
    mutants.addAll(Mutant.of(ROOT, "sim"));
  }

  @Test
  void eachIsNoticed() throws IOException, InterruptedException {
    String only = System.getProperty("mutant", "");
    List<Mutant> chosen =
        mutants.stream().filter(mutant -> mutant.name().startsWith(only)).toList();
    for (String module : List.of("core", "sim")) {
      controls(module, chosen);
    }
    List<String> unnoticed = new ArrayList<>();
    for (Mutant mutant : chosen) {
      long startNs = System.nanoTime();
      Verdict verdict = workshop.judge(mutant);
      String text =
          switch (verdict) {
            case Verdict.Killed killed -> "killed by " + mutant.test() + ": " + killed.by();
            case Verdict.Survived survived ->
                "SURVIVED %s of %s".formatted(survived.tests(), mutant.test());
            case Verdict.Broken broken -> "BROKEN " + broken.why();
          };
      double seconds = (System.nanoTime() - startNs) / 1e9;
      System.out.printf("%-32s %5.1f s  %s%n", mutant.name(), seconds, text);
      if (!(verdict instanceof Verdict.Killed)) {
        unnoticed.add(mutant.name() + " (" + mutant.says() + ") " + text);
      }
    }
    assertThat(unnoticed).isEmpty();
    assertThat(chosen).isNotEmpty();
  }

  /// Without a fault the same tests pass; otherwise their failing would say nothing.
  private void controls(String module, List<Mutant> chosen)
      throws IOException, InterruptedException {
    List<String> tests =
        chosen.stream()
            .filter(mutant -> mutant.module().equals(module))
            .map(Mutant::test)
            .distinct()
            .toList();
    if (!tests.isEmpty()) {
      assertThat(workshop.control(module, tests))
          .as("%s without a fault", module)
          .isInstanceOf(Verdict.Survived.class);
    }
  }

  @Test
  void thereAreEnoughOfThemUnderDifferentNames() {
    assertThat(mutants).hasSizeGreaterThanOrEqualTo(LEAST);
    assertThat(mutants.stream().map(Mutant::name)).doesNotHaveDuplicates();
  }

  private static Mutant attempt(String name, String original, String replacement, String test) {
    return Mutant.parse(
        name,
        "core",
        List.of(
            "A try.",
            "source headroom/core/num/Fixed.java",
            "test " + test,
            "--- original",
            original,
            "--- mutant",
            replacement));
  }

  private static final String TEST = "headroom.core.num.FixedTest#agreesWithExactArithmetic";

  @Test
  void aChangeThatChangesNothingSurvives() throws IOException, InterruptedException {
    String line = "return scaled(aRaw, bRaw, ONE, rounding);";
    assertThat(workshop.judge(attempt("try-nothing", line, line, TEST)))
        .isInstanceOf(Verdict.Survived.class);
  }

  @Test
  void whatCannotBeJudgedIsNoKill() throws IOException, InterruptedException {
    String line = "return scaled(aRaw, bRaw, ONE, rounding);";
    assertThat(workshop.judge(attempt("try-syntax", line, "return later;", TEST)))
        .isInstanceOf(Verdict.Broken.class)
        .asString()
        .contains("must compile", "later");
    assertThat(workshop.judge(attempt("try-gone", "return nowhere;", line, TEST)))
        .asString()
        .contains("exactly once", "not there");
    assertThat(workshop.judge(attempt("try-twice", "}", "}", TEST)))
        .asString()
        .contains("exactly once", "more than once");
    assertThat(workshop.judge(attempt("try-test", line, line, "headroom.core.num.FixedTest#none")))
        .asString()
        .contains("a test must exist");
  }
}
