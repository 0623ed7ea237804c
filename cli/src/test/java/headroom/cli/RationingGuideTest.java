package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.cli.settings.EffectiveSettings;
import headroom.cli.settings.SettingsLoader;
import headroom.core.engine.Settings;
import headroom.data.bars.BarFolder;
import headroom.data.bars.LoadRequest;
import headroom.data.bars.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The examples of the page about dividing capacity are read as they stand there.
class RationingGuideTest {
  private static final Path GUIDE = Path.of("..", "docs", "rationing.md");

  @TempDir Path folder;

  private static List<String> examples() throws IOException {
    return Pattern.compile("(?s)```yaml\n(.*?)```")
        .matcher(Files.readString(GUIDE))
        .results()
        .map(RationingGuideTest::inside)
        .toList();
  }

  private static String inside(MatchResult block) {
    return block.group(1);
  }

  @Test
  void itsSettingsAreSoundAndSetAllOfThem() throws IOException {
    Path file = Files.writeString(folder.resolve("headroom.yaml"), examples().getFirst());
    EffectiveSettings settings = SettingsLoader.load(file, Map.of(), null, List.of(), List.of());
    Settings engine = settings.engine();
    assertThat(engine.problems()).isEmpty();
    assertThat(engine.rationing().caps()).hasSize(6);
    assertThat(engine.rationing().tiers()).hasSize(3);
    assertThat(engine.rationing().priorities()).hasSize(2);
    assertThat(engine.guards().messagesPerMinute()).isEqualTo(120);
    assertThat(engine.guards().exposurePpm()).isEqualTo(1_500_000);
    assertThat(settings.values())
        .allSatisfy((key, value) -> {
          if (key.startsWith("storm.")) {
            assertThat(value).isNotEqualTo("off");
          }
        });
  }

  @Test
  void itsTagsAreRead() throws IOException {
    Files.createDirectories(folder.resolve("stocks"));
    Files.writeString(
        folder.resolve("stocks/NVDA.csv"),
        """
        timestamp,open,high,low,close,volume
        2025-03-10T14:00:00Z,100,101,99,100,1
        2025-03-10T14:05:00Z,100,101,99,100,1
        """);
    Files.writeString(folder.resolve("instruments.yaml"), examples().getLast());
    Loaded loaded = BarFolder.load(LoadRequest.of(folder));
    assertThat(loaded.series())
        .singleElement()
        .satisfies(bars -> assertThat(bars.instrument().tags()).containsExactly("chips", "ai"));
  }
}
