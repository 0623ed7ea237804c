/// Runs at a venue that delays, repeats, reorders, loses and contradicts, each made from one
/// number, and an oracle that keeps books of its own from what the engine was told and what it
/// asked for.
package headroom.core.chaos;
