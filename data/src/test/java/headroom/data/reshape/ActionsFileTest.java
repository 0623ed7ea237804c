package headroom.data.reshape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import headroom.core.market.InstrumentId;
import headroom.core.num.Money;
import headroom.data.bars.BadDataException;
import headroom.data.bars.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a file of corporate actions may say, and what is said of one that does not.
final class ActionsFileTest {
  private static final InstrumentId AAPL = new InstrumentId("AAPL");
  private static final InstrumentId XYZ = new InstrumentId("XYZ");
  private static final LocalDate DAY = LocalDate.of(2025, 5, 12);

  @TempDir private Path folder = Path.of("");

  private List<CorporateAction> read(String name, String text) throws IOException {
    return ActionsFile.read(Files.writeString(folder.resolve(name), text));
  }

  private List<String> problems(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    BadDataException bad =
        catchThrowableOfType(BadDataException.class, () -> ActionsFile.read(file));
    return bad.problems().stream().map(ActionsFileTest::said).toList();
  }

  private static String said(Problem problem) {
    return problem.line() + ": " + problem.message();
  }

  @Test
  void allTypesAreReadBySymbolAndDate() throws IOException {
    assertThat(
            read(
                "actions.csv",
                """
                symbol,type,ex_date,payable_date,old_rate,new_rate,rate
                xyz,reverse_split,2025-05-12,,20,1,
                AAPL,cash_dividend,2025-05-13,2025-05-15,,,0.26
                AAPL,forward_split,2025-05-12,2025-05-09,1,4,
                XYZ,forward_split,2025-05-13,,1,1.5,
                """))
        .containsExactly(
            new CorporateAction.Split(AAPL, DAY, 4, 1),
            new CorporateAction.Dividend(
                AAPL, DAY.plusDays(1), LocalDate.of(2025, 5, 15), Money.of("0.26")),
            new CorporateAction.Split(XYZ, DAY, 1, 20),
            new CorporateAction.Split(XYZ, DAY.plusDays(1), 3, 2));
  }

  @Test
  void columnsThatNobodyNeedsMayBeMissingAndADividendIsPaidOnItsExDate() throws IOException {
    assertThat(read("a.csv", "symbol,type,ex_date,rate\nAAPL,cash_dividend,2025-05-12,0.26\n"))
        .containsExactly(new CorporateAction.Dividend(AAPL, DAY, DAY, Money.of("0.26")));
    assertThat(
            read(
                "b.csv",
                "symbol,type,ex_date,old_rate,new_rate\nAAPL,forward_split,2025-05-12,1,4\n"))
        .containsExactly(new CorporateAction.Split(AAPL, DAY, 4, 1));
  }

  @Test
  void linesOfJsonMaySayWhatAVendorSaysBesideIt() throws IOException {
    assertThat(
            read(
                "actions.jsonl",
                """
                {"id":"8c7b","symbol":"AAPL","cusip":"037833100","type":"cash_dividend","rate":0.26,"special":false,"foreign":false,"process_date":"2025-05-15","ex_date":"2025-05-12","record_date":"2025-05-12","payable_date":"2025-05-15"}
                {"id":"0f1e","symbol":"AAPL","type":"forward_split","old_rate":1,"new_rate":4,"ex_date":"2025-05-12"}
                """))
        .containsExactly(
            new CorporateAction.Dividend(AAPL, DAY, LocalDate.of(2025, 5, 15), Money.of("0.26")),
            new CorporateAction.Split(AAPL, DAY, 4, 1));
  }

  @Test
  void twoDividendsOfOneDayAreTwo() throws IOException {
    assertThat(
            read(
                "actions.csv",
                """
                symbol,type,ex_date,rate
                AAPL,cash_dividend,2025-05-12,0.26
                AAPL,cash_dividend,2025-05-12,1
                """))
        .hasSize(2);
  }

  @Test
  void everythingThatIsWrongIsNamed() throws IOException {
    assertThat(
            problems(
                "actions.csv",
                """
                symbol,type,ex_date,payable_date,old_rate,new_rate,rate
                AAPL,merger,2025-05-12,,1,4,
                BTC/USD,cash_dividend,2025-05-12,,,,1
                AAPL,cash_dividend,12 May,2025-05-15,,,1
                AAPL,cash_dividend,2025-05-12,2025-05-11,,,1
                AAPL,cash_dividend,2025-05-12,,,,0
                AAPL,cash_dividend,2025-05-12,,1,4,1
                AAPL,forward_split,2025-05-12,,4,1,
                AAPL,reverse_split,2025-05-12,,1,4,
                AAPL,forward_split,2025-05-12,,,,2
                AAPL,forward_split,2025-05-12,,1,1.000000001,
                ,forward_split,2025-05-12,,1,4,
                AAPL,forward_split,2025-05-12,,1,4,
                AAPL,forward_split,2025-05-12,,1,5,
                AAPL,cash_dividend,2025-05-12,,,,1
                AAPL,cash_dividend,2025-05-12,2025-05-12,,,1.0
                """))
        .containsExactly(
            "2: type must be cash_dividend, forward_split or reverse_split, was 'merger'",
            "3: symbol must be a stock, was 'BTC/USD'",
            "4: ex_date must be a date like 2025-05-12, was '12 May'",
            "5: payable_date must not be before ex_date, 2025-05-12, was 2025-05-11",
            "6: rate must be above 0 and at most 9223372036.854775807, was '0'",
            "7: old_rate of a cash_dividend must be empty, was '1'",
            "7: new_rate of a cash_dividend must be empty, was '4'",
            "8: new_rate of a forward_split must be above old_rate, 4, was 1",
            "9: new_rate of a reverse_split must be below old_rate, 1, was 4",
            "10: rate of a forward_split must be empty, was '2'",
            "10: old_rate must be given, was empty",
            "10: new_rate must be given, was empty",
            "11: new_rate and old_rate must be as whole numbers up to 1000000, were as 1000000001 to 1000000000",
            "12: symbol must be given, was empty",
            "14: action must be there once, was there before",
            "16: action must be there once, was there before");
  }
}
