package headroom.data.intents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.num.Fixed;
import headroom.data.bars.BadDataException;
import headroom.data.bars.Problem;
import headroom.data.calendar.ExchangeCalendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Files of intents in a folder, as the tests write and read them.
///
/// @param folder where they are
record IntentFiles(Path folder) {

  /// The columns of most files.
  static final String HEADER = "id,symbol,side,quantity,limit,no-exit";

  static long ns(String time) {
    Instant instant = Instant.parse(time);
    return instant.getEpochSecond() * Fixed.ONE + instant.getNano();
  }

  List<DatedIntent> read(String name, String... lines) {
    return IntentFile.read(file(name, lines), instruments(), ExchangeCalendar.nyse());
  }

  List<String> problems(String name, String... lines) {
    return problems(file(name, lines));
  }

  /// Every problem without the name of the file, which is the same for all.
  static List<String> problems(Path file) {
    BadDataException bad =
        catchThrowableOfType(
            BadDataException.class,
            () -> IntentFile.read(file, instruments(), ExchangeCalendar.nyse()));
    assertThat(bad).as("what %s is refused with", file).isNotNull();
    assertThat(bad.problems()).extracting(Problem::place).containsOnly(file.toString());
    return bad.problems().stream()
        .map(Problem::toString)
        .map(problem -> problem.substring(file.toString().length() + 1).strip())
        .toList();
  }

  Path file(String name, String... lines) {
    try {
      String text = String.join("\n", lines);
      return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static SequencedMap<InstrumentId, Instrument> instruments() {
    SequencedMap<InstrumentId, Instrument> instruments = new LinkedHashMap<>();
    for (Instrument instrument :
        List.of(
            Instrument.stock("AAPL"),
            Instrument.stock("BRK.B"),
            notShortable("GME"),
            Instrument.crypto("BTC/USD", Fixed.ONE / 100))) {
      instruments.put(instrument.id(), instrument);
    }
    return instruments;
  }

  private static Instrument notShortable(String id) {
    Instrument usual = Instrument.stock(id);
    return new Instrument(
        usual.id(),
        usual.assetClass(),
        usual.tickRaw(),
        usual.stepRaw(),
        usual.minimum(),
        false,
        usual.tags());
  }
}
