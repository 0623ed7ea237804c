package headroom.data.bars;

import static java.util.Objects.requireNonNull;

import headroom.core.market.Bars;
import headroom.core.num.Fixed;
import headroom.data.Durations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Joins the bars of a stock in `stocks-extended/` to those in `stocks/`. What both have must be
/// alike, whether the former hold whole days or only what is before and after the session.
final class ExtendedFiles {

  private final List<Problem> problems = new ArrayList<>();

  private ExtendedFiles() {}

  /// One result for each instrument, in the order of the first file of each.
  ///
  /// @throws BadDataException naming every pair of files that contradict each other
  static List<BarFile.Read> join(List<BarFile.Read> reads) {
    ExtendedFiles files = new ExtendedFiles();
    List<BarFile.Read> joined = new ArrayList<>();
    Map<String, Integer> places = new TreeMap<>();
    for (BarFile.Read read : reads) {
      if (read.report() == null) {
        joined.add(read);
        continue;
      }
      Integer place = places.putIfAbsent(read.report().id().value(), joined.size());
      if (place == null) {
        joined.add(read);
      } else {
        BarFile.Read other = joined.get(place);
        joined.set(place, read.extended() ? files.joined(other, read) : files.joined(read, other));
      }
    }
    if (!files.problems.isEmpty()) {
      throw new BadDataException(files.problems);
    }
    return joined;
  }

  private BarFile.Read joined(BarFile.Read core, BarFile.Read extended) {
    List<Problem> all = new ArrayList<>(core.problems());
    all.addAll(extended.problems());
    Bars some = requireNonNull(core.bars());
    Bars more = requireNonNull(extended.bars());
    FileReport first = requireNonNull(core.report());
    FileReport second = requireNonNull(extended.report());
    long stepNs = some.stepNs();
    if (more.stepNs() != stepNs || (more.startNs(0) - some.startNs(0)) % stepNs != 0) {
      problems.add(
          Problem.ofFile(
              second.file(),
              "bars must be as long as those of %s and begin at the same steps, %s from %s, were %s from %s"
                  .formatted(
                      first.file(),
                      Durations.text(stepNs),
                      Timestamps.text(some.startNs(0)),
                      Durations.text(more.stepNs()),
                      Timestamps.text(more.startNs(0)))));
      return core;
    }
    Union union = new Union(some, more);
    if (union.others > 0) {
      problems.add(
          Problem.ofFile(
              second.file(),
              "bars must be alike in %s, %s were not, the first %s, which is %s there"
                  .formatted(
                      first.file(),
                      union.others,
                      text(more, union.firstOther),
                      text(some, some.firstFrom(more.startNs(union.firstOther))))));
      return core;
    }
    return new BarFile.Read(union.bars(), report(first, second, union), null, false, all);
  }

  private static FileReport report(FileReport first, FileReport second, Union union) {
    List<Long> crossing = new ArrayList<>(first.crossingOpenNs());
    crossing.addAll(second.crossingOpenNs());
    crossing.sort(null);
    return new FileReport(
        first.file(),
        first.id(),
        first.rows() + second.rows(),
        union.length,
        union.twice,
        first.badRows() + second.badRows(),
        first.outsideSession() + second.outsideSession(),
        crossing.stream().distinct().toList(),
        first.crossingClose() + second.crossingClose(),
        first.fit().displaced() > 0 ? first.fit() : second.fit());
  }

  private static String text(Bars bars, int bar) {
    return "%s %s %s %s %s, volume %s"
        .formatted(
            Timestamps.text(bars.startNs(bar)),
            Fixed.text(bars.openRaw(bar)),
            Fixed.text(bars.highRaw(bar)),
            Fixed.text(bars.lowRaw(bar)),
            Fixed.text(bars.closeRaw(bar)),
            Fixed.text(bars.volumeRaw(bar)));
  }

  /// The bars of two series, by time.
  private static final class Union {
    private final Bars some;
    private final long[][] columns;
    private int length;
    private int twice;

    /// Bars of one time that are not alike.
    private int others;

    private int firstOther;

    Union(Bars some, Bars more) {
      this.some = some;
      this.columns = new long[6][some.length() + more.length()];
      int one = 0;
      int two = 0;
      while (one < some.length() || two < more.length()) {
        long oneNs = one < some.length() ? some.startNs(one) : Long.MAX_VALUE;
        long twoNs = two < more.length() ? more.startNs(two) : Long.MAX_VALUE;
        if (oneNs == twoNs) {
          if (isAlike(some, one, more, two)) {
            twice++;
          } else {
            firstOther = others == 0 ? two : firstOther;
            others++;
          }
        }
        if (oneNs <= twoNs) {
          add(some, one);
        } else {
          add(more, two);
        }
        one += oneNs <= twoNs ? 1 : 0;
        two += twoNs <= oneNs ? 1 : 0;
      }
    }

    private static boolean isAlike(Bars some, int one, Bars more, int two) {
      return some.openRaw(one) == more.openRaw(two)
          && some.highRaw(one) == more.highRaw(two)
          && some.lowRaw(one) == more.lowRaw(two)
          && some.closeRaw(one) == more.closeRaw(two)
          && some.volumeRaw(one) == more.volumeRaw(two);
    }

    private void add(Bars from, int bar) {
      columns[0][length] = from.startNs(bar);
      columns[1][length] = from.openRaw(bar);
      columns[2][length] = from.highRaw(bar);
      columns[3][length] = from.lowRaw(bar);
      columns[4][length] = from.closeRaw(bar);
      columns[5][length] = from.volumeRaw(bar);
      length++;
    }

    Bars bars() {
      return new Bars(
          some.instrument(), some.stepNs(), cut(0), cut(1), cut(2), cut(3), cut(4), cut(5));
    }

    private long[] cut(int column) {
      return Arrays.copyOf(columns[column], length);
    }
  }
}
