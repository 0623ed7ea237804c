package headroom.core.engine;

import headroom.core.intent.Intent;
import headroom.core.intent.OrderId;
import org.jspecify.annotations.Nullable;

/// How an intent stands.
///
/// @param intent what is wanted
/// @param state where it is in its life
/// @param remainingRaw what is not filled, in billionths
/// @param order its live order; null if it has none
/// @param verdict the last reason for which it has no order; null if it was never asked or has one
/// @param end why it is over; null while it is live or if it was filled
public record IntentStatus(
    Intent intent,
    IntentState state,
    long remainingRaw,
    @Nullable OrderId order,
    @Nullable Refusal verdict,
    @Nullable String end) {}
