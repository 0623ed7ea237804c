package headroom.sim.account;

import headroom.core.intent.IntentId;
import headroom.core.intent.OrderId;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;

/// One trade at the venue.
///
/// @param timeNs when it happened there, in nanoseconds since 1970 UTC
/// @param opens whether it opened a position or closed one
/// @param fee what it cost beside the price
/// @param maker whether the order was resting
public record Fill(
    long timeNs,
    OrderId order,
    IntentId intent,
    InstrumentId instrument,
    Side side,
    boolean opens,
    Quantity quantity,
    Price price,
    Money fee,
    boolean maker) {}
