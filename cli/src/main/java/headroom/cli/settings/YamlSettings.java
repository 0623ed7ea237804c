package headroom.cli.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Reads a settings file as keys and texts, each with its line.
///
/// Only the structure of YAML is used. Values stay the texts that were written, so that the symbol
/// ON or a NO is never taken for a truth value.
final class YamlSettings {
  private static final Pattern STAR = Pattern.compile("(^|[\\s,:\\[-])\\*");

  private final Path file;
  private final List<String> problems;
  private final List<Given> given = new ArrayList<>();
  private final SequencedMap<String, Integer> lines = new LinkedHashMap<>();

  private String text = "";

  private YamlSettings(Path file, List<String> problems) {
    this.file = file;
    this.problems = problems;
  }

  /// What a file sets; what is wrong with its structure is added to the problems.
  static List<Given> read(Path file, List<String> problems) {
    YamlSettings settings = new YamlSettings(file, problems);
    try {
      settings.text = Files.readString(file);
      LoaderOptions options = new LoaderOptions();
      options.setMaxAliasesForCollections(0);
      @Nullable Node root = new Yaml(options).compose(new StringReader(settings.text));
      if (root instanceof MappingNode map) {
        settings.walk("", map);
      } else if (root != null && !isNothing(root)) {
        problems.add(
            settings.place(root) + ": file must hold keys with values, held something else");
      }
    } catch (NoSuchFileException _) {
      problems.add("settings file must exist, was missing: " + file);
    } catch (CharacterCodingException _) {
      problems.add("settings file must be text in UTF-8, was not: " + file);
    } catch (IOException e) {
      problems.add(
          "settings file %s must be readable, was not: %s".formatted(file, e.getMessage()));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      problems.add(
          "%s:%s: file must be YAML, was not: %s%s"
              .formatted(file, line, e.getProblem(), settings.aboutStars(line)));
    } catch (YAMLException e) {
      problems.add("%s: file must be YAML, was not: %s".formatted(file, e.getMessage()));
    }
    return settings.given;
  }

  /// The last tier begins with a star, which means something else to YAML.
  private String aboutStars(int line) {
    return STAR.matcher(text.lines().skip(line - 1L).findFirst().orElse("")).find()
        ? "; a text that begins with * must be in quotes"
        : "";
  }

  private static boolean isNothing(Node root) {
    return root instanceof ScalarNode text && text.getValue().isBlank();
  }

  private void walk(String prefix, MappingNode map) {
    for (NodeTuple tuple : map.getValue()) {
      Node keyNode = tuple.getKeyNode();
      Node value = tuple.getValueNode();
      if (!(keyNode instanceof ScalarNode scalar)) {
        problems.add(place(keyNode) + ": key must be a word, was something else");
        continue;
      }
      String key = prefix + scalar.getValue();
      if (!isFirst(key, keyNode)) {
        continue;
      }
      @Nullable Key known = Keys.of(key);
      switch (value) {
        case Node list when known != null && known.form().isList() -> takeList(key, keyNode, list);
        case MappingNode inner -> walk(key + ".", inner);
        case ScalarNode text -> given.add(new Given(key, text.getValue(), place(keyNode)));
        default ->
            problems.add("%s: %s must be a single value, was a list".formatted(place(value), key));
      }
    }
  }

  /// A list is the same as its texts with commas between.
  private void takeList(String key, Node keyNode, Node value) {
    List<Node> nodes = value instanceof SequenceNode list ? list.getValue() : List.of(value);
    List<String> texts = new ArrayList<>();
    for (Node node : nodes) {
      if (node instanceof ScalarNode text) {
        texts.add(text.getValue());
      } else {
        problems.add(
            "%s: %s must be a text or a list of texts, was something else"
                .formatted(place(node), key));
      }
    }
    if (texts.size() == nodes.size()) {
      given.add(new Given(key, String.join(", ", texts), place(keyNode)));
    }
  }

  private boolean isFirst(String key, Node node) {
    int line = node.getStartMark().getLine() + 1;
    @Nullable Integer first = lines.putIfAbsent(key, line);
    if (first != null) {
      problems.add(
          "%s: %s must be given once, was given in line %s too".formatted(place(node), key, first));
    }
    return first == null;
  }

  private String place(Node node) {
    return file + ":" + (node.getStartMark().getLine() + 1);
  }
}
