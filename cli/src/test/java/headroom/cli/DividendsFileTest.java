package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.data.bars.BadDataException;
import headroom.sim.account.Dividend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DividendsFileTest {
  @TempDir private Path folder = Path.of("");

  private static SequencedMap<InstrumentId, Instrument> instruments() {
    SequencedMap<InstrumentId, Instrument> all = new TreeMap<>();
    Instrument stock = Instrument.stock("AAPL");
    Instrument pair = Instrument.crypto("BTC/USD", Fixed.ONE);
    all.put(stock.id(), stock);
    all.put(pair.id(), pair);
    return all;
  }

  private Path file(String... rows) throws IOException {
    Path file = folder.resolve("dividends.csv");
    Files.writeString(
        file, "symbol,type,ex_date,payable_date,rate\n" + String.join("\n", rows) + "\n");
    return file;
  }

  @Test
  void readsWhatIsPaid() throws IOException {
    Path file = file("AAPL,cash_dividend,2025-05-12,2025-05-15,0.26");
    assertThat(DividendsFile.read(file, instruments()))
        .containsExactly(
            new Dividend(
                new InstrumentId("AAPL"),
                LocalDate.of(2025, 5, 12),
                LocalDate.of(2025, 5, 15),
                Money.of("0.26")));
  }

  @Test
  void namesEveryBadRow() throws IOException {
    Path file =
        file(
            "AAPL,forward_split,2025-05-12,2025-05-15,4",
            "BTC/USD,cash_dividend,2025-05-12,2025-05-15,1",
            "AAPL,cash_dividend,12 May,2025-05-15,1",
            "AAPL,cash_dividend,2025-05-12,2025-05-11,1",
            "AAPL,cash_dividend,2025-05-12,2025-05-12,0");
    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> DividendsFile.read(file, instruments()))
        .satisfies(bad ->
            assertThat(bad.getMessage())
                .contains(
                    "2: type must be cash_dividend",
                    "3: symbol must be a stock, was BTC/USD",
                    "4: ex_date must be a date like 2025-05-12",
                    "5: payable_date must not be before ex_date, 2025-05-12, was 2025-05-11",
                    "6: rate must be above 0"));
  }
}
