package headroom.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import headroom.core.capacity.Cap;
import headroom.core.capacity.Cap.Measure;
import headroom.core.capacity.Cap.Scope;
import headroom.core.engine.Guards;
import headroom.core.engine.Rationing;
import headroom.core.engine.Settings;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.tolerance.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Caps, tiers, priorities and brakes as settings.
class RationingSettingsTest {
  private static final String CAPS =
      "all=10 orders, all=5 positions, symbol:AAPL=5000, tag:chips=50%, owner:bob=3000,"
          + " owner:bob=3 orders";

  @TempDir Path folder;

  private static EffectiveSettings set(String... set) {
    return SettingsLoader.load(null, Map.of(), null, List.of(), List.of(set));
  }

  private Path yaml(String text) throws IOException {
    return Files.writeString(folder.resolve("headroom.yaml"), text);
  }

  private static EffectiveSettings load(Path file) {
    return SettingsLoader.load(file, Map.of(), null, List.of(), List.of());
  }

  private static List<String> problems(String... set) {
    SettingsException refused = catchThrowableOfType(SettingsException.class, () -> set(set));
    assertThat(refused).isNotNull();
    return refused.problems();
  }

  private static String value(EffectiveSettings settings, String key) {
    return String.valueOf(settings.values().get(key));
  }

  @Test
  void allIsOffByDefault() {
    assertThat(set().engine().rationing()).isEqualTo(Rationing.NONE);
    assertThat(set().engine().guards()).isEqualTo(Guards.NONE);
  }

  @Test
  void capsAreForWhomTheySayAndCountWhatTheySay() {
    assertThat(set("caps=" + CAPS).engine().rationing().caps())
        .containsExactly(
            new Cap(Scope.ALL, "", Measure.ORDERS, 10),
            new Cap(Scope.ALL, "", Measure.POSITIONS, 5),
            new Cap(Scope.INSTRUMENT, "AAPL", Measure.VALUE, 5_000 * Fixed.ONE),
            new Cap(Scope.TAG, "chips", Measure.SHARE, 500_000),
            new Cap(Scope.OWNER, "bob", Measure.VALUE, 3_000 * Fixed.ONE),
            new Cap(Scope.OWNER, "bob", Measure.ORDERS, 3));
  }

  @Test
  void tiersHaveTheirTolerancesAndTheRestMayOnlySteal() {
    Settings engine = set("tiers=4:0.5%, 15:0.66%:0.8%, *:0.3%:steal-only").engine();
    assertThat(engine.rationing().tiers())
        .containsExactly(
            new Tier(4, 5_000, 5_000, true),
            new Tier(15, 6_600, 8_000, true),
            new Tier(Integer.MAX_VALUE, 3_000, 3_000, false));
  }

  @Test
  void prioritiesAndBrakesReachTheEngine() {
    Settings engine =
        set(
                "priorities=ann=2,bob = -1",
                "message-budget=60",
                "storm.fills=5",
                "storm.notional=7000.50",
                "storm.steals=3",
                "storm.exposure=150%")
            .engine();
    assertThat(engine.rationing().priorities()).isEqualTo(Map.of("ann", 2, "bob", -1));
    assertThat(engine.guards()).isEqualTo(new Guards(60, 5, Money.of("7000.5"), 3, 1_500_000));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "caps | owner:bob=3000.00,  all=1 orders,symbol:BTC/USD=0 | all=1 order, symbol:BTC/USD=0,"
            + " owner:bob=3000",
        "caps | tag:b=50.0%,tag:a=500000ppm,all=2position | all=2 positions, tag:a=50%, tag:b=50%",
        "caps | owner:a=b=5 | owner:a=b=5",
        "tiers | *:0.003:0.3%:steal-only,4:5000ppm | 4:0.5%, *:0.3%:steal-only",
        "tiers | *:0.3%:0.4% | *:0.3%:0.4%",
        "priorities | bob=01,ann=+2 | ann=2, bob=1",
      })
  void thereIsOneSpellingAndItMeansTheSame(String key, String text, String spelling) {
    EffectiveSettings written = set(key + "=" + text);
    assertThat(value(written, key)).isEqualTo(spelling);
    EffectiveSettings again = set(key + "=" + spelling);
    assertThat(value(again, key)).isEqualTo(spelling);
    assertThat(again.hash()).isEqualTo(written.hash());
    assertThat(again.engine()).isEqualTo(written.engine());
  }

  @Test
  void aFileWritesThemAsTextOrAsLists() throws IOException {
    EffectiveSettings text =
        load(
            yaml(
                """
                caps: %s
                tiers: 4:0.5%%, *:0.3%%:steal-only
                priorities: ann=2, bob=1
                storm: {fills: 5}
                """
                    .formatted(CAPS)));
    EffectiveSettings lists =
        load(
            yaml(
                """
                caps: [all=10 orders, all=5 positions, symbol:AAPL=5000]
                tiers:
                  - 4:0.5%
                  - "*:0.3%:steal-only"
                priorities:
                  - ann=2
                  - bob=1
                storm.fills: 5
                """));
    assertThat(value(text, "tiers")).isEqualTo(value(lists, "tiers"));
    assertThat(value(text, "priorities")).isEqualTo(value(lists, "priorities"));
    assertThat(value(text, "caps")).isEqualTo(CAPS);
    assertThat(value(lists, "caps")).isEqualTo("all=10 orders, all=5 positions, symbol:AAPL=5000");
    EffectiveSettings same =
        load(
            yaml(
                """
                caps:
                  - owner:bob=3 orders
                  - owner:bob=3000
                  - tag:chips=50%
                  - symbol:AAPL=5000
                  - all=5 positions
                  - all=10 orders
                tiers: ["*:0.3%:steal-only", 4:0.5%]
                priorities: [bob=1, ann=2]
                storm.fills: 5
                """));
    assertThat(same.hash()).isEqualTo(text.hash());
    assertThat(load(yaml("caps: off\ntiers: [off]\n")).engine().rationing())
        .isEqualTo(Rationing.NONE);
  }

  @Test
  void everyFaultyEntryIsNamedWithItsPlace() throws IOException {
    Path file =
        yaml(
            """
            caps:
              - al=5 orders
              - all=10 ordrs
              - owner:=5
              - all:x=5
              - symbol:aapl=5
              - tag:chips=0.5
              - owner:bob=-1
              - owner:bob=1E5
              - tag:chips=5000%
              - owner:x=1.5 orders
              - bob
              - owner:ann=5, owner:ann=50%
            tiers: [4:40, "x:0.5%", 4, "0:0.5%:x", 9:0.5%, 9:0.6%]
            priorities: {ann: 2}
            message-budget: 0
            storm:
              exposure: 2
              fils: 3
            """);
    SettingsException refused = catchThrowableOfType(SettingsException.class, () -> load(file));
    String ratio = "must be a ratio from 0.0001% to 100% (0.4%, 0.004 or 4000ppm)";
    assertThat(refused.problems())
        .containsExactly(
            file + ":15: priorities must be a text or a list of texts, was something else",
            file
                + ":1: caps in 'al=5 orders' must be for all, symbol:AAPL, tag:WORD or owner:NAME, was 'al'; did you mean all?",
            file
                + ":1: caps in 'all=10 ordrs' the most must be dollars, a share, orders or positions, was '10 ordrs'; did you mean orders?",
            file + ":1: caps in 'owner:=5' must have a name, owner:NAME, was 'owner:'",
            file + ":1: caps in 'all:x=5' must be for all without a name, was 'all:x'",
            file
                + ":1: caps in 'symbol:aapl=5' symbol must be the name of an instrument, such as AAPL or BTC/USD, was 'aapl'",
            file
                + ":1: caps in 'tag:chips=0.5' the most must be at least 1 dollar, was '0.5'; did you mean 50%?",
            file
                + ":1: caps in 'owner:bob=-1' the most must be an amount of dollars above 0 and at most 1000000000 (10000 or 10000.00), or 0, was '-1'",
            file
                + ":1: caps in 'owner:bob=1E5' the most must be an amount of dollars above 0 and at most 1000000000 (10000 or 10000.00), or 0, was '1E5'",
            file
                + ":1: caps in 'tag:chips=5000%' the most must be a ratio from 0% to 1000% (0.4%, 0.004 or 4000ppm), was '5000%'",
            file
                + ":1: caps in 'owner:x=1.5 orders' the most must be a whole number from 0 to 1000000, was '1.5'",
            file + ":1: caps must be caps such as owner:bob=3000 or all=10 orders, was 'bob'",
            file + ":1: caps must name owner:ann once, was 'owner:ann=5' and 'owner:ann=50%'",
            file
                + ":14: tiers in '4:40' the entry tolerance "
                + ratio
                + ", was '40': a ratio without a sign must be below 1; did you mean 40%?",
            file
                + ":14: tiers in 'x:0.5%' the rank must be a whole number from 1 to 1000000, was 'x', or *",
            file + ":14: tiers must be tiers such as 4:0.5% or *:0.3%:steal-only, was '4'",
            file
                + ":14: tiers in '0:0.5%:x' the rank must be a whole number from 1 to 1000000, was '0', or *",
            file + ":14: tiers in '0:0.5%:x' the steal tolerance " + ratio + ", was 'x'",
            file + ":14: tiers must name rank 9 once, was '9:0.5%' and '9:0.6%'",
            file + ":14: tiers must say what holds for all other ranks, such as *:0.3%, did not",
            file + ":16: message-budget must be a whole number from 1 to 1000000, or off, was '0'",
            file
                + ":18: storm.exposure must be a ratio from 0.0001% to 10000% (0.4%, 0.004 or 4000ppm), or off, was '2': a ratio without a sign must be below 1; did you mean 2%?",
            file + ":19: key must be a known one, was 'storm.fils'; the nearest is storm.fills");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "caps= | caps must have something between its commas, was ''",
        "caps=all=1 order,,all=2 orders | caps must have something between its commas, was"
            + " 'all=1 order,,all=2 orders'",
        "tiers=4:0.5% | tiers must say what holds for all other ranks, such as *:0.3%, did not",
        "tiers=*:0.5%:0.3% | tiers must have steal tolerances of at least the entry tolerance, was"
            + " '*:0.5%:0.3%': within the 2000 ppm between an intent is ready and cannot steal;"
            + " allow-dead-zone permits it",
        "tiers=4:0.1%, *:0.5% | protection must be below the narrowest entry tolerance, tiers 4"
            + " 1000 ppm, was 1000 ppm: the stealable window would be 0 ppm",
        "priorities=ann | priorities must be priorities such as ann=2, was 'ann'",
        "priorities=ann=x | priorities in 'ann=x' the number must be a whole number from -1000000 to"
            + " 1000000, was 'x'",
      })
  void faultsOfAWholeListAreNamed(String set, String problem) {
    assertThat(problems(set)).contains("--set: " + problem);
  }

  @Test
  void aStarWithoutQuotesIsExplained() throws IOException {
    Path file = yaml("tiers:\n  - 4:0.5%\n  - *:0.3%\n");
    SettingsException refused = catchThrowableOfType(SettingsException.class, () -> load(file));
    assertThat(refused.problems())
        .singleElement()
        .asString()
        .startsWith(file + ":3: file must be YAML, was not: ")
        .endsWith("; a text that begins with * must be in quotes");
  }

  @Test
  void aDeadZoneOfATierMayBeAllowed() {
    assertThat(set("tiers=*:0.5%:0.3%", "allow-dead-zone=true").engine().rationing().tiers())
        .containsExactly(new Tier(Integer.MAX_VALUE, 5_000, 3_000, true));
  }

  @Test
  void aPresetTakesThemBack() throws IOException {
    Path file = yaml("caps: all=1 order\ntiers: '*:0.5%'\nstorm.fills: 1\n");
    for (String name : Presets.names()) {
      Settings engine = SettingsLoader.load(file, Map.of(), name, List.of(), List.of()).engine();
      assertThat(engine.rationing()).as(name).isEqualTo(Rationing.NONE);
      assertThat(engine.guards()).as(name).isEqualTo(Guards.NONE);
    }
  }
}
