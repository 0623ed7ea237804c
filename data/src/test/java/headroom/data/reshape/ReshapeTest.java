package headroom.data.reshape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headroom.core.market.Bars;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.data.DataFolder;
import headroom.data.bars.BarFolder;
import headroom.data.bars.LoadRequest;
import headroom.data.calendar.ExchangeCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReshapeTest {

  private static final ExchangeCalendar NYSE = ExchangeCalendar.nyse();
  private static final long MINUTE_NS = 60_000_000_000L;

  @TempDir Path folder;

  @Test
  void barsOfAStockAreJoinedFromTheOpenOnAndNotAcrossTheClose() {
    // 3 July 2025 closes at 17:00 UTC; the session begins at 13:30.
    Bars bars =
        load(
            "stocks/AAA.csv",
            "2025-07-03T13:00:00Z,9,9,9,9,1",
            "2025-07-03T13:30:00Z,10,12,9,11,1",
            "2025-07-03T14:00:00Z,11,15,10,12,2",
            "2025-07-03T14:30:00Z,12,13,8,13,3",
            "2025-07-03T16:30:00Z,13,14,13,14,4",
            "2025-07-03T17:00:00Z,14,99,14,14,5",
            "2025-07-03T17:30:00Z,20,20,20,20,6",
            "2025-07-03T18:00:00Z,21,21,21,21,7");
    assertThat(texts(Resample.of(bars, 60 * MINUTE_NS, NYSE)))
        .containsExactly(
            "2025-07-03T12:30:00Z 9 9 9 9 1",
            "2025-07-03T13:30:00Z 10 15 9 12 3",
            "2025-07-03T14:30:00Z 12 13 8 13 3",
            "2025-07-03T16:30:00Z 13 14 13 14 4",
            "2025-07-03T17:30:00Z 20 21 20 21 13");
  }

  @Test
  void barsOfACoinAreJoinedByTheUtcDayAndGapsStayGaps() {
    Bars bars =
        load(
            "crypto/BTCUSDT.csv",
            "2025-01-01T00:10:00Z,10,12,9,11,1",
            "2025-01-01T00:15:00Z,11,15,10,12,2",
            "2025-01-01T00:20:00Z,12,13,8,13,3",
            "2025-01-01T01:00:00Z,13,14,13,14,4");
    assertThat(texts(Resample.of(bars, 15 * MINUTE_NS, NYSE)))
        .containsExactly(
            "2025-01-01T00:00:00Z 10 12 9 11 1",
            "2025-01-01T00:15:00Z 11 15 8 13 5",
            "2025-01-01T01:00:00Z 13 14 13 14 4");
  }

  @Test
  void lengthsThatDoNotFitAreRefused() {
    Bars coin =
        load(
            "crypto/BTCUSDT.csv",
            "2025-01-01T00:10:00Z,1,1,1,1,1",
            "2025-01-01T00:15:00Z,1,1,1,1,1");
    for (long minutes : new long[] {1, 7, 35}) {
      assertThatThrownBy(() -> Resample.of(coin, minutes * MINUTE_NS, NYSE))
          .hasMessage(
              "bars of BTC/USD can be made as long as a multiple of 5m that divides a day, was %sm"
                  .formatted(minutes));
    }
    Bars stock =
        load("stocks/AAA.csv", "2025-01-02T14:30:00Z,1,1,1,1,1", "2025-01-02T14:35:00Z,1,1,1,1,1");
    assertThatThrownBy(() -> Resample.of(stock, 120 * MINUTE_NS, NYSE))
        .hasMessage("bars of the stock AAA can be made as long as a divisor of an hour, was 2h");
  }

  @Test
  void pricesBeforeASplitAreDividedAndVolumesMultiplied() throws IOException {
    // Ten to one on 10 June 2024, a dividend of 1 % of the close before on the 11th.
    Bars bars =
        load(
            "stocks/NVDA.csv",
            "2024-06-07T19:30:00Z,1200,1210,1190,1200,100",
            "2024-06-10T19:30:00Z,120,121,119,120,1000",
            "2024-06-10T20:00:00Z,120,121,119,120,1000",
            "2024-06-11T13:30:00Z,119,120,118,119,1000");
    Path file =
        Files.writeString(
            folder.resolve("actions.csv"),
            """
            symbol,type,ex_date,old_rate,new_rate,rate
            nvda,cash_dividend,2024-06-11,,,1.2
            NVDA,forward_split,2024-06-10,1,10,
            OTHR,forward_split,2024-06-10,1,2,
            """);
    List<CorporateAction> actions = ActionsFile.read(file);
    assertThat(texts(Adjust.of(bars, actions, Adjust.Kinds.SPLITS)))
        .containsExactly(
            "2024-06-07T19:30:00Z 120 121 119 120 1000",
            "2024-06-10T19:30:00Z 120 121 119 120 1000",
            "2024-06-10T20:00:00Z 120 121 119 120 1000",
            "2024-06-11T13:30:00Z 119 120 118 119 1000");
    assertThat(texts(Adjust.of(bars, actions, Adjust.Kinds.ALL)))
        .containsExactly(
            "2024-06-07T19:30:00Z 118.8 119.79 117.81 118.8 1000",
            "2024-06-10T19:30:00Z 118.8 119.79 117.81 118.8 1000",
            "2024-06-10T20:00:00Z 118.8 119.79 117.81 118.8 1000",
            "2024-06-11T13:30:00Z 119 120 118 119 1000");
  }

  @Test
  void aDividendAboveThePriceIsRefused() {
    Bars bars =
        load("stocks/AAA.csv", "2025-01-02T14:30:00Z,1,1,1,1,1", "2025-01-03T14:30:00Z,1,1,1,1,1");
    CorporateAction action =
        new CorporateAction.Dividend(
            bars.id(), LocalDate.of(2025, 1, 3), LocalDate.of(2025, 1, 3), Money.of("1"));
    assertThatThrownBy(() -> Adjust.of(bars, List.of(action), Adjust.Kinds.ALL))
        .hasMessage("dividend of AAA on 2025-01-03 must be below the close before it, 1, was 1");
  }

  private Bars load(String name, String... rows) {
    new DataFolder(folder).withRows(name, rows);
    return BarFolder.load(
            LoadRequest.of(folder).withSymbols(List.of(symbol(name))).withExtendedHours(true))
        .strict()
        .series()
        .getFirst();
  }

  private static String symbol(String name) {
    return name.replaceFirst(".*/", "").replace(".csv", "");
  }

  private static List<String> texts(Bars bars) {
    List<String> texts = new ArrayList<>();
    for (int bar = 0; bar < bars.length(); bar++) {
      texts.add(
          String.join(
              " ",
              Instant.ofEpochSecond(0, bars.startNs(bar)).toString(),
              Fixed.text(bars.openRaw(bar)),
              Fixed.text(bars.highRaw(bar)),
              Fixed.text(bars.lowRaw(bar)),
              Fixed.text(bars.closeRaw(bar)),
              Fixed.text(bars.volumeRaw(bar))));
    }
    return texts;
  }
}
