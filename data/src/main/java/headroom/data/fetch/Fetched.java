package headroom.data.fetch;

import java.nio.file.Path;
import java.util.List;

/// What was fetched of one symbol.
///
/// @param files with bars, as the source gave them
/// @param reused how many of them were there from an earlier fetch, with the right checksum
/// @param missing what the source does not have, in words
public record Fetched(List<Path> files, int reused, List<String> missing) {

  public Fetched {
    files = List.copyOf(files);
    missing = List.copyOf(missing);
  }
}
