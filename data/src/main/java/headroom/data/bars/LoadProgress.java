package headroom.data.bars;

/// Hears how far a load has come. Called by one thread at a time.
@FunctionalInterface
public interface LoadProgress {

  /// Listens to nothing.
  LoadProgress NONE = (done, total) -> {};

  /// One more file has been read.
  ///
  /// @param done files read so far
  /// @param total files to read
  void filesDone(int done, int total);
}
