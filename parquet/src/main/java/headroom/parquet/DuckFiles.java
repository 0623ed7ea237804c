package headroom.parquet;

import headroom.core.market.Bars;
import headroom.data.bars.BarWriter;
import headroom.data.columnar.ColumnarFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads and writes Parquet in a database in memory that fetches nothing from elsewhere.
public final class DuckFiles implements ColumnarFiles {

  private static final String URL = "jdbc:duckdb:";

  /// For `ServiceLoader`.
  public DuckFiles() {}

  /// A column, and how its values are told.
  private record Column(String name, String type) {

    boolean isZoned() {
      return type.equals("TIMESTAMP WITH TIME ZONE");
    }

    boolean isTime() {
      return type.startsWith("TIMESTAMP");
    }

    /// A time as nanoseconds since 1970, everything else as text.
    String sql() {
      String quoted = "\"" + name.replace("\"", "\"\"") + "\"";
      return isTime() ? "epoch_ns(" + quoted + ")" : "CAST(" + quoted + " AS VARCHAR)";
    }

    String text(String told) {
      if (!isTime()) {
        return told;
      }
      String instant = Instant.ofEpochSecond(0, Long.parseLong(told)).toString();
      return isZoned() ? instant : instant.substring(0, instant.length() - 1);
    }
  }

  @Override
  public List<String> header(Path file) throws IOException {
    try (Connection connection = open()) {
      return columns(connection, file).stream().map(Column::name).toList();
    } catch (SQLException failed) {
      throw unreadable(failed);
    }
  }

  @Override
  public void read(Path file, Consumer<List<String>> row) throws IOException {
    try (Connection connection = open()) {
      List<Column> columns = columns(connection, file);
      String chosen = columns.stream().map(Column::sql).collect(Collectors.joining(", "));
      try (PreparedStatement select =
          connection.prepareStatement("SELECT " + chosen + " FROM read_parquet(?)")) {
        select.setString(1, file.toString());
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            row.accept(row(rows, columns));
          }
        }
      }
    } catch (SQLException failed) {
      throw unreadable(failed);
    }
  }

  private static List<String> row(ResultSet rows, List<Column> columns) throws SQLException {
    List<String> fields = new ArrayList<>(columns.size());
    for (int at = 0; at < columns.size(); at++) {
      @Nullable String told = rows.getString(at + 1);
      fields.add(told == null ? "" : columns.get(at).text(told));
    }
    return fields;
  }

  private static List<Column> columns(Connection connection, Path file) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (PreparedStatement describe =
        connection.prepareStatement("DESCRIBE SELECT * FROM read_parquet(?)")) {
      describe.setString(1, file.toString());
      try (ResultSet rows = describe.executeQuery()) {
        while (rows.next()) {
          columns.add(new Column(rows.getString("column_name"), rows.getString("column_type")));
        }
      }
    }
    return columns;
  }

  @Override
  public void write(Bars bars, Path file) throws IOException {
    Path csv = Files.createTempFile("headroom", ".csv.gz");
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      BarWriter.write(bars, csv);
      statement.execute(
          """
          COPY (
            SELECT make_timestamptz(epoch_us(CAST(rtrim(timestamp, 'Z') AS TIMESTAMP))) AS timestamp,
              CAST(open AS DECIMAL(18, 9)) AS open, CAST(high AS DECIMAL(18, 9)) AS high,
              CAST(low AS DECIMAL(18, 9)) AS low, CAST(close AS DECIMAL(18, 9)) AS close,
              CAST(volume AS DECIMAL(19, 9)) AS volume
            FROM read_csv(%s, all_varchar = true, header = true))
          TO %s (FORMAT parquet, COMPRESSION zstd)
          """
              .formatted(quoted(csv), quoted(file)));
    } catch (SQLException failed) {
      throw new IOException("Parquet could not be written: " + failed.getMessage(), failed);
    } finally {
      Files.delete(csv);
    }
  }

  private static Connection open() throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    return DriverManager.getConnection(URL, settings);
  }

  private static String quoted(Path file) {
    return "'" + file.toString().replace("'", "''") + "'";
  }

  private static IOException unreadable(SQLException failed) {
    String message = String.valueOf(failed.getMessage());
    return new IOException(
        "file must be Parquet, could not be read: " + message.lines().findFirst().orElse(""),
        failed);
  }
}
