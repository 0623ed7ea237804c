package headroom.data.bars;

import java.util.List;

/// What a load found.
///
/// @param files one for each file that was read to its end, by the name of its instrument
/// @param badFiles one for each file that was left out as a whole, by name
/// @param problems bad rows and bad files, by file and line
/// @param leftAlone what the folder holds besides
public record LoadReport(
    List<FileReport> files,
    List<BadFile> badFiles,
    List<Problem> problems,
    List<LeftAlone> leftAlone) {

  public LoadReport {
    files = List.copyOf(files);
    badFiles = List.copyOf(badFiles);
    problems = List.copyOf(problems);
    leftAlone = List.copyOf(leftAlone);
  }

  /// Rows with a problem, over all files, also those left out as a whole.
  public int badRows() {
    return files.stream().mapToInt(FileReport::badRows).sum()
        + badFiles.stream().mapToInt(BadFile::badRows).sum();
  }

  /// Stock bars left out because of when they begin, over all files.
  public int outsideSession() {
    return files.stream().mapToInt(f -> f.outsideSession() + f.crossingOpenNs().size()).sum();
  }
}
