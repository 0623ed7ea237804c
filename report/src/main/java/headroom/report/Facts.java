package headroom.report;

import headroom.core.calendar.TradingHours;
import headroom.sim.path.Tape;
import headroom.sim.report.Figures;
import headroom.sim.run.Outcome;
import headroom.sim.trace.Trace;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What there is to report of a run.
///
/// @param result the members of `result.json`
/// @param leftOut what of the data was not played; empty if all of it was
/// @param band the same run under every fill rule; null if that was not asked for
public record Facts(
    Outcome outcome,
    Figures figures,
    Trace trace,
    Tape tape,
    TradingHours hours,
    Map<String, Object> result,
    String leftOut,
    @Nullable FillBand band) {}
