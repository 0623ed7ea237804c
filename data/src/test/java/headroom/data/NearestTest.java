package headroom.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> WORDS =
      List.of("seed", "cooldown", "protection", "tolerance.stock", "tolerance.crypto", "stock");

  @ParameterizedTest
  @CsvSource({
    "cooldwn, cooldown",
    "protecton, protection",
    "sed, seed",
    "prot, protection",
    "tolerance, tolerance.stock",
    "tolerence.stok, tolerance.stock",
    "sotck, stock",
    "zzzzz,",
    "path,",
    "to,",
    "frobnicate,",
    "'',",
  })
  void onlyAWordThatIsLikeTheTextIsOffered(String text, @Nullable String word) {
    assertThat(Nearest.near(text, WORDS)).isEqualTo(word);
  }
}
