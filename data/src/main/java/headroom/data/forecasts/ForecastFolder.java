package headroom.data.forecasts;

import headroom.core.engine.Event;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.data.bars.BadDataException;
import headroom.data.bars.Problem;
import headroom.data.rows.Symbols;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A folder of files of forecasts: snapshots through time.
///
/// `forecasts-20250310T143000Z.csv` or `2025-03-10T14-30-00Z.jsonl` says in its name when its rows
/// were made; rows may say so themselves. A date alone is no such time: taken as its midnight it
/// would let a run look ahead.
///
/// It is read as a whole or not at all: one bad row refuses it, and every bad row is named.
public final class ForecastFolder {

  private static final Pattern TIME =
      Pattern.compile(
          "(?<!\\d)(\\d{4})-?(\\d{2})-?(\\d{2})[T_](\\d{2})[-:]?(\\d{2})(?:[-:]?(\\d{2}))?Z");

  private static final List<String> ENDINGS = List.of(".csv", ".jsonl", ".ndjson", ".json");

  private ForecastFolder() {}

  /// The forecasts of all files, each good from the time at which it was made, by that time and
  /// then by the name of the file.
  ///
  /// @param folder may hold other things, which are left alone
  /// @throws BadDataException with every problem of every row of every file
  public static List<Event.Forecasted> read(
      Path folder, SequencedMap<InstrumentId, Instrument> instruments) {
    Symbols symbols = new Symbols(instruments);
    Map<ForecastIntake.Key, String> seen = new HashMap<>();
    List<Event.Forecasted> forecasts = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    List<Path> files = files(folder);
    for (Path file : files) {
      try {
        forecasts.addAll(ForecastFile.intake(file, symbols, asOfNs(name(file)), seen).forecasts());
      } catch (BadDataException bad) {
        problems.addAll(bad.problems());
      }
    }
    if (files.isEmpty()) {
      problems.add(
          new Problem(
              folder.toString(),
              0,
              "folder must hold files that end in .csv, .jsonl, .ndjson or .json, had none"));
    }
    if (!problems.isEmpty()) {
      throw new BadDataException(problems);
    }
    forecasts.sort(Comparator.comparingLong(one -> one.forecast().asOfNs()));
    return List.copyOf(forecasts);
  }

  /// The files of a folder that are forecasts by their ending, by name.
  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> !name(file).startsWith(".") && Files.isRegularFile(file))
          .filter(file -> ENDINGS.stream().anyMatch(name(file).toLowerCase(Locale.ROOT)::endsWith))
          .sorted(Comparator.comparing(ForecastFolder::name))
          .toList();
    } catch (IOException unreadable) {
      throw new BadDataException(
          List.of(
              new Problem(
                  folder.toString(), 0, "folder must be readable, was not: " + unreadable)));
    }
  }

  /// The time in a name; null if there is none.
  static @Nullable Long asOfNs(String name) {
    Matcher time = TIME.matcher(name);
    if (!time.find()) {
      return null;
    }
    try {
      LocalDateTime utc =
          LocalDateTime.of(
              number(time, 1),
              number(time, 2),
              number(time, 3),
              number(time, 4),
              number(time, 5),
              number(time, 6));
      return Math.multiplyExact(utc.toEpochSecond(ZoneOffset.UTC), 1_000_000_000L);
    } catch (DateTimeException | ArithmeticException noTime) {
      return null;
    }
  }

  private static int number(Matcher time, int group) {
    return time.group(group) == null ? 0 : Integer.parseInt(time.group(group));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
