package headroom.cli.settings;

/// What somebody set.
///
/// @param key as it was written
/// @param text the value as it was written
/// @param place where, for people: `headroom.yaml:3`, `--set`
public record Given(String key, String text, String place) {}
