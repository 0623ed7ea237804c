package headroom.cli.study;

import headroom.cli.settings.Given;
import headroom.cli.study.Study.Part;
import headroom.cli.study.Study.Row;
import headroom.cli.study.Study.Varied;
import headroom.data.Nearest;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
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

/// Reads the file of a study. Values stay the texts that were written; every problem is named with
/// its line.
final class StudyReader {
  private static final List<String> STUDY =
      List.of("title", "question", "limits", "settings", "figures", "parts");
  private static final List<String> PART =
      List.of("name", "symbols", "periods", "settings", "rows", "vary", "baseline");
  private static final List<String> ROW = List.of("name", "settings");

  private final String file;
  private final List<String> problems;

  /// @param file its name, for people
  /// @param problems takes everything that is wrong
  StudyReader(String file, List<String> problems) {
    this.file = file;
    this.problems = problems;
  }

  /// The study; null if it is none.
  @Nullable Study read(String name, String text) {
    try {
      LoaderOptions options = new LoaderOptions();
      options.setMaxAliasesForCollections(0);
      @Nullable Node root = new Yaml(options).compose(new StringReader(text));
      if (root instanceof MappingNode map) {
        return study(name, map);
      }
      problems.add(file + ": file must hold keys with values, held something else");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      problems.add("%s:%s: file must be YAML, was not: %s".formatted(file, line, e.getProblem()));
    } catch (YAMLException e) {
      problems.add("%s: file must be YAML, was not: %s".formatted(file, e.getMessage()));
    }
    return null;
  }

  private Study study(String name, MappingNode map) {
    SequencedMap<String, Node> keys = keys(map, STUDY);
    List<Given> common = settings(keys.get("settings"));
    List<StudyFigure> figures = new ArrayList<>();
    for (ScalarNode word : scalars("figures", keys.get("figures"))) {
      @Nullable StudyFigure figure = StudyFigure.named(word.getValue());
      if (figure == null) {
        problems.add(
            "%s: figures must be of %s, was '%s'"
                .formatted(place(word), String.join(", ", StudyFigure.words()), word.getValue()));
      } else {
        figures.add(figure);
      }
    }
    List<Part> parts = new ArrayList<>();
    maps("parts", keys.get("parts")).forEach(part -> parts.add(part(part, common)));
    if (parts.isEmpty()) {
      problems.add(file + ": parts must hold at least one part, held none");
    }
    return new Study(
        name,
        required("title", map, keys),
        required("question", map, keys),
        text("limits", keys.get("limits")),
        figures,
        parts);
  }

  private Part part(MappingNode map, List<Given> common) {
    SequencedMap<String, Node> keys = keys(map, PART);
    List<Given> settings = new ArrayList<>(common);
    settings.addAll(settings(keys.get("settings")));
    List<Row> rows = new ArrayList<>();
    for (MappingNode row : maps("rows", keys.get("rows"))) {
      SequencedMap<String, Node> its = keys(row, ROW);
      rows.add(new Row(required("name", row, its), settings(its.get("settings"))));
    }
    List<Varied> vary = vary(keys.get("vary"));
    if (rows.isEmpty() && vary.isEmpty()) {
      problems.add(place(map) + ": part must have rows or vary, had neither");
    }
    return new Part(
        required("name", map, keys),
        texts("symbols", keys.get("symbols")),
        texts("periods", keys.get("periods")),
        settings,
        rows.isEmpty() ? List.of(new Row("", List.of())) : rows,
        vary,
        baseline(keys.get("baseline")));
  }

  private int baseline(@Nullable Node node) {
    if (node == null) {
      return 1;
    }
    String text = text("baseline", node);
    if (text.matches("[1-9][0-9]{0,3}")) {
      return Integer.parseInt(text);
    }
    problems.add("%s: baseline must be the number of a run, was '%s'".formatted(place(node), text));
    return 1;
  }

  private List<Given> settings(@Nullable Node node) {
    List<Given> settings = new ArrayList<>();
    for (NodeTuple tuple : tuples("settings", node)) {
      String key = text("settings", tuple.getKeyNode());
      settings.add(new Given(key, text(key, tuple.getValueNode()), place(tuple.getKeyNode())));
    }
    return settings;
  }

  private List<Varied> vary(@Nullable Node node) {
    List<Varied> vary = new ArrayList<>();
    for (NodeTuple tuple : tuples("vary", node)) {
      String key = text("vary", tuple.getKeyNode());
      List<String> values = texts(key, tuple.getValueNode());
      vary.add(new Varied(key, values, place(tuple.getKeyNode())));
    }
    return vary;
  }

  /// What a map holds under known keys.
  private SequencedMap<String, Node> keys(MappingNode map, List<String> known) {
    SequencedMap<String, Node> keys = new LinkedHashMap<>();
    for (NodeTuple tuple : map.getValue()) {
      Node node = tuple.getKeyNode();
      String key = node instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (!known.contains(key)) {
        @Nullable String near = Nearest.near(key, known);
        problems.add(
            "%s: key must be one of %s, was '%s'%s"
                .formatted(
                    place(node),
                    String.join(", ", known),
                    key,
                    near == null ? "" : "; did you mean " + near + "?"));
      } else if (keys.putIfAbsent(key, tuple.getValueNode()) != null) {
        problems.add("%s: %s must be given once, was given again".formatted(place(node), key));
      }
    }
    return keys;
  }

  private String required(String key, MappingNode map, SequencedMap<String, Node> keys) {
    @Nullable Node node = keys.get(key);
    if (node == null) {
      problems.add("%s: %s must be given, was not".formatted(place(map), key));
      return "";
    }
    return text(key, node);
  }

  /// Its text in one line; empty if there is none.
  private String text(String key, @Nullable Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue().strip();
    }
    if (node != null) {
      problems.add("%s: %s must be a text, was something else".formatted(place(node), key));
    }
    return "";
  }

  private List<String> texts(String key, @Nullable Node node) {
    return scalars(key, node).stream().map(scalar -> scalar.getValue().strip()).toList();
  }

  private List<ScalarNode> scalars(String key, @Nullable Node node) {
    List<ScalarNode> scalars = new ArrayList<>();
    for (Node one : list(key, node)) {
      if (one instanceof ScalarNode scalar) {
        scalars.add(scalar);
      } else {
        problems.add("%s: %s must be a list of texts, was not".formatted(place(one), key));
      }
    }
    return scalars;
  }

  private List<MappingNode> maps(String key, @Nullable Node node) {
    List<MappingNode> maps = new ArrayList<>();
    for (Node one : list(key, node)) {
      if (one instanceof MappingNode map) {
        maps.add(map);
      } else {
        problems.add(
            "%s: %s must be a list of keys with values, was not".formatted(place(one), key));
      }
    }
    return maps;
  }

  private List<Node> list(String key, @Nullable Node node) {
    if (node == null) {
      return List.of();
    }
    if (node instanceof SequenceNode list) {
      return list.getValue();
    }
    problems.add("%s: %s must be a list, was something else".formatted(place(node), key));
    return List.of();
  }

  private List<NodeTuple> tuples(String key, @Nullable Node node) {
    if (node == null) {
      return List.of();
    }
    if (node instanceof MappingNode map) {
      return map.getValue();
    }
    problems.add(
        "%s: %s must hold keys with values, held something else".formatted(place(node), key));
    return List.of();
  }

  private String place(Node node) {
    return file + ":" + (node.getStartMark().getLine() + 1);
  }
}
