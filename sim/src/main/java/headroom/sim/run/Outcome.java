package headroom.sim.run;

import headroom.core.engine.Counters;
import headroom.core.engine.IntentStatus;
import headroom.core.intent.OrderId;
import headroom.core.market.InstrumentId;
import headroom.sim.account.Account;
import headroom.sim.intents.Planned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of a run.
///
/// @param complete whether it reached its end; otherwise it was interrupted and holds what there
///   was
/// @param commands the lines of `commands.csv` without its header
/// @param commandHash the SHA-256 over them
/// @param planned the intents of the period and when they appear
/// @param intents how those stand that appeared
/// @param missedTouches intents whose limit the path reached while they had no order
/// @param openOrders the orders that were open at the end, closed without a fill
/// @param ruinedNs when the account was worth nothing any more, and the run ended; null if never
/// @param stranded instruments whose series ended too early
/// @param violations broken invariants, in words; empty in every sound run
/// @param inputs how many inputs the engine took
public record Outcome(
    RunSettings settings,
    Period period,
    boolean complete,
    List<String> commands,
    String commandHash,
    Account account,
    Counters counters,
    List<Planned> planned,
    List<IntentStatus> intents,
    long missedTouches,
    List<OrderId> openOrders,
    @Nullable Long ruinedNs,
    List<InstrumentId> stranded,
    List<DayEnd> days,
    List<String> violations,
    long inputs) {}
