package headroom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import headroom.core.engine.Event;
import headroom.core.engine.Input;
import headroom.core.engine.Settings;
import headroom.data.journal.JournalWriter;
import headroom.data.journal.Samples;
import headroom.data.synth.SynthFolder;
import headroom.data.synth.SynthMarket;
import headroom.data.synth.SynthSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Linux has a disk that is always full.
final class FileFailureTest {
  private static final Path FULL = Path.of("/dev/full");

  @TempDir Path folder;

  @Test
  void whatNamesItsFileAlreadyStaysAsItIs() {
    NoSuchFileException named = new NoSuchFileException("other");
    assertThat(FileFailure.of(folder, named)).isSameAs(named);
    assertThat(FileFailure.of(folder, new IOException("No space left on device")))
        .hasMessage(folder + ": No space left on device");
  }

  @ParameterizedTest
  @ValueSource(strings = {"j.jsonl", "j.jsonl.gz"})
  @EnabledOnOs(OS.LINUX)
  void aJournalThatDoesNotFitIsNamedAndLeavesNothing(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createSymbolicLink(folder.resolve(name + ".unfinished"), FULL);
    assertThatThrownBy(
            () -> {
              try (JournalWriter journal =
                  new JournalWriter(file, Samples.header(Settings.DEFAULTS))) {
                journal.end(1, true, "hash");
              }
            })
        .isInstanceOf(FileSystemException.class)
        .hasMessage(file + ": No space left on device");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void anInputThatDoesNotFitIsNamedToo() throws IOException {
    Path file = folder.resolve("j.jsonl");
    Files.createSymbolicLink(folder.resolve("j.jsonl.unfinished"), FULL);
    assertThatThrownBy(
            () -> {
              try (JournalWriter journal =
                  new JournalWriter(file, Samples.header(Settings.DEFAULTS))) {
                for (int seq = 1; seq < 10_000; seq++) {
                  journal.record(new Input(seq, 5, new Event.Woke()));
                }
              }
            })
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("No space left on device")
        .hasMessageContaining(file + ": No space left on device");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"crypto/COIN01USD.csv.gz", "truth.json"})
  @EnabledOnOs(OS.LINUX)
  void aMarketThatDoesNotFitIsNamed(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.createSymbolicLink(file, FULL);
    SynthMarket market = SynthMarket.of(SynthSettings.defaults().withInstruments(0, 1));
    assertThatThrownBy(() -> SynthFolder.write(market, folder))
        .hasMessage(file + ": No space left on device");
  }
}
