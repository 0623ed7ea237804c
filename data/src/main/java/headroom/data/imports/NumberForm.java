package headroom.data.imports;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How numbers are written.
public enum NumberForm {
  /// `1234.56`, also with an exponent.
  PLAIN,
  /// `1,234.56`: commas between thousands.
  THOUSANDS,
  /// `1.234,56`: a decimal comma, and points between thousands.
  COMMA;

  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d[\\d.,' ]*([eE][-+]?\\d{1,3})?");
  private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d+(\\.\\d*)?([eE][-+]?\\d{1,3})?");
  private static final Pattern WITH_COMMAS = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");
  private static final Pattern WITH_COMMA =
      Pattern.compile("[-+]?(\\d{1,3}(\\.\\d{3})+|\\d+)(,\\d*)?");

  /// The word of the option.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static boolean isNumber(String text) {
    return NUMBER.matcher(text.strip()).matches();
  }

  /// Whether a number can be written so in this form.
  boolean fits(String text) {
    return (switch (this) {
          case PLAIN -> DECIMAL;
          case THOUSANDS -> WITH_COMMAS;
          case COMMA -> WITH_COMMA;
        })
        .matcher(text)
        .matches();
  }

  /// A number as a plain decimal; null if it is not written in this form. Without separators a
  /// number is written alike in all forms.
  @Nullable String plain(String text) {
    return switch (this) {
      case PLAIN -> PLAIN.fits(text) ? text : null;
      case THOUSANDS -> PLAIN.fits(text) ? text : fits(text) ? text.replace(",", "") : null;
      case COMMA -> fits(text) ? text.replace(".", "").replace(',', '.') : null;
    };
  }
}
