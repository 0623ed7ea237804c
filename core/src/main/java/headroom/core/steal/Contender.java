package headroom.core.steal;

/// Somebody who has or wants capacity, as a policy sees it. Only valid during the call.
public interface Contender {

  /// How far the market is from its limit; see [headroom.core.tolerance.Distance].
  int distancePpm();

  /// What it is expected to earn, in billionths of the account currency; 0 if unknown.
  long forecastRaw();

  /// Since when it has been ready without a break, in nanoseconds since 1970 UTC.
  long readySinceNs();

  /// The FNV-1a-64 hash of its id.
  long idHash();
}
