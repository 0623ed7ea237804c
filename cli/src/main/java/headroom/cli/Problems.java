package headroom.cli;

import headroom.cli.settings.Form;
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

  /// Takes in what is wrong with one thing.
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

  /// A whole number.
  ///
  /// @param option what it was given for, for people
  /// @param otherwise what comes back if the text is none of that form, which is a problem then
  long whole(String option, Form form, String text, long otherwise) {
    try {
      return Long.parseLong(form.canonical(text));
    } catch (IllegalArgumentException e) {
      found.add(option + " " + e.getMessage());
      return otherwise;
    }
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
