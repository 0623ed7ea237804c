package headroom.data.intents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What users are told of files of intents holds.
class IntentGuideTest {

  private static final Path GUIDE = Path.of("..", "docs", "intent-files.md");
  private static final Pattern COLUMN = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

  @TempDir Path folder;

  @Test
  void itsExamplesAreReadAndAreTheSame() throws IOException {
    List<DatedIntent> csv = new IntentFiles(folder).read("guide.csv", example("csv"));
    assertThat(csv)
        .extracting(dated -> dated.intent().id().value())
        .containsExactly("dip-1", "coin-1", "short-1", "keep-1");
    assertThat(new IntentFiles(folder).read("guide.jsonl", example("json"))).isEqualTo(csv);
  }

  @Test
  void itNamesEveryColumnOnceAndNoOther() throws IOException {
    assertThat(COLUMN.matcher(Files.readString(GUIDE)).results().map(found -> found.group(1)))
        .containsExactlyInAnyOrderElementsOf(IntentFields.READ);
  }

  private static String example(String language) throws IOException {
    Pattern block = Pattern.compile("(?s)```" + language + "\n(.*?)```");
    List<String> blocks =
        block.matcher(Files.readString(GUIDE)).results().map(IntentGuideTest::inside).toList();
    assertThat(blocks).hasSize(1);
    return blocks.getFirst();
  }

  private static String inside(MatchResult block) {
    return block.group(1);
  }
}
