package headroom.data.imports;

import headroom.core.market.AssetClass;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody says about files; null or empty for what is to be detected.
///
/// @param symbol the instrument, of files of one
/// @param assetClass its class
/// @param columns names of columns, or their numbers from 1 on, by role; of a time there may be two
/// @param zone of times without offset
/// @param closeStamps whether times are those of the close of a bar
/// @param numbers how numbers are written
/// @param dayFirst whether `1/2/2025` is in February
public record ImportOptions(
    @Nullable String symbol,
    @Nullable AssetClass assetClass,
    Map<Role, List<String>> columns,
    @Nullable ZoneId zone,
    @Nullable Boolean closeStamps,
    @Nullable NumberForm numbers,
    @Nullable Boolean dayFirst) {

  /// Everything is to be detected.
  public static final ImportOptions NONE =
      new ImportOptions(null, null, Map.of(), null, null, null, null);

  public ImportOptions {
    columns = Map.copyOf(columns);
  }
}
