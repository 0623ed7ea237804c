package headroom.cli.settings;

import java.util.List;

/// Settings that cannot be used, with every problem.
public final class SettingsException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final transient List<String> problems;

  public SettingsException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /// One sentence each, with its place.
  public List<String> problems() {
    return problems;
  }
}
