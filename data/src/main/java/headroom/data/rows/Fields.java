package headroom.data.rows;

import headroom.data.Nearest;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The names of the columns or keys that a kind of file has.
///
/// @param required what every row must have
/// @param sizes of which a row must have one; empty if there are none such
/// @param read what is read of a row, with all that is required
/// @param leftAlone what may be there and is not read
/// @param loose the names of further fields, whose values are taken as they are written, whatever
///   they are; null if there are none
public record Fields(
    List<String> required,
    List<String> sizes,
    List<String> read,
    List<String> leftAlone,
    @Nullable Pattern loose) {
  public Fields {
    required = List.copyOf(required);
    sizes = List.copyOf(sizes);
    read = List.copyOf(read);
    leftAlone = List.copyOf(leftAlone);
  }

  /// A header with the least that a file must have.
  String example() {
    return Stream.concat(required.stream(), sizes.stream().limit(1))
        .collect(Collectors.joining(","));
  }

  boolean isKnown(String name) {
    return isRead(name) || leftAlone.contains(name);
  }

  boolean isRead(String name) {
    return read.contains(name) || isLoose(name);
  }

  boolean isLoose(String name) {
    return loose != null && loose.matcher(name).matches();
  }

  /// `column must be a known one, was 'symbl'; the nearest is symbol`.
  String unknown(String what, String name) {
    @Nullable String near = nearest(name);
    return "%s must be a known one, was %s; %s"
        .formatted(
            what,
            Row.shown(name),
            near == null ? "there are " + String.join(", ", read) : "the nearest is " + near);
  }

  /// The known name that was probably meant; null if none is like it.
  @Nullable String nearest(String name) {
    return Nearest.near(name, Stream.concat(read.stream(), leftAlone.stream()).toList());
  }
}
