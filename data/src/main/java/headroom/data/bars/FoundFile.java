package headroom.data.bars;

import headroom.core.market.AssetClass;
import headroom.core.market.InstrumentId;
import java.nio.file.Path;

/// A file of bars in a data folder.
///
/// @param path where it is
/// @param name its path relative to the folder, such as `crypto/BTCUSDT.csv.gz`
/// @param stem its name without folder and ending, in capitals
/// @param assetClass what its folder says
/// @param extended whether it lies in `stocks-extended/`
/// @param id the instrument in it
record FoundFile(
    Path path,
    String name,
    String stem,
    AssetClass assetClass,
    boolean extended,
    InstrumentId id) {}
