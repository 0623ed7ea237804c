package headroom.data.columnar;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;

/// Whether files of columns can be read here.
public final class Columnar {

  /// What their names end in.
  public static final String ENDING = ".parquet";

  private static final String MISSING =
      "Parquet needs the module headroom-parquet, which is not there: build it with"
          + " 'mvn -Pparquet package', then ./headroom finds it; or put"
          + " parquet/target/headroom-parquet.jar on the class path";

  private Columnar() {}

  /// Whether a file is one of columns, by its name.
  public static boolean is(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING);
  }

  /// What reads and writes them; empty if nothing does.
  public static Optional<ColumnarFiles> installed() {
    return ServiceLoader.load(ColumnarFiles.class).findFirst();
  }

  /// What reads and writes them.
  ///
  /// @throws IllegalArgumentException if nothing does, saying what to add
  public static ColumnarFiles required() {
    return installed().orElseThrow(() -> new IllegalArgumentException(MISSING));
  }
}
