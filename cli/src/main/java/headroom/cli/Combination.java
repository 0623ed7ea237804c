package headroom.cli;

import headroom.cli.settings.EffectiveSettings;
import java.util.SequencedMap;

/// One row of a comparison: settings, and in which of them it differs from the other rows.
///
/// @param name what sets it apart, for people: `FurthestFirst, protection=0.1%`
/// @param varied the same by key, in the order of the name; a preset under the key `preset`
record Combination(String name, SequencedMap<String, String> varied, EffectiveSettings settings) {}
