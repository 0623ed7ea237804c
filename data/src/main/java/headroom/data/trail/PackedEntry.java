package headroom.data.trail;

import headroom.core.intent.IntentId;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.ObjectReader;

/// A decision as a line of a file. What is asked of it is looked up in the bytes, whose members
/// have a fixed order; only [#decision] reads it whole.
final class PackedEntry implements Entry {
  private static final byte[] TIME = bytes("\"timeNs\":");
  private static final byte[] INTENT = bytes("\"intent\":\"");
  private static final byte[] ID = bytes("\"id\":\"");
  private static final byte[] ORDER = bytes("\"order\":\"");

  /// Where the kind begins: after `{"is":"`.
  private static final int KIND = 7;

  private final byte[] json;
  private final ObjectReader reader;

  PackedEntry(byte[] json, ObjectReader reader) {
    this.json = json;
    this.reader = reader;
  }

  @Override
  public String kind() {
    return text(KIND);
  }

  @Override
  public long timeNs() {
    int at = after(TIME);
    long value = 0;
    for (int i = at; i >= 0 && json[i] >= '0' && json[i] <= '9'; i++) {
      value = value * 10 + (json[i] - '0');
    }
    return value;
  }

  @Override
  public String subject() {
    String kind = kind();
    int at =
        switch (kind) {
          case "Appeared" -> after(ID);
          case "Sent", "Answered" -> after(ORDER);
          case "Aborted" -> after(bytes("\"thief\":\""));
          case "Told" -> -1;
          default -> after(INTENT);
        };
    if (at < 0 || hasEscape(at)) {
      return Mentions.subject(decision());
    }
    return text(at);
  }

  @Override
  public boolean mayMention(IntentId intent) {
    StringBuilder quoted = new StringBuilder("\"");
    JsonStringEncoder.getInstance().quoteAsString(intent.value(), quoted);
    return find(bytes(quoted.toString()), 0) >= 0;
  }

  @Override
  public Decision decision() {
    try {
      return reader.readValue(json);
    } catch (JacksonException broken) {
      throw new IllegalArgumentException(
          "decision must be readable, was " + new String(json, StandardCharsets.UTF_8), broken);
    }
  }

  private String text(int begin) {
    int end = begin;
    while (json[end] != '"') {
      end++;
    }
    return new String(json, begin, end - begin, StandardCharsets.UTF_8);
  }

  private boolean hasEscape(int begin) {
    for (int i = begin; json[i] != '"'; i++) {
      if (json[i] == '\\') {
        return true;
      }
    }
    return false;
  }

  /// Where the value of a member begins; −1 if there is none.
  private int after(byte[] member) {
    int found = find(member, KIND);
    return found < 0 ? -1 : found + member.length;
  }

  private int find(byte[] wanted, int from) {
    int last = json.length - wanted.length;
    for (int i = from; i <= last; i++) {
      int same = 0;
      while (same < wanted.length && json[i + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return i;
      }
    }
    return -1;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
