package headroom.data.bars;

import headroom.core.market.AssetClass;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Chooses among the files of a folder by names and globs.
///
/// A word is a canonical name (`BTC/USD`), a file's name (`BTCUSDT`), an alias, or a pattern of
/// these with `*` and `?`; before it may stand the folder of its class (`crypto/*`).
final class Selection {

  private Selection() {}

  /// The chosen files, in the order of the folder; all if nothing is asked for.
  ///
  /// @throws BadDataException naming every word that chooses nothing
  static List<FoundFile> of(
      Path folder, List<FoundFile> files, List<String> words, InstrumentsFile instruments) {
    List<String> asked =
        words.stream()
            .flatMap(word -> Pattern.compile(",").splitAsStream(word))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .toList();
    if (asked.isEmpty()) {
      return files;
    }
    TreeSet<String> chosen = new TreeSet<>();
    List<Problem> problems = new ArrayList<>();
    for (String word : asked) {
      List<FoundFile> matching =
          files.stream().filter(file -> matches(word, file, instruments)).toList();
      matching.forEach(file -> chosen.add(file.name()));
      if (matching.isEmpty()) {
        problems.add(Problem.ofFile(folder.toString(), unknown(word, files)));
      }
    }
    if (!problems.isEmpty()) {
      throw new BadDataException(problems);
    }
    return files.stream().filter(file -> chosen.contains(file.name())).toList();
  }

  private static boolean matches(String word, FoundFile file, InstrumentsFile instruments) {
    @Nullable AssetClass assetClass =
        FolderListing.classOf(word.substring(0, word.indexOf('/') + 1));
    if (assetClass != null && assetClass != file.assetClass()) {
      return false;
    }
    String name = assetClass == null ? word : word.substring(word.indexOf('/') + 1);
    if (file.id().equals(instruments.aliased(name))) {
      return true;
    }
    Pattern pattern = glob(name.toUpperCase(Locale.ROOT));
    return pattern.matcher(file.id().value()).matches() || pattern.matcher(file.stem()).matches();
  }

  private static Pattern glob(String word) {
    return Pattern.compile(
        word.chars()
            .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining()));
  }

  private static String unknown(String word, List<FoundFile> files) {
    String known =
        files.stream()
            .map(file -> file.id().value())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return "symbol must be one of %s, was '%s'".formatted(known, word);
  }
}
