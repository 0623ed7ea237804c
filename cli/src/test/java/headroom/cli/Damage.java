package headroom.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// What befalls the rows of a file of bars.
enum Damage {
  LOCAL_TIME("shifted-times"),
  AN_HOUR_LATE("shifted-times"),
  BAR_CLOSE_STAMPS("bar-close-stamps"),
  STAMPS_JUST_BEFORE_THE_CLOSE("bar-close-stamps"),
  TENFOLD_PRINT("extreme-jump"),
  JUMP_OF_420("extreme-jump"),
  WEEK_MISSING("long-gap"),
  ENDS("ends-early"),
  DAY_TWICE("a duplicated stretch"),
  DAY_AS_THE_NEXT("repeated-day"),
  NEGATIVE_VOLUME("volume must be at least 0, was '-5'"),
  SWAPPED_HIGH_AND_LOW("high must be at least the low");

  private final String words;

  Damage(String words) {
    this.words = words;
  }

  private List<String> done(List<String> rows) {
    return switch (this) {
      case LOCAL_TIME -> moved(rows, Duration.ofHours(-4));
      case AN_HOUR_LATE -> moved(rows, Duration.ofHours(1));
      case BAR_CLOSE_STAMPS -> moved(rows, Duration.ofMinutes(5));
      case STAMPS_JUST_BEFORE_THE_CLOSE -> moved(rows, Duration.ofMillis(299_999));
      case TENFOLD_PRINT -> multiplied(rows, "10");
      case JUMP_OF_420 -> multiplied(rows, "420");
      case WEEK_MISSING -> withoutAWeek(rows);
      case ENDS -> rows.subList(0, rows.size() / 2);
      case DAY_TWICE -> withADayAgain(rows);
      case DAY_AS_THE_NEXT -> withADayAsTheNext(rows);
      case NEGATIVE_VOLUME -> with(rows, 5, _ -> "-5");
      case SWAPPED_HIGH_AND_LOW -> withHighAndLowSwapped(rows);
    };
  }

  /// What must be said of it.
  String words() {
    return words;
  }

  void doTo(Path file) throws IOException {
    List<String> lines = lines(file);
    List<String> rows = new ArrayList<>(done(lines.subList(1, lines.size())));
    rows.addFirst(lines.getFirst());
    write(file, rows);
  }

  static List<String> lines(Path file) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  static void write(Path file, List<String> lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    Files.write(file, bytes.toByteArray());
  }

  /// Rows in the middle of one file in place of those of another at the same times.
  static void mix(Path file, Path other) throws IOException {
    Map<String, String> others =
        lines(other).stream().collect(Collectors.toMap(Damage::time, row -> row, (a, _) -> a));
    List<String> rows = new ArrayList<>(lines(file));
    for (int row = rows.size() / 2; row < rows.size() / 2 + 20; row++) {
      rows.set(row, others.getOrDefault(time(rows.get(row)), rows.get(row)));
    }
    write(file, rows);
  }

  private static String time(String row) {
    return row.substring(0, row.indexOf(','));
  }

  private static List<String> moved(List<String> rows, Duration by) {
    return rows.stream()
        .map(row -> Instant.parse(time(row)).plus(by) + row.substring(row.indexOf(',')))
        .toList();
  }

  private static List<String> multiplied(List<String> rows, String factor) {
    UnaryOperator<String> times =
        text -> new BigDecimal(text).multiply(new BigDecimal(factor)).toPlainString();
    return with(with(with(with(rows, 1, times), 2, times), 3, times), 4, times);
  }

  private static List<String> with(List<String> rows, int field, UnaryOperator<String> change) {
    List<String> changed = new ArrayList<>(rows);
    String[] fields = rows.get(rows.size() / 2).split(",", -1);
    fields[field] = change.apply(fields[field]);
    changed.set(rows.size() / 2, String.join(",", fields));
    return changed;
  }

  private static List<String> withHighAndLowSwapped(List<String> rows) {
    String[] fields = rows.get(rows.size() / 2).split(",", -1);
    return with(with(rows, 2, _ -> fields[3]), 3, _ -> fields[2]);
  }

  private static List<String> withoutAWeek(List<String> rows) {
    Instant from = Instant.parse(time(rows.get(rows.size() / 2)));
    Instant to = from.plus(Duration.ofDays(7));
    return rows.stream()
        .filter(row ->
            Instant.parse(time(row)).isBefore(from) || !Instant.parse(time(row)).isBefore(to))
        .toList();
  }

  private static List<String> day(List<String> rows, String date) {
    return rows.stream().filter(row -> row.startsWith(date)).toList();
  }

  private static List<String> withADayAgain(List<String> rows) {
    String date = rows.get(rows.size() / 2).substring(0, 10);
    return Stream.of(
            rows.stream().filter(row -> row.substring(0, 10).compareTo(date) <= 0),
            day(rows, date).stream(),
            rows.stream().filter(row -> row.substring(0, 10).compareTo(date) > 0))
        .flatMap(part -> part)
        .toList();
  }

  private static List<String> withADayAsTheNext(List<String> rows) {
    String[] dates =
        rows.stream().map(row -> row.substring(0, 10)).distinct().toArray(String[]::new);
    String date = dates[dates.length / 2];
    String next = dates[dates.length / 2 + 1];
    Map<String, String> bars =
        day(rows, date).stream()
            .collect(Collectors.toMap(row -> row.substring(11, 20), row -> row.substring(20)));
    return rows.stream()
        .map(row -> {
          String bar = row.startsWith(next) ? bars.get(row.substring(11, 20)) : null;
          return bar == null ? row : row.substring(0, 20) + bar;
        })
        .toList();
  }

  /// The first two thirds of the bytes of a file.
  static void truncate(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));
  }
}
