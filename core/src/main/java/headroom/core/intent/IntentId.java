package headroom.core.intent;

/// Identifies one intent for its whole life; chosen by whoever submits it.
///
/// @param value not blank; compares as ASCII
public record IntentId(String value) implements Comparable<IntentId> {

  public IntentId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("intent id must not be blank, was '" + value + "'");
    }
  }

  @Override
  public int compareTo(IntentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
