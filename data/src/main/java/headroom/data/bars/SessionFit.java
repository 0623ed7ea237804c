package headroom.data.bars;

import headroom.core.calendar.TradingHours;
import headroom.data.calendar.ExchangeCalendar;
import java.util.Map;
import java.util.TreeMap;

/// Whether the rows of a stock stand beside the sessions that they belong to: each day begins and
/// ends by the same time too early or too late.
///
/// Looked at before the rows outside of sessions are left out. A day whose first and last row are
/// not displaced alike says nothing, since rows may be missing at either end.
///
/// @param shiftNs the most frequent displacement, positive for too late; 0 if too few days have one
/// @param displaced days displaced by it
/// @param inPlace days that begin and end with their session, or with the trading around it
/// @param days days with at least two rows
public record SessionFit(long shiftNs, int displaced, int inPlace, int days) {

  /// What is said of a series without sessions.
  public static final SessionFit NONE = new SessionFit(0, 0, 0, 0);

  /// One day in ten is no accident; the clock of one half of the year would displace half of them.
  private static final int LEAST_SHARE = 10;

  private static final int LEAST_DAYS = 2;

  /// Trading before and after the session of liquid stocks: from 04:00 to four hours after the
  /// close.
  private static final long BEFORE_OPEN_NS = 19_800_000_000_000L;

  private static final long AFTER_CLOSE_NS = 14_400_000_000_000L;

  /// Half of a session: of fewer than two bars nothing can be said.
  private static final long LONGEST_STEP_NS = 11_700_000_000_000L;

  static SessionFit of(Columns columns, long stepNs, ExchangeCalendar calendar) {
    return of(columns.startNs, columns.length, stepNs, calendar);
  }

  /// How rows stand beside the sessions of an exchange.
  ///
  /// @param startNs when rows begin, increasing, as far as `length`
  public static SessionFit of(long[] startNs, int length, long stepNs, ExchangeCalendar calendar) {
    if (length == 0 || stepNs > LONGEST_STEP_NS) {
      return NONE;
    }
    TradingHours hours = calendar.tradingHoursAround(startNs[0], startNs[length - 1]);
    Map<Long, Integer> shifts = new TreeMap<>();
    int days = 0;
    int inPlace = 0;
    int from = 0;
    for (int session = 0; session < hours.sessions(); session++) {
      long endNs = middleNs(hours, session);
      int to = from;
      while (to < length && startNs[to] < endNs) {
        to++;
      }
      if (to - from >= 2) {
        days++;
        long headNs = startNs[from] - hours.opensNs(session);
        long tailNs = startNs[to - 1] + stepNs - hours.closesNs(session);
        long shiftNs = shiftNs(headNs, tailNs);
        shifts.merge(shiftNs, 1, Integer::sum);
        boolean told = headNs == tailNs || headNs + BEFORE_OPEN_NS == tailNs - AFTER_CLOSE_NS;
        inPlace += told && shiftNs == 0 ? 1 : 0;
      }
      from = to;
    }
    shifts.remove(0L);
    long shiftNs = 0;
    int displaced = 0;
    for (Map.Entry<Long, Integer> one : shifts.entrySet()) {
      if (one.getValue() > displaced) {
        shiftNs = one.getKey();
        displaced = one.getValue();
      }
    }
    boolean told = displaced >= Math.min(LEAST_DAYS, days) && displaced * LEAST_SHARE >= days;
    return told && displaced > 0
        ? new SessionFit(shiftNs, displaced, inPlace, days)
        : new SessionFit(0, 0, inPlace, days);
  }

  /// Between the close of a session and the next open.
  private static long middleNs(TradingHours hours, int session) {
    if (session + 1 == hours.sessions()) {
      return Long.MAX_VALUE;
    }
    long closeNs = hours.closesNs(session);
    return closeNs + (hours.opensNs(session + 1) - closeNs) / 2;
  }

  /// @param headNs from the open to the first row
  /// @param tailNs from the close to the end of the last row
  private static long shiftNs(long headNs, long tailNs) {
    if (headNs == tailNs) {
      return headNs;
    }
    return headNs + BEFORE_OPEN_NS == tailNs - AFTER_CLOSE_NS ? headNs + BEFORE_OPEN_NS : 0;
  }
}
