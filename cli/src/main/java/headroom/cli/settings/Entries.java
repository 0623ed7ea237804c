package headroom.cli.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the entries of a setting look like that is a list: texts with commas between.
///
/// The order in which they are written means nothing, so that there is one spelling for one
/// meaning.
///
/// @param <T> what an entry stands for
interface Entries<T> {

  /// What they are, in one or two words.
  String type();

  /// How an entry is written.
  String range();

  /// An entry by its text.
  ///
  /// @param text without blanks around it
  /// @param complaints takes what is wrong with it, each of which follows the name of the key
  /// @return null if anything is wrong
  @Nullable T read(String text, List<String> complaints);

  /// The one spelling of an entry.
  String written(T entry);

  /// What no two entries may have in common, in words.
  String whom(T entry);

  /// The order in the one spelling.
  Comparator<T> order();

  /// What is wrong with all of them together, whether or not each is sound.
  ///
  /// @param texts the entries as they are written, without blanks around them
  default List<String> together(List<String> texts) {
    return List.of();
  }

  /// The entries of a text, in order.
  ///
  /// @throws SettingsException with everything that is wrong, each following the name of the key
  default List<T> all(String text) {
    List<String> complaints = new ArrayList<>();
    SequencedMap<String, String> first = new LinkedHashMap<>();
    List<T> entries = new ArrayList<>();
    List<String> texts = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    for (String stripped : texts) {
      @Nullable T entry = stripped.isEmpty() ? null : read(stripped, complaints);
      if (stripped.isEmpty()) {
        complaints.add("must have something between its commas, was '%s'".formatted(text.strip()));
      }
      if (entry != null) {
        @Nullable String other = first.putIfAbsent(whom(entry), stripped);
        if (other == null) {
          entries.add(entry);
        } else {
          complaints.add(
              "must name %s once, was '%s' and '%s'".formatted(whom(entry), other, stripped));
        }
      }
    }
    entries.sort(order());
    complaints.addAll(together(texts));
    if (!complaints.isEmpty()) {
      throw new SettingsException(complaints.stream().distinct().toList());
    }
    return entries;
  }

  /// The one spelling of a text.
  ///
  /// @throws SettingsException with everything that is wrong, each following the name of the key
  default String canonical(String text) {
    return all(text).stream().map(this::written).collect(Collectors.joining(", "));
  }
}
