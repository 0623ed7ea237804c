package headroom.cli.settings;

import headroom.cli.settings.Priorities.Priority;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Priorities of owners as people write them: `ann=2, bob=1`.
final class Priorities implements Entries<Priority> {
  static final Priorities ENTRIES = new Priorities();

  private static final int MANY = 1_000_000;
  private static final Form LEVEL = new Form.Whole(-MANY, MANY);

  /// One of them.
  ///
  /// @param level the greater goes first; 0 is that of owners who are not named
  record Priority(String owner, int level) {}

  private Priorities() {}

  @Override
  public String type() {
    return "list of priorities";
  }

  @Override
  public String range() {
    return "OWNER=NUMBER with commas between, NUMBER from -1000000 to 1000000; 0 for all others";
  }

  @Override
  public @Nullable Priority read(String text, List<String> complaints) {
    int equals = text.lastIndexOf('=');
    if (equals <= 0) {
      complaints.add("must be priorities such as ann=2, was '%s'".formatted(text));
      return null;
    }
    try {
      String level = LEVEL.canonical(text.substring(equals + 1));
      return new Priority(text.substring(0, equals).strip(), Integer.parseInt(level));
    } catch (IllegalArgumentException bad) {
      complaints.add("in '%s' the number %s".formatted(text, bad.getMessage()));
      return null;
    }
  }

  @Override
  public String written(Priority priority) {
    return priority.owner() + "=" + priority.level();
  }

  @Override
  public String whom(Priority priority) {
    return priority.owner();
  }

  @Override
  public Comparator<Priority> order() {
    return Comparator.comparing(Priority::owner);
  }
}
