package headroom.core.engine;

/// An event with its place in the order of all inputs and the engine's only clock.
///
/// @param seq counts up from 1 without gaps
/// @param timeNs nanoseconds since 1970 UTC; never less than that of the input before
public record Input(long seq, long timeNs, Event event) {}
