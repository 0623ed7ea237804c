package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

  private static final List<String> COMMANDS =
      List.of(
          "demo",
          "simulate",
          "compare",
          "check",
          "study",
          "study list",
          "study show",
          "explain",
          "journal",
          "journal verify",
          "calendar",
          "data",
          "data validate",
          "data info",
          "data synth",
          "data import",
          "data convert",
          "data fetch",
          "config",
          "config show",
          "config check",
          "config explain",
          "config presets",
          "completion");

  static List<String> commands() {
    return COMMANDS;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelpWithAnExampleOfItself(String command) {
    Ran ran = Ran.headroom(words(command, "--help"));
    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).startsWith("Usage: headroom " + command);
    String example = ran.out().substring(ran.out().indexOf("Example"));
    assertThat(example).contains("headroom " + command);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpSpeaksTheLanguageOfItsReader(String command) {
    Ran ran = Ran.headroom(words(command, "--help"));
    assertThat(ran.out()).doesNotContainPattern("\\b[RMSVLB]\\d{1,2}\\b").doesNotContain("null");
  }

  /// picocli names a parameter after its field, or by its number.
  @ParameterizedTest
  @MethodSource("commands")
  void everyValueHasANameThatSaysWhatItIs(String command) {
    Ran ran = Ran.headroom(words(command, "--help"));
    assertThat(ran.out()).doesNotContainPattern("<\\w+>").doesNotContain("generate-");
  }

  @Test
  void theCommandAloneSaysWhatThereIs() {
    Ran ran = Ran.headroom();
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("Start with: headroom demo")
        .contains("completion", "config", "data", "calendar", "simulate");
  }

  @Test
  void theVersionNamesCommitAndJdk() {
    for (String command : List.of("", "config", "data info")) {
      Ran ran = Ran.headroom(words(command, "--version"));
      assertThat(ran.code()).isZero();
      assertThat(ran.out())
          .matches(
              Pattern.compile(
                  "headroom \\d+\\.\\d+\\.\\d+\\S*, commit ([0-9a-f]{7,}|unknown), JDK 25\\S*\\R"));
    }
  }

  @Test
  void completionIsAScriptForShells() {
    Ran ran = Ran.headroom("completion");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).startsWith("#!/usr/bin/env bash").contains("--entry-notional");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void anUnknownOptionIsBadUsage(String command) {
    Ran ran = Ran.headroom(words(command, "--no-such-option"));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.problems().getFirst()).containsAnyOf("--no-such-option", "Missing required");
    assertThat(ran.problems().getLast()).isEqualTo("see 'headroom %s --help'".formatted(command));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "simulat | '; did you mean simulate?'",
        "frobnicate | ''",
      })
  void anUnknownCommandIsBadUsage(String text, String guess) {
    Ran ran = Ran.headroom(text);
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems())
        .containsExactly(
            "command must be one of demo, simulate, compare, study, check, explain, journal, calendar, data, config, completion, was '%s'%s"
                .formatted(text, guess),
            "see 'headroom --help'");
  }

  @Test
  void allThatCannotBeReadIsSaidAtOnce() {
    Ran ran = Ran.headroom("simulate", "--polcy", "--from", "x", "--to", "y");
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.problems())
        .containsExactlyInAnyOrder(
            "Invalid value for option '--from': must be a date such as 2025-01-31, was 'x'",
            "Invalid value for option '--to': must be a date such as 2025-01-31, was 'y'",
            "Unknown option: '--polcy'; did you mean --policy?",
            "see 'headroom simulate --help'");
  }

  /// An empty variable of a script would otherwise mean the folder that the shell is in.
  @ParameterizedTest
  @CsvSource({
    "simulate, --data",
    "simulate, --out",
    "simulate, --intents",
    "compare, --data",
    "compare, --out",
    "demo, --out",
    "explain --at 2025-03-03T15:00:00Z, --run",
    "config show, --config",
  })
  void aBlankPathIsNoFolder(String command, String option) {
    for (String blank : List.of("", " ")) {
      List<String> words = new ArrayList<>(List.of(words(command, option)));
      words.add(blank);
      Ran ran = Ran.headroom(words.toArray(String[]::new));
      assertThat(ran.code()).isEqualTo(2);
      assertThat(ran.problems().getFirst())
          .isEqualTo(
              "Invalid value for option '%s': must be the name of a file or folder, was '%s'"
                  .formatted(option, blank));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"data validate", "data info", "data synth"})
  void aBlankParameterIsNoFolder(String command) {
    assertThat(Ran.headroom(words(command, "")).problems())
        .containsExactly(
            "DIR must be the name of a file or folder, was ''",
            "see 'headroom %s --help'".formatted(command));
  }

  private static String[] words(String command, String option) {
    return (command + " " + option).stripLeading().split(" ", -1);
  }
}
