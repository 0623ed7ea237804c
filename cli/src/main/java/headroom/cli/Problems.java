package headroom.cli;

import headroom.cli.settings.SettingsException;
import headroom.data.bars.BadDataException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What is wrong with the arguments of a command, gathered so that all of it is said at once.
final class Problems {
  private final List<String> found;

  Problems() {
    this(new ArrayList<>());
  }

  /// @param found takes everything that is wrong, after what it holds already
  Problems(List<String> found) {
    this.found = found;
  }

  /// Looks at one thing that does not depend on others.
  @FunctionalInterface
  interface Check {
    void run() throws IOException;
  }

  /// Makes something of arguments.
  @FunctionalInterface
  interface Making<T> {
    T make() throws IOException;
  }

  Problems in(Check check) throws IOException {
    try {
      check.run();
    } catch (SettingsException settings) {
      found.addAll(settings.problems());
    } catch (BadDataException data) {
      data.problems().forEach(problem -> found.add(problem.toString()));
    } catch (IllegalArgumentException one) {
      found.add(String.valueOf(one.getMessage()));
    }
    return this;
  }

  /// Makes something, and refuses if that or anything before was wrong.
  ///
  /// @throws SettingsException with everything that was found
  <T> T end(Making<T> making) throws IOException {
    List<T> made = new ArrayList<>();
    in(() -> made.add(making.make()));
    end();
    return made.getFirst();
  }

  /// @throws SettingsException with everything that was found, if anything was
  void end() {
    if (!found.isEmpty()) {
      throw new SettingsException(found.stream().distinct().toList());
    }
  }
}
