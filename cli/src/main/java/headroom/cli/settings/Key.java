package headroom.cli.settings;

import java.util.function.Consumer;

/// Something that can be set.
///
/// @param name in kebab-case, with dots between groups
/// @param standard the value that holds if nobody sets it, as it is written
/// @param form what a value looks like, and its range
/// @param about what it means
/// @param check reads a value, or says what is wrong with it
public record Key(
    String name, String standard, String form, String about, Consumer<String> check) {}
