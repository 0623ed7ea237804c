package headroom.data.journal;

/// The closing line of a journal.
///
/// @param endNs the end of the run, in nanoseconds since 1970 UTC
/// @param complete whether the run reached its end; otherwise it was interrupted
/// @param inputs how many inputs came before
/// @param commands how many commands came before
/// @param commandHash the SHA-256 over the lines of `commands.csv`, as in `result.json`
public record JournalEnd(
    long endNs, boolean complete, long inputs, long commands, String commandHash) {}
