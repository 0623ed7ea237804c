package headroom.data.bars;

import headroom.core.market.InstrumentId;
import java.util.List;

/// What became of the rows of one file. `rows = kept + badRows + outsideSession +
/// crossingOpenNs.size()`.
///
/// @param file relative to the data folder
/// @param id the instrument
/// @param rows rows below the header, blank lines apart
/// @param kept rows that became bars
/// @param badRows rows left out because of a problem
/// @param outsideSession stock bars left out because they begin outside a core session
/// @param crossingOpenNs when each stock bar begins that was left out because it crosses the open
/// @param crossingClose stock bars kept that reach beyond the close of their session
/// @param fit whether the rows of a stock stand beside their sessions
public record FileReport(
    String file,
    InstrumentId id,
    int rows,
    int kept,
    int badRows,
    int outsideSession,
    List<Long> crossingOpenNs,
    int crossingClose,
    SessionFit fit) {

  public FileReport {
    crossingOpenNs = List.copyOf(crossingOpenNs);
  }
}
