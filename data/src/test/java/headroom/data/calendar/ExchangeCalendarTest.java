package headroom.data.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import headroom.core.calendar.TradingHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeCalendarTest {

  private static final ExchangeCalendar NYSE = ExchangeCalendar.nyse();

  @ParameterizedTest
  @CsvSource({
    "1990-01-01, New Year's Day",
    "2023-01-02, New Year's Day",
    "2012-01-02, New Year's Day",
    "1998-01-19, Martin Luther King Day",
    "2025-01-20, Martin Luther King Day",
    "1990-02-19, Washington's Birthday",
    "2024-02-19, Washington's Birthday",
    "1990-04-13, Good Friday",
    "2008-03-21, Good Friday",
    "2025-04-18, Good Friday",
    "2038-04-23, Good Friday",
    "1990-05-28, Memorial Day",
    "2027-05-31, Memorial Day",
    "2022-06-20, Juneteenth",
    "2025-06-19, Juneteenth",
    "2027-06-18, Juneteenth",
    "1992-07-03, Independence Day",
    "2021-07-05, Independence Day",
    "2026-07-03, Independence Day",
    "1990-09-03, Labor Day",
    "2025-09-01, Labor Day",
    "1990-11-22, Thanksgiving Day",
    "2028-11-23, Thanksgiving Day",
    "1993-12-24, Christmas Day",
    "2022-12-26, Christmas Day",
    "2025-12-25, Christmas Day",
    "1994-04-27, Mourning for President Nixon",
    "2001-09-11, Attacks of 11 September",
    "2001-09-14, Attacks of 11 September",
    "2004-06-11, Mourning for President Reagan",
    "2007-01-02, Mourning for President Ford",
    "2012-10-29, Hurricane Sandy",
    "2012-10-30, Hurricane Sandy",
    "2018-12-05, Mourning for President Bush",
    "2025-01-09, Mourning for President Carter"
  })
  void theExchangeDoesNotOpenOnHolidays(LocalDate date, String name) {
    Day day = NYSE.day(date);
    assertThat(day.kind()).isEqualTo(DayKind.HOLIDAY);
    assertThat(day.name()).isEqualTo(name);
    assertThat(day.isSession()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1993-12-31", "1999-12-30", "2004-12-31", "2010-12-31", "2021-12-31", "2027-12-31",
        "1997-01-20", "2021-06-18", "2000-06-19", "2001-09-10", "2001-09-17", "2012-10-31",
        "2025-12-26", "2024-07-05", "1991-07-05", "1990-11-23", "1991-11-29", "1994-07-05",
        "1996-07-03", "2002-07-03", "2012-07-05", "2019-07-05", "2013-07-05", "1998-12-28",
        "1994-07-01", "2003-12-29"
      })
  void daysThatLookLikeHolidaysAreWhole(LocalDate date) {
    assertThat(NYSE.day(date).kind()).isEqualTo(DayKind.REGULAR);
    assertThat(NYSE.day(date).name()).isNull();
    assertThat(closeOf(date)).isEqualTo(LocalTime.of(16, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "1990-12-24, 14:00", "1991-12-24, 14:00", "1992-12-24, 14:00", "1992-11-27, 14:00",
    "1993-11-26, 13:00", "2025-11-28, 13:00", "2001-12-24, 13:00", "2025-12-24, 13:00",
    "1995-07-03, 13:00", "1997-07-03, 13:00", "2001-07-03, 13:00", "2013-07-03, 13:00",
    "2024-07-03, 13:00", "2025-07-03, 13:00", "1996-07-05, 13:00", "2002-07-05, 13:00",
    "1997-12-26, 13:00", "1999-12-31, 13:00", "2003-12-26, 13:00"
  })
  void theExchangeClosesEarly(LocalDate date, LocalTime close) {
    Day day = NYSE.day(date);
    assertThat(day.kind()).isEqualTo(DayKind.EARLY_CLOSE);
    assertThat(closeOf(date)).isEqualTo(close);
    assertThat(day.name()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    // Sessions as the exchange counts them.
    "1999, 252",
    "2001, 248",
    "2004, 252",
    "2007, 251",
    "2012, 250",
    "2018, 251",
    "2022, 251",
    "2024, 252",
    "2025, 250",
    "2026, 251",
    "1990, 253",
    "1994, 252"
  })
  void aYearHasItsSessions(int year, int sessions) {
    assertThat(NYSE.days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
        .filteredOn(Day::isSession)
        .hasSize(sessions);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-03-07, 2025-03-07T14:30:00Z, 2025-03-07T21:00:00Z",
    "2025-03-10, 2025-03-10T13:30:00Z, 2025-03-10T20:00:00Z",
    "2025-10-31, 2025-10-31T13:30:00Z, 2025-10-31T20:00:00Z",
    "2025-11-03, 2025-11-03T14:30:00Z, 2025-11-03T21:00:00Z",
    // Until 2006 summer began in April.
    "2006-03-31, 2006-03-31T14:30:00Z, 2006-03-31T21:00:00Z",
    "2006-04-03, 2006-04-03T13:30:00Z, 2006-04-03T20:00:00Z"
  })
  void theWallClockFollowsNewYork(LocalDate date, Instant opens, Instant closes) {
    assertThat(NYSE.day(date)).isEqualTo(new Day(date, DayKind.REGULAR, opens, closes, null));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-03-07, 2025-03-07T09:00:00Z, 2025-03-08T01:00:00Z",
    "2025-03-10, 2025-03-10T08:00:00Z, 2025-03-11T00:00:00Z",
    "2025-11-28, 2025-11-28T09:00:00Z, 2025-11-28T22:00:00Z",
    "2025-07-03, 2025-07-03T08:00:00Z, 2025-07-03T21:00:00Z"
  })
  void tradingBeginsAtFourAndEndsFourHoursAfterTheClose(LocalDate date, Instant from, Instant to) {
    Day day = NYSE.day(date);
    assertThat(day.extendedOpens()).isEqualTo(from);
    assertThat(day.extendedCloses()).isEqualTo(to);
    TradingHours hours = NYSE.tradingHours(date, date, true);
    assertThat(hours.extended().opensNs(0)).isEqualTo(from.getEpochSecond() * 1_000_000_000L);
    assertThat(hours.extended().closesNs(0)).isEqualTo(to.getEpochSecond() * 1_000_000_000L);
    assertThat(ExchangeCalendar.hash(hours))
        .isNotEqualTo(ExchangeCalendar.hash(hours.core()))
        .isNotEqualTo(NYSE.hash(date, date));
    assertThat(ExchangeCalendar.hash(hours.core())).isEqualTo(NYSE.hash(date, date));
  }

  @Test
  void aDayWithoutASessionHasNoTrading() {
    Day holiday = NYSE.day(LocalDate.of(2025, 12, 25));
    assertThat(holiday.extendedOpens()).isNull();
    assertThat(holiday.extendedCloses()).isNull();
  }

  @Test
  void weekendsAreWeekendsWhateverElseTheyAre() {
    assertThat(NYSE.day(LocalDate.of(2026, 7, 4)))
        .isEqualTo(new Day(LocalDate.of(2026, 7, 4), DayKind.WEEKEND, null, null, null));
  }

  @Test
  void yearsWhoseRulesAreUnknownAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NYSE.day(LocalDate.of(1989, 12, 29)))
        .withMessage(
            "date must be from 1990-01-01 to 2200-12-31, the years whose sessions are known, was"
                + " 1989-12-29");
    assertThatIllegalArgumentException().isThrownBy(() -> NYSE.day(LocalDate.of(2201, 1, 2)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NYSE.days(LocalDate.of(2025, 2, 2), LocalDate.of(2025, 2, 1)));
  }

  @Test
  void missingOrWrongZoneDataStopsTheStart() {
    assertThatIllegalStateException()
        .isThrownBy(() -> ExchangeCalendar.in("America/Nowhere"))
        .withMessageContaining("must contain America/Nowhere");
    assertThatIllegalStateException()
        .isThrownBy(() -> ExchangeCalendar.in("UTC"))
        .withMessageContaining("must be -5 hours from UTC");
    assertThatIllegalStateException().isThrownBy(() -> ExchangeCalendar.in("America/Jamaica"));
  }

  @Test
  void tradingHoursIncludeTheOpenAndExcludeTheClose() {
    TradingHours hours = NYSE.tradingHours(LocalDate.of(2025, 7, 2), LocalDate.of(2025, 7, 7));
    assertThat(IntStream.range(0, hours.sessions()).map(hours::date))
        .containsExactly(20250702, 20250703, 20250707);
    assertThat(hours.isOpen(ns("2025-07-03T13:29:59.999999999Z"))).isFalse();
    assertThat(hours.isOpen(ns("2025-07-03T13:30:00Z"))).isTrue();
    assertThat(hours.isOpen(ns("2025-07-03T16:59:59.999999999Z"))).isTrue();
    assertThat(hours.isOpen(ns("2025-07-03T17:00:00Z"))).isFalse();
    assertThat(hours.isOpen(ns("2025-07-04T15:00:00Z"))).isFalse();
    assertThat(hours.covers(ns("2025-07-02T00:00:00Z"))).isTrue();
    assertThat(hours.covers(ns("2025-07-08T03:59:59Z"))).isTrue();
    assertThat(hours.covers(ns("2025-07-08T04:00:00Z"))).isFalse();
  }

  @Test
  void hoursAroundASpanReachADayFurtherUnlessTheCalendarEnds() {
    TradingHours hours =
        NYSE.tradingHoursAround(ns("2025-07-02T20:00:00Z"), ns("2025-07-07T01:00:00Z"));
    assertThat(IntStream.range(0, hours.sessions()).map(hours::date))
        .containsExactly(20250701, 20250702, 20250703, 20250707, 20250708);
    assertThat(NYSE.tradingHoursAround(ns("1990-01-01T00:00:00Z"), ns("2200-12-31T23:59:59Z")))
        .satisfies(all -> assertThat(all.date(0)).isEqualTo(19900102));
  }

  @Test
  void midnightsAreThoseOfNewYorkOnEveryDate() {
    long[] midnights = NYSE.newYorkMidnights(LocalDate.of(2025, 3, 8), LocalDate.of(2025, 3, 10));
    assertThat(Arrays.stream(midnights).mapToObj(ExchangeCalendarTest::text))
        .containsExactly("2025-03-09T05:00:00Z", "2025-03-10T04:00:00Z", "2025-03-11T04:00:00Z");
  }

  @Test
  void theHashIsAFunctionOfTheSessions() {
    LocalDate friday = LocalDate.of(2025, 6, 13);
    String week = NYSE.hash(LocalDate.of(2025, 6, 9), friday);
    assertThat(week).matches("[0-9a-f]{64}");
    assertThat(ExchangeCalendar.nyse().hash(LocalDate.of(2025, 6, 8), friday.plusDays(1)))
        .as("a weekend more changes no session")
        .isEqualTo(week);
    assertThat(NYSE.hash(LocalDate.of(2025, 6, 9), LocalDate.of(2025, 6, 16))).isNotEqualTo(week);
  }

  private static @Nullable LocalTime closeOf(LocalDate date) {
    Instant closes = NYSE.day(date).closes();
    return closes == null ? null : closes.atZone(NYSE.zone()).toLocalTime();
  }

  private static long ns(String instant) {
    Instant at = Instant.parse(instant);
    return at.getEpochSecond() * 1_000_000_000L + at.getNano();
  }

  private static String text(long ns) {
    return Instant.ofEpochSecond(0, ns).toString();
  }
}
