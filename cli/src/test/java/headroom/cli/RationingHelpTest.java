package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.cli.settings.Keys;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What users are told at the command line of how capacity is divided.
class RationingHelpTest {
  @Test
  void theGrammarOfListsIsInTheHelpAndItsExamplesWork() {
    Ran help = Ran.headroom("config", "explain", "--help");
    assertThat(help.out()).contains("WHO=MOST", "RANK:ENTRY[:STEAL][:steal-only]", "OWNER=NUMBER");
    List<String> examples =
        help.out().lines().filter(line -> line.contains(" --set '")).map(String::strip).toList();
    assertThat(examples).hasSize(2);
    for (String example : examples) {
      List<String> words = List.of(example.split(" ", 6));
      Ran ran = Ran.headroom("config", "explain", words.get(3), "--set", unquoted(words.get(5)));
      assertThat(ran.code()).as(example).isZero();
      assertThat(ran.out()).contains("from       --set");
    }
  }

  private static String unquoted(String text) {
    return text.substring(1, text.length() - 1);
  }

  @Test
  void everyKeyIsShownExplainedAndCompleted() {
    String shown = Ran.headroom("config", "show").out();
    String completion = Ran.headroom("completion").out();
    for (String key : Keys.all().keySet()) {
      assertThat(shown).containsPattern("(?m)^" + key.replace(".", "\\.") + " ");
      assertThat(completion).contains('"' + key + '"');
      assertThat(Ran.headroom("config", "explain", key).code()).as(key).isZero();
    }
  }

  @Test
  void checkShowsTheTiersInPlaceOfTheClasses() {
    Ran ran = Ran.headroom("config", "check", "--set", "tiers=4:0.5%, *:0.3%:0.4%:steal-only");
    assertThat(ran.out().lines().skip(2).map(line -> line.replaceAll(" +", " ").strip()))
        .containsExactly(
            "regime of entry ppm stealable ppm dead zone ppm",
            "any ranks 1-4 5000 4000 0",
            "any ranks from 5 3000 3000 0");
  }
}
