package headroom.data.imports;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a column holds.
public enum Role {
  TIME(
      "timestamp time datetime date t ts unix opentime closetime dateutc timestamputc datetimeutc"
          + " timeutc opentimeutc"),
  OPEN("open o openprice"),
  HIGH("high h highprice"),
  LOW("low l lowprice"),
  CLOSE("close c closeprice last"),
  VOLUME("volume v vol basevolume tickvolume"),
  SYMBOL("symbol ticker sym instrument pair");

  /// Between blanks.
  private final String names;

  Role(String names) {
    this.names = " " + names + " ";
  }

  /// The word of the option.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The role under a word; null if there is none.
  public static @Nullable Role of(String word) {
    for (Role role : values()) {
      if (role.word().equals(word)) {
        return role;
      }
    }
    return null;
  }

  /// Whether a column with a name like this usually holds it.
  boolean isCalled(String column) {
    return !bare(column).isEmpty() && names.contains(" " + bare(column) + " ");
  }

  /// Letters and digits of a name.
  static String bare(String column) {
    return column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
