package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CalendarCommandTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void daysAreListedWithTheirSessions() {
    Ran ran = Ran.headroom("calendar", "--from", "2025-11-26", "--to", "2025-11-29");
    assertThat(ran.code()).isZero();
    assertThat(ran.out().lines().map(line -> line.replaceAll(" +", " ").strip()))
        .containsExactly(
            "date day kind opens (UTC) closes (UTC) trading from trading to",
            "2025-11-26 Wed regular 2025-11-26T14:30:00Z 2025-11-26T21:00:00Z 2025-11-26T09:00:00Z"
                + " 2025-11-27T01:00:00Z",
            "2025-11-27 Thu holiday Thanksgiving Day",
            "2025-11-28 Fri early-close 2025-11-28T14:30:00Z 2025-11-28T18:00:00Z"
                + " 2025-11-28T09:00:00Z 2025-11-28T22:00:00Z Day after Thanksgiving",
            "2025-11-29 Sat weekend");
  }

  @Test
  void daysAsJsonAreInUtc() {
    Ran ran = Ran.headroom("calendar", "--from", "2025-11-28", "--to", "2025-11-29", "--json");
    JsonNode days = JSON.readTree(ran.out()).get("days");
    assertThat(days.get(0).toString())
        .isEqualTo(
            "{\"date\":\"2025-11-28\",\"kind\":\"early-close\",\"opens\":\"2025-11-28T14:30:00Z\","
                + "\"closes\":\"2025-11-28T18:00:00Z\",\"extendedOpens\":\"2025-11-28T09:00:00Z\",\"extendedCloses\":\"2025-11-28T22:00:00Z\",\"name\":\"Day after Thanksgiving\"}");
    assertThat(days.get(1).toString())
        .isEqualTo(
            "{\"date\":\"2025-11-29\",\"kind\":\"weekend\",\"opens\":null,\"closes\":null,"
                + "\"extendedOpens\":null,\"extendedCloses\":null,\"name\":null}");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-28T12:59:59-05:00, regular, closes 2025-11-28T18:00:00Z, 6600",
    "2025-11-28T13:00:00-05:00, out-of-hours, opens 2025-12-01T14:30:00Z, 20000",
    "2025-07-01T13:30:00Z, regular, closes 2025-07-01T20:00:00Z, 6600",
    "1990-01-01T00:00:00Z, out-of-hours, opens 1990-01-02T14:30:00Z, 20000",
  })
  void aTimeHasARegimeAndTolerances(String at, String regime, String change, int cryptoPpm) {
    Ran ran = Ran.headroom("calendar", "--at", at);
    assertThat(ran.code()).isZero();
    assertThat(ran.out().lines().map(line -> line.replaceAll(" +", " ").strip()))
        .contains("regime " + regime, change, "cryptoEntryPpm " + cryptoPpm)
        .contains("protectionPpm 1000", "atOnceRanks " + (regime.equals("regular") ? 0 : 2));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-28T03:59:59-05:00, closed, tradingBegins 2025-11-28T09:00:00Z",
    "2025-11-28T04:00:00-05:00, extended hours, tradingEnds 2025-11-28T22:00:00Z",
    "2025-11-28T12:59:59-05:00, core session, tradingEnds 2025-11-28T22:00:00Z",
    "2025-11-28T16:59:59-05:00, extended hours, tradingEnds 2025-11-28T22:00:00Z",
    "2025-11-28T17:00:00-05:00, closed, tradingBegins 2025-12-01T09:00:00Z",
    "2025-07-01T19:59:59-04:00, extended hours, tradingEnds 2025-07-02T00:00:00Z"
  })
  void aTimeSaysWhoMayTradeStocks(String at, String stocks, String change) {
    Ran plain = Ran.headroom("calendar", "--at", at);
    Ran extended = Ran.headroom("calendar", "--at", at, "--set", "extended-hours=on");
    assertThat(plain.out().lines().map(line -> line.replaceAll(" +", " ").strip()))
        .contains("stocks " + stocks, change);
    assertThat(plain.out().contains("stockEntryPpm")).isEqualTo(stocks.equals("core session"));
    assertThat(extended.out().contains("stockEntryPpm")).isEqualTo(!stocks.equals("closed"));
  }

  @Test
  void tolerancesFollowTheSettings() {
    Ran ran =
        Ran.headroom(
            "calendar",
            "--at",
            "2025-07-01T13:30:00Z",
            "--set",
            "tolerance.stock=1%",
            "--set",
            "tolerance.instrument.ON=2%",
            "--json");
    JsonNode json = JSON.readTree(ran.out());
    assertThat(json.get("stockEntryPpm").asInt()).isEqualTo(10_000);
    assertThat(json.get("stockStealPpm").asInt()).isEqualTo(10_000);
    assertThat(json.get("ON entryPpm").asInt()).isEqualTo(20_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--from 2025-02-30 | Invalid value for option '--from': must be a date such as 2025-01-31,"
            + " was '2025-02-30'",
        "--at 2025-11-28T13:30:00 | Invalid value for option '--at': must be a time with its"
            + " offset, such as 2025-11-28T13:30:00-05:00, was '2025-11-28T13:30:00'",
        "--from 2025-02-03 --to 2025-02-02 | --to must be 2025-02-03 or later, was 2025-02-02",
        "--from 1989-12-31 --to 1990-01-02 | date must be from 1990-01-01 to 2200-12-31, the years"
            + " whose sessions are known, was 1989-12-31",
        "--at 2201-01-01T00:00:00Z | date must be from 1990-01-01 to 2200-12-31, the years whose"
            + " sessions are known, was 2201-01-01",
        "--at 2025-01-01T00:00:00Z --to 2025-01-02 | --at must be alone, was together with --from"
            + " or --to",
        "--at 2025-01-01T00:00:00Z --set protection=1% | --set: protection must be below the"
            + " narrowest entry tolerance, tolerance.stock 6600 ppm, was 10000 ppm: the stealable"
            + " window would be -3400 ppm",
      })
  void whatCannotBeAnsweredIsBadInput(String arguments, String problem) {
    Ran ran = Ran.headroom(("calendar " + arguments).split(" ", -1));
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.problems()).contains(problem);
  }
}
