package headroom.data.bars;

/// Something in the input that is not as it must be.
///
/// @param place the file, relative to the data folder, or the folder itself
/// @param line the line of the file, the header being line 1; 0 for the file as a whole
/// @param message what must be what, and what was found
public record Problem(String place, long line, String message) {

  static Problem ofFile(String place, String message) {
    return new Problem(place, 0, message);
  }

  /// `crypto/BTCUSDT.csv.gz:17: open must be a decimal number, was 'x'`.
  @Override
  public String toString() {
    return line == 0 ? place + ": " + message : place + ":" + line + ": " + message;
  }
}
