package headroom.data.bars;

/// A file that was left out as a whole.
///
/// @param file relative to the data folder
/// @param badRows rows of it with a problem, as far as it could be read
public record BadFile(String file, int badRows) {}
