package headroom.data.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headroom.core.engine.Command;
import headroom.core.engine.Event;
import headroom.core.engine.Input;
import headroom.core.engine.Settings;
import headroom.core.market.InstrumentId;
import headroom.core.steal.StealPolicies;
import headroom.core.steal.StealPolicy;
import headroom.core.tolerance.Tolerances;
import headroom.data.bars.BadDataException;
import headroom.data.journal.JournalReader.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JournalTest {
  @TempDir Path folder;

  @Test
  void thereIsASampleOfEveryKindOfEvent() {
    Set<Class<?>> sampled = new HashSet<>();
    Samples.events().forEach(event -> sampled.add(event.getClass()));
    assertThat(sampled).containsExactlyInAnyOrderElementsOf(Wire.records(Event.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"j.jsonl", "j.jsonl.gz"})
  void everyEventComesBackAsItWas(String name) throws IOException {
    List<Event> events = Samples.events();
    Path file = write(name, events);
    List<Event> read = new ArrayList<>();
    try (JournalReader reader = new JournalReader(file)) {
      Line line = reader.next();
      while (line != null) {
        if (line instanceof Line.Taken(Input input)) {
          assertThat(input.seq()).isEqualTo(read.size() + 1);
          assertThat(input.timeNs()).isEqualTo(5);
          read.add(input.event());
        }
        line = reader.next();
      }
    }
    assertThat(read).isEqualTo(events);
  }

  static Stream<StealPolicy> policies() {
    return StealPolicies.all(7).stream();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void theHeaderHoldsAllThatMakesAnEngine(StealPolicy policy) throws IOException {
    Settings defaults = Settings.DEFAULTS;
    TreeMap<InstrumentId, Integer> own = new TreeMap<>();
    own.put(Samples.BTC, 12_000);
    Settings settings =
        new Settings(
            policy,
            new Tolerances(1, 2, 3, 4, 5, own),
            defaults.steals(),
            defaults.fights(),
            defaults.account(),
            3,
            4,
            true,
            true,
            defaults.pauses());
    Path file = folder.resolve("j.jsonl");
    JournalHeader header = Samples.header(settings);
    try (JournalWriter writer = new JournalWriter(file, header)) {
      writer.end(9, true, "hash");
    }
    try (JournalReader reader = new JournalReader(file)) {
      assertThat(reader.header()).isEqualTo(header);
      assertThat(reader.header().settings().policy()).isEqualTo(policy);
      assertThat(Hours.of(reader.header().hours().tradingHours())).isEqualTo(header.hours());
      assertThat(reader.next()).isEqualTo(new Line.Closed(new JournalEnd(9, true, 0, 0, "hash")));
      assertThat(reader.next()).isNull();
    }
  }

  @Test
  void aLineReadsAsTheDocumentSays() throws IOException {
    Path file = write("j.jsonl", Samples.events().subList(1, 3));
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(1))
        .startsWith(
            "{\"seq\":1,\"timeNs\":5,\"prices\":{\"AAA\":100000000000,\"BTC/USD\":1},\"crc\":\"");
    assertThat(lines.get(2))
        .startsWith(
            "{\"seq\":2,\"timeNs\":5,\"event\":{\"is\":\"Priced\",\"quotes\":[{\"instrument\":\"AAA\","
                + "\"bidRaw\":0,\"askRaw\":1,\"lastRaw\":2,\"stampNs\":3}]},\"crc\":\"");
    assertThat(lines.get(3))
        .startsWith("{\"command\":{\"is\":\"Ask\",\"order\":\"a-1\"},\"crc\":\"");
    assertThat(lines.get(4))
        .startsWith(
            "{\"end\":{\"endNs\":9,\"complete\":true,\"inputs\":2,\"commands\":1,\"commandHash\":\"hash\"}");
  }

  @Test
  void whatIsNotEndedLeavesNothingBehind() throws IOException {
    try (JournalWriter writer =
        new JournalWriter(folder.resolve("j.jsonl"), Samples.header(Settings.DEFAULTS))) {
      writer.record(new Input(1, 5, new Event.Woke()));
      assertThat(folder.toFile().list()).containsExactly("j.jsonl.unfinished");
    }
    assertThat(folder.toFile().list()).isEmpty();
  }

  @Test
  void anyChangedByteIsNoticed() throws IOException {
    byte[] whole = Files.readAllBytes(write("j.jsonl", Samples.events()));
    Path file = folder.resolve("changed.jsonl");
    int tried = 0;
    for (int at = 0; at < whole.length; at += 23) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      Files.write(file, changed);
      assertThatThrownBy(() -> readAll(file))
          .as("byte %s", at)
          .isInstanceOf(BadDataException.class)
          .hasMessageContaining("changed.jsonl:");
      tried++;
    }
    assertThat(tried).isGreaterThan(100);
  }

  @Test
  void aChangedLineIsNamed() throws IOException {
    refuses(
        lines -> lines.set(2, lines.get(2).replace("\"timeNs\":5", "\"timeNs\":6")),
        ":3: checksum must be ");
  }

  @Test
  void aMissingInputIsNamed() throws IOException {
    refuses(lines -> lines.remove(2), ":3: seq must be 2, was 3: 1 inputs are missing before");
  }

  @Test
  void exchangedLinesAreNamed() throws IOException {
    refuses(lines -> lines.add(3, lines.remove(4)), ":4: seq must be 3, was 4");
  }

  @Test
  void aCutLastLineIsNamed() throws IOException {
    Path file = write("j.jsonl", Samples.events().subList(4, 6));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 30));
    assertThatThrownBy(() -> readAll(file))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining(
            "j.jsonl:5: line must end with its checksum and a line feed, was cut");
  }

  @Test
  void aMissingClosingLineIsNamed() throws IOException {
    refuses(List::removeLast, ": journal must end with its closing line, ended after this line");
  }

  @Test
  void whatFollowsTheClosingLineIsNamed() throws IOException {
    refuses(
        lines -> lines.add(lines.getLast()), ": journal must end with its closing line, went on");
  }

  @Test
  void anUnknownEventIsNamedWithTheNearest() throws IOException {
    Path file = folder.resolve("j.jsonl");
    chain(
        file,
        header(Samples.header(Settings.DEFAULTS)),
        "{\"seq\":1,\"timeNs\":5,\"event\":{\"is\":\"Wokee\"}}");
    assertThatThrownBy(() -> readAll(file))
        .hasMessageContaining(
            "j.jsonl:2: event must be a known one, was 'Wokee'; the nearest is Woke");
  }

  @Test
  void aSequenceGapUnderSoundChecksumsIsNamed() throws IOException {
    Path file = folder.resolve("j.jsonl");
    chain(
        file,
        header(Samples.header(Settings.DEFAULTS)),
        "{\"seq\":2,\"timeNs\":5,\"event\":{\"is\":\"Woke\"}}");
    assertThatThrownBy(() -> readAll(file)).hasMessageContaining("j.jsonl:2: seq must be 1, was 2");
  }

  @Test
  void aTimeThatGoesBackIsNamed() throws IOException {
    Path file = folder.resolve("j.jsonl");
    chain(
        file,
        header(Samples.header(Settings.DEFAULTS)),
        "{\"seq\":1,\"timeNs\":5,\"event\":{\"is\":\"Woke\"}}",
        "{\"seq\":2,\"timeNs\":4,\"event\":{\"is\":\"Woke\"}}");
    assertThatThrownBy(() -> readAll(file))
        .hasMessageContaining("j.jsonl:3: timeNs must not go back");
  }

  @Test
  void anotherFormatIsRefusedByItsVersion() throws IOException {
    Path file = folder.resolve("j.jsonl");
    chain(file, "{\"headroom\":\"journal\",\"format\":3,\"anything\":1}");
    assertThatThrownBy(() -> readAll(file))
        .hasMessageContaining(
            "j.jsonl:1: format must be 1 or 2, was 3: it was written by another version");
  }

  @Test
  void theFormatBeforeIsReadAsItWasMeant() throws IOException {
    Path file = folder.resolve("j.jsonl");
    JournalHeader header = Samples.header(Settings.DEFAULTS);
    String before =
        header(header)
            .replace("\"format\":2", "\"format\":1")
            .replaceAll(",\"extendedOpensNs\":\\d+,\"extendedClosesNs\":\\d+", "");
    String submitted =
        Wire.mapper().writeValueAsString(new Event.IntentSubmitted(Samples.intent("a")));
    chain(
        file,
        before,
        "{\"seq\":1,\"timeNs\":5,\"event\":"
            + submitted.replace(",\"extendedHours\":false", "")
            + "}");
    try (JournalReader reader = new JournalReader(file)) {
      assertThat(reader.header().format()).isEqualTo(1);
      assertThat(reader.header().hours().tradingHours().isExtended()).isFalse();
      assertThat(reader.header().hours().sessions()).hasSize(2);
      assertThat(reader.next())
          .isEqualTo(
              new Line.Taken(new Input(1, 5, new Event.IntentSubmitted(Samples.intent("a")))));
    }
  }

  @Test
  void aMemberThatTheFormatBeforeDidNotKnowIsRefusedThere() throws IOException {
    Path file = folder.resolve("j.jsonl");
    String now = header(Samples.header(Settings.DEFAULTS));
    chain(file, now.replace("\"format\":2", "\"format\":1"));
    assertThatThrownBy(() -> readAll(file)).hasMessageContaining("j.jsonl:1: header must be as");
  }

  @Test
  void somethingElseIsNoJournal() throws IOException {
    Path file = folder.resolve("j.jsonl");
    chain(file, "{\"headroom\":\"decisions\",\"format\":1}");
    assertThatThrownBy(() -> readAll(file))
        .hasMessageContaining("j.jsonl:1: first line must be the header of a journal");
    Files.writeString(file, "timestamp,open\n");
    assertThatThrownBy(() -> readAll(file))
        .hasMessageContaining("j.jsonl:1: line must end with its");
    Files.writeString(file, "");
    assertThatThrownBy(() -> readAll(file)).hasMessageContaining("was empty");
  }

  @Test
  void aDamagedArchiveIsNamed() throws IOException {
    Path file = write("j.jsonl.gz", Samples.events());
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> readAll(file))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("file must be whole gzip");
    Files.writeString(file, "no gzip");
    assertThatThrownBy(() -> readAll(file)).hasMessageContaining("file must be gzip, was not");
  }

  private interface Damage {
    void to(List<String> lines);
  }

  private void refuses(Damage damage, String message) throws IOException {
    Path file = write("j.jsonl", Samples.events());
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    damage.to(lines);
    Files.write(file, lines);
    assertThatThrownBy(() -> readAll(file))
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(message);
  }

  private static String header(JournalHeader header) {
    return Wire.mapper().writeValueAsString(header);
  }

  /// Lines with sound checksums.
  private static void chain(Path file, String... lines) throws IOException {
    try (ChainWriter writer = new ChainWriter(Files.newOutputStream(file))) {
      for (String line : lines) {
        writer.line(line.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private Path write(String name, List<Event> events) throws IOException {
    Path file = folder.resolve(name);
    try (JournalWriter writer = new JournalWriter(file, Samples.header(Settings.DEFAULTS))) {
      for (int i = 0; i < events.size(); i++) {
        writer.record(new Input(i + 1, 5, events.get(i)));
      }
      writer.sent(new Command.Ask(Samples.ORDER));
      writer.end(9, true, "hash");
    }
    return file;
  }

  private static void readAll(Path file) throws IOException {
    try (JournalReader reader = new JournalReader(file)) {
      while (reader.next() != null) {
        // Only damage is looked for.
      }
    }
  }
}
