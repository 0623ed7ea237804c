package headroom.data.bars;

/// Something in a data folder that is not read.
///
/// @param name its path relative to the folder; a folder ends in `/`
/// @param reason why it is not read
public record LeftAlone(String name, String reason) {

  @Override
  public String toString() {
    return name + ": left alone, " + reason;
  }
}
