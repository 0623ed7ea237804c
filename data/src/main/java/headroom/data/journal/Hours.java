package headroom.data.journal;

import headroom.core.calendar.TradingHours;
import java.util.List;
import java.util.stream.IntStream;

/// The sessions of the exchange as a journal carries them: as numbers, so that a replay does not
/// depend on the calendar of a later version.
///
/// @param fromNs the first instant that is covered, in nanoseconds since 1970 UTC
/// @param toNs the first instant that is no longer covered
/// @param sessions in order
public record Hours(long fromNs, long toNs, List<Session> sessions) {
  public Hours {
    sessions = List.copyOf(sessions);
  }

  /// One session.
  ///
  /// @param date the exchange's date as `yyyymmdd`
  /// @param opensNs its first instant
  /// @param closesNs the first instant after it
  /// @param extendedOpensNs the first instant of trading before it; its own if there is none
  /// @param extendedClosesNs the first instant after trading after it; its own if there is none
  public record Session(
      int date, long opensNs, long closesNs, long extendedOpensNs, long extendedClosesNs) {
    boolean isExtended() {
      return extendedOpensNs != opensNs || extendedClosesNs != closesNs;
    }
  }

  public static Hours of(TradingHours hours) {
    List<Session> sessions =
        IntStream.range(0, hours.sessions())
            .mapToObj(i ->
                new Session(
                    hours.date(i),
                    hours.opensNs(i),
                    hours.closesNs(i),
                    hours.extended().opensNs(i),
                    hours.extended().closesNs(i)))
            .toList();
    return new Hours(hours.fromNs(), hours.toNs(), sessions);
  }

  /// The sessions as an engine takes them.
  ///
  /// @throws IllegalArgumentException if they are not in order
  public TradingHours tradingHours() {
    TradingHours core =
        new TradingHours(
            fromNs,
            toNs,
            sessions.stream().mapToLong(Session::opensNs).toArray(),
            sessions.stream().mapToLong(Session::closesNs).toArray(),
            sessions.stream().mapToInt(Session::date).toArray());
    return sessions.stream().anyMatch(Session::isExtended)
        ? core.withExtended(
            sessions.stream().mapToLong(Session::extendedOpensNs).toArray(),
            sessions.stream().mapToLong(Session::extendedClosesNs).toArray())
        : core;
  }
}
