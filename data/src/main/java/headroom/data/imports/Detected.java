package headroom.data.imports;

/// Something that a file was taken for, so that nothing is guessed in silence.
///
/// @param file its name
/// @param what the question: `zone`, `stamps` and so on
/// @param value the answer
/// @param how what tells
public record Detected(String file, String what, String value, String how) {

  /// `BTCUSDT-5m.zip: stamps open (Binance klines)`.
  @Override
  public String toString() {
    return "%s: %s %s (%s)".formatted(file, what, value, how);
  }
}
