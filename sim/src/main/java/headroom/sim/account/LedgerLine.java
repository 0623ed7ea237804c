package headroom.sim.account;

import headroom.core.intent.OrderId;
import headroom.core.market.InstrumentId;
import headroom.core.num.Money;
import org.jspecify.annotations.Nullable;

/// One change of cash.
///
/// @param timeNs when, in nanoseconds since 1970 UTC
/// @param kind why: `deposit`, `buy`, `sell` or `fee`
/// @param instrument what was traded; null for a deposit
/// @param order which order; null for a deposit
/// @param amount by how much; negative if cash went out
/// @param cash what there was afterwards
public record LedgerLine(
    long timeNs,
    String kind,
    @Nullable InstrumentId instrument,
    @Nullable OrderId order,
    Money amount,
    Money cash) {}
