package headroom.data.bars;

import headroom.core.market.AssetClass;
import headroom.core.market.InstrumentId;
import headroom.core.num.Fixed;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

/// What `instruments.yaml` says: a mapping from canonical names to attributes.
///
/// ```
/// BTC/USD: {aliases: [XBTUSD], tick: 0.01, step: 0.00001, minimum: 1, class: crypto}
/// GME: {shortable: false}
/// NVDA: {tags: [chips, ai]}
/// ```
///
/// The tree of the document is read as text and never as guessed types, so the symbols ON, NO, TRUE
/// and 1E5 stay what they are.
final class InstrumentsFile {

  static final String NAME = "instruments.yaml";

  private static final Set<String> KEYS =
      new TreeSet<>(List.of("aliases", "class", "minimum", "shortable", "step", "tags", "tick"));

  private static final Pattern TAG = Pattern.compile("[^\\s,;]+");

  /// Attributes of one instrument; null where the file is silent.
  record Entry(
      long line,
      @Nullable AssetClass assetClass,
      @Nullable Long tickRaw,
      @Nullable Long stepRaw,
      @Nullable Long minimumRaw,
      @Nullable Boolean shortable,
      List<String> tags) {}

  private final Map<InstrumentId, Entry> entries = new TreeMap<>();
  private final Map<String, InstrumentId> aliases = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private InstrumentsFile() {}

  /// The file of a data folder; empty if there is none.
  ///
  /// @throws BadDataException with every mistake in it
  static InstrumentsFile in(Path folder) {
    InstrumentsFile read = new InstrumentsFile();
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return read;
    }
    try {
      read.read(Files.readString(file, StandardCharsets.UTF_8));
    } catch (MarkedYAMLException broken) {
      long line = broken.getProblemMark() == null ? 0 : broken.getProblemMark().getLine() + 1L;
      throw new BadDataException(
          List.of(new Problem(NAME, line, "file must be YAML, " + broken.getProblem())));
    } catch (YAMLException | IOException unreadable) {
      throw new BadDataException(NAME, "file must be readable YAML, was not: " + unreadable);
    }
    if (!read.problems.isEmpty()) {
      throw new BadDataException(read.problems);
    }
    return read;
  }

  /// The instrument that a spelling is an alias of; null if it is none.
  @Nullable InstrumentId aliased(String spelling) {
    return aliases.get(spelling.toUpperCase(Locale.ROOT));
  }

  @Nullable Entry entry(InstrumentId id) {
    return entries.get(id);
  }

  private void read(String text) {
    @Nullable Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
    if (root == null) {
      return;
    }
    if (!(root instanceof MappingNode symbols)) {
      complain(root, "file must map symbols to attributes, was something else");
      return;
    }
    for (NodeTuple tuple : symbols.getValue()) {
      readInstrument(tuple.getKeyNode(), tuple.getValueNode());
    }
  }

  private void readInstrument(Node key, Node value) {
    InstrumentId id;
    try {
      id = new InstrumentId(text(key));
    } catch (IllegalArgumentException malformed) {
      complain(key, String.valueOf(malformed.getMessage()));
      return;
    }
    if (entries.containsKey(id)) {
      complain(key, "%s must occur once, was there in line %s".formatted(id, lineOf(id)));
      return;
    }
    Map<String, Node> attributes = value instanceof MappingNode map ? attributes(map) : Map.of();
    if (!(value instanceof MappingNode)) {
      complain(value, "%s must have attributes such as {tick: 0.01}, had none".formatted(id));
    }
    entries.put(
        id,
        new Entry(
            line(key),
            assetClass(attributes.get("class")),
            raw("tick", attributes.get("tick"), 1),
            raw("step", attributes.get("step"), 1),
            raw("minimum", attributes.get("minimum"), 0),
            shortable(attributes.get("shortable")),
            tags(attributes.get("tags"))));
    readAliases(id, attributes.get("aliases"));
  }

  private long lineOf(InstrumentId id) {
    Entry entry = entries.get(id);
    return entry == null ? 0 : entry.line();
  }

  private Map<String, Node> attributes(MappingNode map) {
    Map<String, Node> attributes = new TreeMap<>();
    for (NodeTuple tuple : map.getValue()) {
      String key = text(tuple.getKeyNode());
      if (!KEYS.contains(key)) {
        complain(tuple.getKeyNode(), "key must be one of %s, was '%s'".formatted(KEYS, key));
      } else if (attributes.putIfAbsent(key, tuple.getValueNode()) != null) {
        complain(tuple.getKeyNode(), "key %s must occur once, was there twice".formatted(key));
      }
    }
    return attributes;
  }

  private void readAliases(InstrumentId id, @Nullable Node value) {
    if (value == null) {
      return;
    }
    List<Node> spellings =
        value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
    for (Node spelling : spellings) {
      String alias = text(spelling).toUpperCase(Locale.ROOT);
      InstrumentId other = aliases.putIfAbsent(alias, id);
      if (alias.isEmpty()) {
        complain(spelling, "alias must be a name, was empty");
      } else if (other != null) {
        complain(spelling, "alias %s must occur once, was there for %s".formatted(alias, other));
      }
    }
  }

  /// Words for groups. A tag is one word, since a row of a file of intents has several.
  private List<String> tags(@Nullable Node value) {
    if (value == null) {
      return List.of();
    }
    List<Node> words =
        value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
    List<String> tags = new ArrayList<>();
    for (Node word : words) {
      String tag = text(word).strip();
      if (!TAG.matcher(tag).matches()) {
        complain(
            word,
            "tag must be a word without blanks, commas and semicolons, was '%s'".formatted(tag));
      } else if (tags.contains(tag)) {
        complain(word, "tag %s must occur once, was there twice".formatted(tag));
      }
      tags.add(tag);
    }
    return List.copyOf(tags);
  }

  private @Nullable AssetClass assetClass(@Nullable Node value) {
    if (value == null) {
      return null;
    }
    for (AssetClass assetClass : AssetClass.values()) {
      if (assetClass.word().equals(text(value))) {
        return assetClass;
      }
    }
    complain(value, "class must be stock or crypto, was '%s'".formatted(text(value)));
    return null;
  }

  private @Nullable Boolean shortable(@Nullable Node value) {
    if (value == null) {
      return null;
    }
    String text = text(value);
    if (!text.equals("true") && !text.equals("false")) {
      complain(value, "shortable must be true or false, was '%s'".formatted(text));
      return null;
    }
    return text.equals("true");
  }

  private @Nullable Long raw(String name, @Nullable Node value, long leastRaw) {
    if (value == null) {
      return null;
    }
    String text = text(value);
    try {
      long raw = Fixed.raw(new BigDecimal(text));
      if (raw >= leastRaw) {
        return raw;
      }
    } catch (ArithmeticException | NumberFormatException notOne) {
      // Said below, together with a number that is too small.
    }
    complain(
        value,
        "%s must be a decimal %s with at most nine decimals, was '%s'"
            .formatted(name, leastRaw > 0 ? "above 0" : "of at least 0", text));
    return null;
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  private void complain(Node node, String message) {
    problems.add(new Problem(NAME, line(node), message));
  }

  private static long line(Node node) {
    return node.getStartMark().getLine() + 1L;
  }
}
