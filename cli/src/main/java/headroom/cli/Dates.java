package headroom.cli;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options `--from` and `--to`.
final class Dates {
  /// No limits: all that there is.
  static final Dates ALL = new Dates();

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "first day, from 00:00 UTC (default: that of the first bar)")
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "last day, to 24:00 UTC (default: to the end of the last bar)")
  private @Nullable LocalDate to;

  private String name = "--from and --to";

  Dates() {}

  /// Some days, however they were asked for.
  ///
  /// @param name what asked for them, for people
  static Dates of(String name, @Nullable LocalDate from, @Nullable LocalDate to) {
    Dates dates = new Dates();
    dates.name = name;
    dates.from = from;
    dates.to = to;
    return dates;
  }

  /// What asked for them, for people.
  String name() {
    return name;
  }

  /// Whether there are no limits.
  boolean isAll() {
    return from == null && to == null;
  }

  /// @throws IllegalArgumentException if the last day is before the first
  void requireOrder() {
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("--to must be %s or later, was %s".formatted(from, to));
    }
  }

  /// The first instant asked for, in nanoseconds since 1970 UTC.
  long fromNs(long otherwiseNs) {
    return from == null ? otherwiseNs : ns(from);
  }

  /// The first instant that is no longer asked for.
  long toNs(long otherwiseNs) {
    return to == null ? otherwiseNs : ns(to.plusDays(1));
  }

  private long ns(LocalDate date) {
    try {
      return Math.multiplyExact(date.toEpochDay(), 86_400_000_000_000L);
    } catch (ArithmeticException far) {
      throw new IllegalArgumentException(
          name + " must be from 1990-01-01 to 2200-12-31, was " + date, far);
    }
  }

  @Override
  public String toString() {
    return "%s to %s".formatted(from == null ? "the start" : from, to == null ? "the end" : to);
  }
}
