package headroom.data.check;

/// Bars that are missing one after another; for a stock only those inside sessions count, so a gap
/// may reach over nights.
///
/// @param fromNs when the first missing bar would begin
/// @param lastNs when the last missing bar would begin
/// @param bars how many are missing
public record Gap(long fromNs, long lastNs, int bars) {}
