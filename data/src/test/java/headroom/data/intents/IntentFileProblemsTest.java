package headroom.data.intents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a file of intents is refused for as a whole, or a row as a row.
class IntentFileProblemsTest {

  @TempDir Path folder;

  @Test
  void everyBadRowIsNamedAndNothingElse() {
    assertThat(
            files()
                .problems(
                    "bad.csv",
                    IntentFiles.HEADER,
                    "a,AAPL,buy,1,100,true",
                    "b,AAPL,by,-1,0,true",
                    "c,AAPL,buy,1,100,true",
                    "d,TSLA,buy,1,100,maybe",
                    "e,AAPL,buy,1,100,true"))
        .containsExactly(
            "3: side must be buy or sell, was 'by'",
            "3: limit must be above 0 and at most 9000000, was '0'",
            "3: quantity must be above 0 and at most 9223372036.854775807, was '-1'",
            "5: symbol must be one of AAPL, BRK.B, GME, BTC/USD, was 'TSLA'",
            "5: no-exit must be true or false, was 'maybe'");
  }

  @Test
  void aBadHeaderIsNamedAsAWhole() {
    assertThat(files().problems("h.csv", "id,symbl,side,limit,limit", "a,b,c,d,e,f"))
        .containsExactly(
            "1: column must be a known one, was 'symbl'; the nearest is symbol",
            "1: column limit must occur once, was there twice",
            "1: column symbol must be there, was missing",
            "1: column quantity or notional must be there, was missing",
            "2: row must have 5 columns, had 6");
  }

  @Test
  void badRowsBelowABadHeaderAreNamedInTheSameRun() {
    assertThat(
            files()
                .problems(
                    "h.csv",
                    "id,symbol,sde,quantty,limit,from,from,expires,take-profit,no-exit",
                    "a,AAPL,buy,1,100,2025-01-02T00:00:00Z,,day,101,",
                    "a,TSLA,by,0,100,,,day,101,maybe",
                    "c,AAPL,buy,1,0,,,day,,"))
        .containsExactly(
            "1: column must be a known one, was 'sde'; the nearest is side",
            "1: column must be a known one, was 'quantty'; the nearest is quantity",
            "1: column from must occur once, was there twice",
            "1: column side must be there, was missing",
            "1: column quantity or notional must be there, was missing",
            "3: id must occur once, was 'a' in line 2 too",
            "3: symbol must be one of AAPL, BRK.B, GME, BTC/USD, was 'TSLA'",
            "3: no-exit must be true or false, was 'maybe'",
            "4: limit must be above 0 and at most 9000000, was '0'",
            "4: an exit must be given, none was: write take-profit, stop, max-hold-days or"
                + " session-end, or no-exit true to have none on purpose");
  }

  @Test
  void whatIsMissingUnderAMistypedColumnIsNoFaultOfTheRows() {
    assertThat(
            files()
                .problems(
                    "h.csv", "id,symbol,side,quantity,limit,take-proft", "a,AAPL,buy,1,100,101"))
        .containsExactly(
            "1: column must be a known one, was 'take-proft'; the nearest is take-profit");
    assertThat(
            files()
                .problems("h.csv", "id,symbol,side,quantity,limit,colour", "a,AAPL,buy,1,100,red"))
        .hasSize(2);
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThat(files().problems("e.csv", ""))
        .containsExactly(
            "file must begin with a header such as id,symbol,side,limit,quantity, had none");
    assertThat(files().problems("e.csv", IntentFiles.HEADER))
        .containsExactly("file must hold at least one intent, had none");
    assertThat(files().problems("e.jsonl", ""))
        .containsExactly("file must hold at least one intent, had none");
  }

  @Test
  void aFileThatCannotBeReadIsRefused() throws IOException {
    assertThat(IntentFiles.problems(folder.resolve("missing.csv")))
        .containsExactly("file must exist, was missing");
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, new byte[] {'i', 'd', (byte) 0xE9, '\n'});
    assertThat(IntentFiles.problems(latin)).containsExactly("file must be text in UTF-8, was not");
    Path directory = Files.createDirectory(folder.resolve("folder.csv"));
    assertThat(IntentFiles.problems(directory))
        .containsExactly("file must be a file, was a folder");
    assertThat(files().problems("i.txt", IntentFiles.HEADER))
        .containsExactly("file must end in .csv, .jsonl, .ndjson, .json or .parquet, did not");
  }

  @Test
  void brokenCsvIsRefusedWithItsLine() {
    assertThat(
            files()
                .problems(
                    "b.csv",
                    IntentFiles.HEADER,
                    "a,AAPL,buy,1,100,true",
                    "b,AAPL",
                    "\"c\"x,AAPL",
                    "d"))
        .satisfiesExactly(
            columns -> assertThat(columns).isEqualTo("3: row must have 6 columns, had 2"),
            quote ->
                assertThat(quote).startsWith("4: row must be CSV with closed quotes, was not"));
    assertThat(files().problems("b.csv", IntentFiles.HEADER, "a,AAPL,buy,1,100,\"true"))
        .singleElement()
        .asString()
        .startsWith("2: row must be CSV with closed quotes, was not");
  }

  @Test
  void brokenJsonIsRefusedWithItsLine() {
    String good =
        """
        {"id":"a","symbol":"AAPL","side":"buy","quantity":1,"limit":100,"no-exit":true}\
        """;
    String[][] cases = {
      {"[1]", "line must be a JSON object, was '[1]'"},
      {"7", "line must be a JSON object, was '7'"},
      {
        good.replace('a', 'b').replace("}", "} 7"),
        "line must be one JSON object, had more behind it"
      },
      {"{\"id\":", "line must be a JSON object, was broken at column "},
      {
        with(good, "\"forecast\":nil"),
        "line must be a JSON object, was broken at column 91, at or behind forecast"
      },
      {
        with(good, "\"forecast\":01"),
        "line must be a JSON object, was broken at column 92, at or behind forecast"
      },
      {with(good, "\"forecast\":NaN"), "forecast must be a finite number, was NaN"},
      {with(good, "\"forecast\":Infinity"), "forecast must be a finite number, was Infinity"},
      {with(good, "\"forecast\":-Infinity"), "forecast must be a finite number, was -Infinity"},
      {good.replace("100", "NaN"), "limit must be a finite number, was NaN"},
      {good.replace("limit", "limt"), "key must be a known one, was 'limt'; the nearest is limit"},
      {with(good, "\"id\":\"c\""), "key id must occur once, was there twice"},
      {with(good, "\"tag\":\"c\""), "key must be a known one, was 'tag'; the nearest is tags"},
      {with(good, "\"tags\":[\"c\",{}]"), "tags must be a single value, was a list"},
      {with(good, "\"stop\":{\"at\":1}"), "stop must be a single value, was an object"},
      {with(good, "\"forecast\":true"), "forecast must be a decimal number, was 'true'"},
      {
        with(good, "\"tags\":\"a\\nb\""),
        "tags must be in one line without control characters, was not"
      },
    };
    for (String[] each : cases) {
      String json = each[0].replace("\"id\":\"a\"", "\"id\":\"z\"");
      assertThat(files().problems("b.jsonl", good, "", json, good.replace("\"a\"", "\"y\"")))
          .as(json)
          .singleElement()
          .asString()
          .startsWith("3: " + each[1])
          .doesNotContain("ALLOW_");
    }
  }

  private static String with(String json, String member) {
    return json.replace("}", "," + member + "}");
  }

  private IntentFiles files() {
    return new IntentFiles(folder);
  }
}
