package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.data.synth.SynthFolder;
import headroom.data.synth.SynthMarket;
import headroom.data.synth.SynthSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One file of a sound folder is damaged; `data validate` must name it and `simulate --strict` must
/// refuse it.
class DamageTest {

  @TempDir static Path sound;

  @TempDir Path folder;

  @BeforeAll
  static void makeASoundFolder() throws IOException {
    SynthSettings settings =
        SynthSettings.defaults()
            .withInstruments(3, 3)
            .withPeriod(LocalDate.of(2025, 3, 3), LocalDate.of(2025, 3, 25));
    SynthFolder.write(SynthMarket.of(settings), sound);
  }

  static Stream<Arguments> damages() {
    return Stream.of(Damage.values())
        .flatMap(damage -> files().map(file -> Arguments.of(damage, file)));
  }

  private static Stream<String> files() {
    return Stream.of("crypto/COIN02USD.csv.gz", "stocks/STK02.csv.gz");
  }

  @Test
  void theSoundFolderIsSound() {
    assertThat(Ran.headroom("data", "validate", sound.toString()).code()).isZero();
    Ran run = simulate(sound);
    assertThat(run.code()).as(run.err()).isZero();
  }

  @ParameterizedTest
  @MethodSource("damages")
  void damageIsFoundAndNamed(Damage damage, String file) throws IOException {
    damage.doTo(copy(file));
    requireNamed(file, damage.words());
  }

  @ParameterizedTest
  @ValueSource(strings = {"crypto/COIN02USD.csv.gz", "stocks/STK02.csv.gz"})
  void rowsOfAnotherInstrumentAreNamed(String file) throws IOException {
    Path damaged = copy(file);
    Damage.mix(damaged, folder.resolve(file.replace("02", "03")));
    requireNamed(file, "mixed-symbols");
  }

  @ParameterizedTest
  @ValueSource(strings = {"crypto/COIN02USD.csv.gz", "stocks/STK02.csv.gz"})
  void twoInstrumentsInOneFileAreNamed(String file) throws IOException {
    Path damaged = copy(file);
    Path other = folder.resolve(file.replace("02", "03"));
    List<String> rows = Damage.lines(other);
    Damage.write(
        damaged, Stream.concat(Damage.lines(damaged).stream(), rows.stream().skip(1)).toList());
    requireNamed(file, "perhaps mixed symbols");
  }

  @ParameterizedTest
  @ValueSource(strings = {"crypto/COIN02USD.csv.gz", "stocks/STK02.csv.gz"})
  void aMissingHeaderIsNamed(String file) throws IOException {
    Path damaged = copy(file);
    List<String> lines = Damage.lines(damaged);
    Damage.write(damaged, lines.subList(1, lines.size()));
    requireNamed(
        file, ":1: header must be timestamp,open,high,low,close,volume, was missing: the first");
  }

  @ParameterizedTest
  @ValueSource(strings = {"crypto/COIN02USD.csv.gz", "stocks/STK02.csv.gz"})
  void truncatedGzipIsNamed(String file) throws IOException {
    Damage.truncate(copy(file));
    requireNamed(file, "file must be complete gzip, ended too early");
  }

  @Test
  void coinsInLocalTimeAreTakenByTheStocks() throws IOException {
    for (String coin : List.of("01", "02", "03")) {
      Damage.LOCAL_TIME.doTo(copy("crypto/COIN" + coin + "USD.csv.gz"));
    }
    Ran found = Ran.headroom("data", "validate", folder.toString());
    assertThat(found.code()).isEqualTo(1);
    assertThat(found.out().lines().filter(line -> line.contains(": shifted-times")))
        .hasSize(3)
        .allMatch(line -> line.contains("240 minutes too early"));
  }

  @Test
  void aLoneCoinInLocalTimeIsTakenByItsDays() throws IOException {
    Damage.LOCAL_TIME.doTo(copy("crypto/COIN02USD.csv.gz"));
    Ran found = Ran.headroom("data", "validate", folder.toString(), "--symbols", "COIN02/USD");
    assertThat(found.code()).isEqualTo(1);
    assertThat(found.out()).contains("shifted-times").contains("cover whole days");
  }

  /// A copy of the sound folder.
  ///
  /// @return one of its files
  private Path copy(String file) throws IOException {
    try (Stream<Path> all = Files.walk(sound)) {
      for (Path one : all.toList()) {
        Path to = folder.resolve(sound.relativize(one).toString());
        if (Files.isDirectory(one)) {
          Files.createDirectories(to);
        } else if (!Files.exists(to)) {
          Files.copy(one, to, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    return folder.resolve(file);
  }

  private void requireNamed(String file, String words) {
    Ran found = Ran.headroom("data", "validate", folder.toString());
    assertThat(found.code()).as(found.out()).isIn(1, 2);
    assertThat(found.out().lines()).anyMatch(line -> line.contains(file) && line.contains(words));
    Ran refused = simulate(folder);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.problems()).anyMatch(line -> line.startsWith(file) && line.contains(words));
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private Ran simulate(Path data) {
    return Ran.headroom(
        "simulate",
        "--data",
        data.toString(),
        "--strict",
        "--out",
        folder.resolve("out").toString());
  }
}
