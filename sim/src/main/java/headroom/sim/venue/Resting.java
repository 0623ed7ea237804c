package headroom.sim.venue;

import headroom.core.engine.Command.Place;
import headroom.core.engine.Command.Purpose;
import headroom.core.market.Instrument;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Price;
import headroom.sim.path.Track;
import org.jspecify.annotations.Nullable;

/// An order at the venue.
///
/// Not thread safe; owned by the venue.
final class Resting {
  final Place place;
  final Track track;
  final int index;

  /// Older is smaller.
  final long age;

  /// The price at which it is filled; 0 for a market order, which any price fills.
  final long levelRaw;

  /// Whether it works before and after the core session too.
  final boolean extended;

  long quantityRaw;
  long filledRaw;
  boolean live = true;

  /// When the path fills it; `Long.MAX_VALUE` if the present bar does not.
  long fillsNs = Long.MAX_VALUE;

  /// Whether the price moves to it; otherwise it jumps there, or the order is marketable.
  boolean moves;

  Resting(Place place, Track track, int index, long age, FillRule rule) {
    this.place = place;
    this.track = track;
    this.index = index;
    this.age = age;
    this.extended = place.timeInForce().isExtended();
    this.quantityRaw = place.quantity().raw();
    Price limit = place.limit();
    this.levelRaw =
        limit == null ? 0 : rule.levelRaw(track.instrument(), place.side(), limit.raw());
  }

  Instrument instrument() {
    return track.instrument();
  }

  boolean buys() {
    return place.side() == Side.BUY;
  }

  boolean isEntry() {
    return place.purpose() == Purpose.ENTRY;
  }

  @Nullable Price limit() {
    return place.limit();
  }

  long remainingRaw() {
    return quantityRaw - filledRaw;
  }

  /// Whether the venue ends it when a session of a kind closes: day orders of stocks, and market
  /// orders that still wait.
  boolean endsWithSession(boolean withExtended) {
    return needsSession(place, instrument()) && extended == withExtended;
  }

  /// Whether only prices of the core session are its own.
  boolean isOfCore() {
    return !extended && instrument().isStock();
  }

  /// Whether an order has no place at the venue outside the session: entries, market orders, and
  /// exits in whole shares that are for this day alone. Parts of shares have nothing but day
  /// orders, and these wait for the next session.
  static boolean needsSession(Place place, Instrument instrument) {
    boolean whole = place.quantity().raw() % Fixed.ONE == 0;
    boolean forToday = place.timeInForce().isDay() && whole;
    boolean enters = place.purpose() == Purpose.ENTRY;
    return instrument.isStock() && (enters || place.limit() == null || forToday);
  }
}
