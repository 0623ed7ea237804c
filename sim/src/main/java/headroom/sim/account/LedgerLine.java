package headroom.sim.account;

import headroom.core.intent.OrderId;
import headroom.core.market.InstrumentId;
import headroom.core.num.Money;
import org.jspecify.annotations.Nullable;

/// One change of cash, or of what is held.
///
/// @param timeNs when, in nanoseconds since 1970 UTC
/// @param kind why: `deposit`, `buy`, `sell`, `fee`, `fee-sec`, `fee-taf`, `fee-cat`, `interest`,
///   `borrow`, `dividend`, `split`, or `margin-call`, which changes nothing
/// @param instrument of what; null if it is of the account as a whole
/// @param order which order; null if it is of none
/// @param amount by how much cash changed; negative if it went out
/// @param cash what there was afterwards
/// @param unitsRaw by how much what is held of the instrument changed, in billionths; less if sold
public record LedgerLine(
    long timeNs,
    String kind,
    @Nullable InstrumentId instrument,
    @Nullable OrderId order,
    Money amount,
    Money cash,
    long unitsRaw) {}
