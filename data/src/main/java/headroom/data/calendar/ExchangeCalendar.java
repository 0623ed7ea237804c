package headroom.data.calendar;

import headroom.core.calendar.TradingHours;
import headroom.data.Sha256;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The days and core sessions of the New York Stock Exchange.
///
/// Complete from 1990 to 2028; later years follow the rules in force and cannot know closures that
/// are yet to be announced. Earlier years are refused, since other rules held then.
///
/// The hours before and after the session are those of today at all dates.
///
/// Immutable.
public final class ExchangeCalendar {

  /// The first year whose rules are known here.
  public static final int FIRST_YEAR = 1990;

  /// The last year that is answered; its nanoseconds still fit in a `long`.
  public static final int LAST_YEAR = 2200;

  private static final LocalTime OPEN = LocalTime.of(9, 30);
  private static final LocalTime CLOSE = LocalTime.of(16, 0);

  private final ZoneId zone;

  private ExchangeCalendar(ZoneId zone) {
    this.zone = zone;
  }

  /// The calendar of the New York Stock Exchange.
  ///
  /// @throws IllegalStateException if this Java lacks the time-zone data of New York
  public static ExchangeCalendar nyse() {
    return in("America/New_York");
  }

  /// A calendar whose wall clock hangs in the named zone, which must keep New York time.
  static ExchangeCalendar in(String zoneName) {
    ZoneId zone;
    try {
      zone = ZoneId.of(zoneName);
    } catch (DateTimeException missing) {
      throw new IllegalStateException(
          "time-zone data must contain %s, was missing from this Java".formatted(zoneName),
          missing);
    }
    requireNewYorkTime(zone);
    return new ExchangeCalendar(zone);
  }

  /// A stripped time-zone database may know the name and not the summers.
  private static void requireNewYorkTime(ZoneId zone) {
    requireOffset(zone, Instant.parse("2025-01-15T12:00:00Z"), -5);
    requireOffset(zone, Instant.parse("2025-07-15T12:00:00Z"), -4);
    requireOffset(zone, Instant.parse("2006-04-15T12:00:00Z"), -4);
    requireOffset(zone, Instant.parse("2006-11-01T12:00:00Z"), -5);
  }

  private static void requireOffset(ZoneId zone, Instant at, int hours) {
    ZoneOffset offset = zone.getRules().getOffset(at);
    if (!offset.equals(ZoneOffset.ofHours(hours))) {
      throw new IllegalStateException(
          "time zone %s must be %s hours from UTC at %s, was %s"
              .formatted(zone, hours, at, offset));
    }
  }

  /// The time zone of the exchange.
  public ZoneId zone() {
    return zone;
  }

  /// What a date is to the exchange.
  ///
  /// @throws IllegalArgumentException before 1990 and after 2200
  public Day day(LocalDate date) {
    requireCovered(date);
    DayOfWeek weekday = date.getDayOfWeek();
    if (weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY) {
      return new Day(date, DayKind.WEEKEND, null, null, null);
    }
    @Nullable String holiday = Holidays.on(date);
    if (holiday != null) {
      return new Day(date, DayKind.HOLIDAY, null, null, holiday);
    }
    EarlyCloses.@Nullable EarlyClose early = EarlyCloses.on(date);
    if (early != null) {
      return new Day(
          date,
          DayKind.EARLY_CLOSE,
          instant(date, OPEN),
          instant(date, early.at()),
          early.reason());
    }
    return new Day(date, DayKind.REGULAR, instant(date, OPEN), instant(date, CLOSE), null);
  }

  /// The days from one date to another, both included.
  public List<Day> days(LocalDate from, LocalDate toInclusive) {
    return dates(from, toInclusive).map(this::day).toList();
  }

  /// The sessions from one date to another, both included, as numbers.
  ///
  /// They cover the time from 00:00 UTC of the first date, when New York is still in the evening
  /// before and closed, to 24:00 New York of the last.
  public TradingHours tradingHours(LocalDate from, LocalDate toInclusive) {
    return tradingHours(from, toInclusive, false);
  }

  /// The same, with the hours before and after each session if they are wanted.
  public TradingHours tradingHours(LocalDate from, LocalDate toInclusive, boolean extended) {
    List<Day> sessions = days(from, toInclusive).stream().filter(Day::isSession).toList();
    long fromNs = nanos(from.atStartOfDay(ZoneOffset.UTC).toInstant());
    TradingHours core =
        new TradingHours(
            fromNs,
            midnightAfterNs(toInclusive),
            instants(sessions, Day::opens),
            instants(sessions, Day::closes),
            sessions.stream().mapToInt(day -> number(day.date())).toArray());
    return extended
        ? core.withExtended(
            instants(sessions, Day::extendedOpens), instants(sessions, Day::extendedCloses))
        : core;
  }

  private static long[] instants(List<Day> sessions, Function<Day, @Nullable Instant> ofSession) {
    return sessions.stream()
        .map(day -> Objects.requireNonNull(ofSession.apply(day)))
        .mapToLong(ExchangeCalendar::nanos)
        .toArray();
  }

  /// The sessions around a span of time, and those of a day before and after it as far as the
  /// calendar goes, since the dates of UTC and New York differ.
  ///
  /// @param fromNs the first instant, in nanoseconds since 1970 UTC
  /// @param toNs the last
  public TradingHours tradingHoursAround(long fromNs, long toNs) {
    return tradingHoursAround(fromNs, toNs, false);
  }

  /// The same, with the hours before and after each session if they are wanted.
  public TradingHours tradingHoursAround(long fromNs, long toNs, boolean extended) {
    LocalDate before = utcDate(fromNs).minusDays(1);
    LocalDate after = utcDate(toNs).plusDays(1);
    return tradingHours(
        before.getYear() < FIRST_YEAR ? before.plusDays(1) : before,
        after.getYear() > LAST_YEAR ? after.minusDays(1) : after,
        extended);
  }

  /// 24:00 New York of each date from one to another, both included, in nanoseconds since 1970 UTC.
  public long[] newYorkMidnights(LocalDate from, LocalDate toInclusive) {
    return dates(from, toInclusive).mapToLong(this::midnightAfterNs).toArray();
  }

  /// The SHA-256, in hexadecimal, of the opens and closes of a range: the calendar's part in the
  /// identity of a run.
  public String hash(LocalDate from, LocalDate toInclusive) {
    return hash(tradingHours(from, toInclusive));
  }

  /// The SHA-256, in hexadecimal, of the dates, opens and closes of sessions, and of the extended
  /// ones if there are any.
  public static String hash(TradingHours hours) {
    Sha256 sha = new Sha256();
    for (int session = 0; session < hours.sessions(); session++) {
      sha.number(hours.date(session));
      sha.number(hours.opensNs(session));
      sha.number(hours.closesNs(session));
      if (hours.isExtended()) {
        sha.number(hours.extended().opensNs(session));
        sha.number(hours.extended().closesNs(session));
      }
    }
    return sha.hex();
  }

  private Stream<LocalDate> dates(LocalDate from, LocalDate toInclusive) {
    requireCovered(from);
    requireCovered(toInclusive);
    if (toInclusive.isBefore(from)) {
      throw new IllegalArgumentException(
          "last date must be %s or later, was %s".formatted(from, toInclusive));
    }
    return from.datesUntil(toInclusive.plusDays(1));
  }

  private static void requireCovered(LocalDate date) {
    if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
      throw new IllegalArgumentException(
          "date must be from %s-01-01 to %s-12-31, the years whose sessions are known, was %s"
              .formatted(FIRST_YEAR, LAST_YEAR, date));
    }
  }

  private Instant instant(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(zone).toInstant();
  }

  private long midnightAfterNs(LocalDate date) {
    return nanos(date.plusDays(1).atStartOfDay(zone).toInstant());
  }

  private static LocalDate utcDate(long ns) {
    return LocalDate.ofInstant(Instant.ofEpochSecond(0, ns), ZoneOffset.UTC);
  }

  private static long nanos(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
  }

  private static int number(LocalDate date) {
    return Integer.parseInt(date.format(DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT)));
  }
}
