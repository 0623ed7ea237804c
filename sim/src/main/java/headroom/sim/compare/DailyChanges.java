package headroom.sim.compare;

import headroom.core.num.Money;
import headroom.sim.report.Figures;
import headroom.sim.report.Figures.DayFigures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What each day did to the equity of a run.
///
/// @param dates days of New York, in order; only trading days unless there is only crypto
/// @param changes the equity at the end of each day less that at the end of the one before
public record DailyChanges(List<String> dates, List<Money> changes) {
  public DailyChanges {
    dates = List.copyOf(dates);
    changes = List.copyOf(changes);
    if (dates.size() != changes.size()) {
      throw new IllegalArgumentException(
          "changes must be one for each of %s days, were %s"
              .formatted(dates.size(), changes.size()));
    }
  }

  /// The days of a run.
  public static DailyChanges of(Figures figures) {
    List<String> dates = new ArrayList<>();
    List<Money> changes = new ArrayList<>();
    Money before = Money.of(figures.account().startEquity());
    for (DayFigures day : figures.daily()) {
      Money equity = Money.of(day.equity());
      dates.add(day.date());
      changes.add(equity.minus(before));
      before = equity;
    }
    return new DailyChanges(dates, changes);
  }

  /// These days, then those of another run.
  public DailyChanges then(DailyChanges later) {
    List<String> allDates = new ArrayList<>(dates);
    allDates.addAll(later.dates);
    List<Money> allChanges = new ArrayList<>(changes);
    allChanges.addAll(later.changes);
    return new DailyChanges(allDates, allChanges);
  }

  /// On the days of another run of the same period what became of an account of which nothing was
  /// left: the last day of these, if the other does not count it, falls to the next that it counts,
  /// and on those after it nothing changes.
  ///
  /// @param others dates, in order; if they end before these do, these stay as they are
  /// @throws IllegalArgumentException if the others begin with other days
  public DailyChanges on(List<String> others) {
    int last = dates.size() - 1;
    if (last < 0 || others.size() <= last) {
      return this;
    }
    if (!dates.subList(0, last).equals(others.subList(0, last))) {
      throw new IllegalArgumentException("runs must begin with the same days, had others");
    }
    if (dates.get(last).compareTo(others.get(last)) > 0) {
      return this;
    }
    List<Money> padded = new ArrayList<>(changes);
    padded.addAll(Collections.nCopies(others.size() - dates.size(), Money.ZERO));
    return new DailyChanges(others, padded);
  }

  /// Day by day, what this run made more than another.
  ///
  /// @throws IllegalArgumentException if the two are not of the same days
  List<Money> lessThoseOf(DailyChanges other) {
    if (!dates.equals(other.dates)) {
      throw new IllegalArgumentException("runs must have the same days, had others");
    }
    List<Money> differences = new ArrayList<>();
    for (int day = 0; day < changes.size(); day++) {
      differences.add(changes.get(day).minus(other.changes.get(day)));
    }
    return differences;
  }
}
