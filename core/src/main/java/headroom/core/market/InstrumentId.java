package headroom.core.market;

/// The canonical name of an instrument: `NVDA`, `BRK.B`, `BTC/USD`.
///
/// Spellings of venues and files are mapped at the edge, before anything compares names.
///
/// @param value upper-case letters, digits, `.`, `-` and at most one `/`
public record InstrumentId(String value) implements Comparable<InstrumentId> {

  public InstrumentId {
    boolean wellFormed = !value.isEmpty();
    int slashes = 0;
    for (int i = 0; i < value.length() && wellFormed; i++) {
      char c = value.charAt(i);
      slashes += c == '/' ? 1 : 0;
      wellFormed =
          (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '/';
    }
    if (!wellFormed || slashes > 1 || value.startsWith("/") || value.endsWith("/")) {
      throw new IllegalArgumentException(
          "instrument must be upper-case letters, digits, '.', '-' and one '/', was '"
              + value
              + "'");
    }
  }

  @Override
  public int compareTo(InstrumentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
