package headroom.cli.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// Reads a settings file as keys and texts, each with its line.
///
/// Only the structure of YAML is used. Values stay the texts that were written, so that the symbol
/// ON or a NO is never taken for a truth value.
final class YamlSettings {
  private final Path file;
  private final List<String> problems;
  private final List<Given> given = new ArrayList<>();
  private final Set<String> seen = new TreeSet<>();

  private YamlSettings(Path file, List<String> problems) {
    this.file = file;
    this.problems = problems;
  }

  /// A key and what was written for it.
  ///
  /// @param place where, for people
  record Given(String key, String text, String place) {}

  /// What a file sets; what is wrong with its structure is added to the problems.
  static List<Given> read(Path file, List<String> problems) {
    YamlSettings settings = new YamlSettings(file, problems);
    try {
      LoaderOptions options = new LoaderOptions();
      options.setMaxAliasesForCollections(0);
      Node root = new Yaml(options).compose(new StringReader(Files.readString(file)));
      if (root instanceof MappingNode map) {
        settings.walk("", map);
      } else if (root != null) {
        problems.add(settings.place(root) + ": settings must be keys and values");
      }
    } catch (IOException e) {
      problems.add("%s must be a file that can be read, was %s".formatted(file, e.getMessage()));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      problems.add("%s:%s: must be YAML, %s".formatted(file, line, e.getProblem()));
    }
    return settings.given;
  }

  private void walk(String prefix, MappingNode map) {
    for (NodeTuple tuple : map.getValue()) {
      Node keyNode = tuple.getKeyNode();
      Node value = tuple.getValueNode();
      if (!(keyNode instanceof ScalarNode scalar)) {
        problems.add(place(keyNode) + ": key must be a word");
        continue;
      }
      String key = prefix + scalar.getValue();
      if (value instanceof MappingNode inner) {
        walk(key + ".", inner);
      } else if (value instanceof ScalarNode text) {
        add(key, text, place(keyNode));
      } else {
        problems.add("%s: %s must be one value, was a list".formatted(place(value), key));
      }
    }
  }

  private void add(String key, ScalarNode text, String place) {
    if (!seen.add(key)) {
      problems.add("%s: %s must be given once, was given again".formatted(place, key));
    }
    given.add(new Given(key, text.getValue(), place));
  }

  private String place(Node node) {
    return file + ":" + (node.getStartMark().getLine() + 1);
  }
}
