package headroom.report;

import static org.assertj.core.api.Assertions.assertThat;

import headroom.core.market.InstrumentId;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Many instruments are still a matrix that can be read, and nothing of it is lost.
class ThievesTest {
  private final SequencedMap<InstrumentId, SequencedMap<InstrumentId, Long>> pairs =
      new TreeMap<>();

  private void took(String thief, String victim, long count) {
    pairs
        .computeIfAbsent(new InstrumentId(thief), _ -> new TreeMap<>())
        .merge(new InstrumentId(victim), count, Long::sum);
  }

  @Test
  void nobodyRobbedIsNoMatrix() {
    assertThat(Thieves.of(pairs)).isNull();
  }

  @Test
  void rowsTakeFromColumns() {
    took("B", "A", 3);
    took("A", "B", 1);
    assertThat(Thieves.of(pairs))
        .isEqualTo(new Matrix(List.of("A", "B"), List.of(List.of(0L, 1L), List.of(3L, 0L)), 0));
  }

  @Test
  void thoseWithFewestAreTogetherInTheLast() {
    long all = 0;
    for (int i = 10; i < 60; i++) {
      took("S" + i, "S" + (i + 1), 100 - i);
      all += 100 - i;
    }
    Matrix matrix = Thieves.of(pairs);
    assertThat(matrix).isNotNull();
    if (matrix != null) {
      assertThat(matrix.names()).hasSize(Thieves.MOST + 1).endsWith("all others").contains("S11");
      assertThat(matrix.folded()).isEqualTo(51 - Thieves.MOST);
      long sum = matrix.counts().stream().flatMap(List::stream).mapToLong(Long::longValue).sum();
      assertThat(sum).isEqualTo(all);
    }
  }
}
