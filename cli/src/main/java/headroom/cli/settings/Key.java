package headroom.cli.settings;

/// Something that can be set.
///
/// @param name in kebab-case, with dots between groups
/// @param form what its values look like
/// @param standard the value that holds if nobody sets it
/// @param about what it means
/// @param source why the standard is what it is
public record Key(String name, Form form, String standard, String about, String source) {
  public Key {
    standard = form.canonical(standard);
  }
}
