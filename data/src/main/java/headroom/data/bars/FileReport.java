package headroom.data.bars;

import headroom.core.market.InstrumentId;
import java.util.List;

/// What became of the rows of one file, or of two that were joined. `rows = kept + twice + badRows
/// + outsideSession + crossingOpenNs.size()`.
///
/// @param file relative to the data folder; of two the first
/// @param id the instrument
/// @param rows rows below the header, blank lines apart
/// @param kept rows that became bars
/// @param twice bars that both files have
/// @param badRows rows left out because of a problem
/// @param outsideSession stock bars left out because they begin outside of the sessions asked for
/// @param crossingOpenNs when each stock bar begins that was left out because it crosses the open
/// @param crossingClose stock bars kept that reach beyond the close of their session
/// @param fit whether the rows of a stock stand beside their sessions
public record FileReport(
    String file,
    InstrumentId id,
    int rows,
    int kept,
    int twice,
    int badRows,
    int outsideSession,
    List<Long> crossingOpenNs,
    int crossingClose,
    SessionFit fit) {

  public FileReport {
    crossingOpenNs = List.copyOf(crossingOpenNs);
  }
}
