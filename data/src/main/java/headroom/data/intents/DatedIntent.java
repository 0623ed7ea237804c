package headroom.data.intents;

import headroom.core.intent.Intent;

/// An intent and when it appears.
///
/// @param fromNs when it appears, in nanoseconds since 1970 UTC; `Long.MIN_VALUE` if from the start
public record DatedIntent(long fromNs, Intent intent) {}
