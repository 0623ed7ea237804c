package headroom.data.calendar;

import headroom.core.calendar.TradingHours;
import headroom.core.market.AssetClass;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// How long an intent holds, if its owner gives a length of time instead of an instant.
public sealed interface Lifetime {
  /// The first instant at which an intent made at `nowNs` no longer holds, in nanoseconds since
  /// 1970 UTC.
  ///
  /// @param hours the sessions of the exchange
  /// @param zone the exchange's time zone
  long expiresNs(AssetClass assetClass, long nowNs, TradingHours hours, ZoneId zone);

  /// A fixed length of time.
  ///
  /// @param lengthNs above 0
  record Fixed(long lengthNs) implements Lifetime {
    public Fixed {
      if (lengthNs <= 0) {
        throw new IllegalArgumentException("lifetime must be above 0 ns, was " + lengthNs);
      }
    }

    @Override
    public long expiresNs(AssetClass assetClass, long nowNs, TradingHours hours, ZoneId zone) {
      return Math.addExact(nowNs, lengthNs);
    }
  }

  /// Until the market's next natural end, but not less than a minimum: a stock until the next
  /// close, crypto until 22:00 of the exchange's following day.
  ///
  /// @param minimumNs at least 0
  record MarketAware(long minimumNs) implements Lifetime {
    private static final LocalTime CRYPTO_END = LocalTime.of(22, 0);
    private static final long SECOND_NS = 1_000_000_000L;

    public MarketAware {
      if (minimumNs < 0) {
        throw new IllegalArgumentException("lifetime must be at least 0 ns, was " + minimumNs);
      }
    }

    @Override
    public long expiresNs(AssetClass assetClass, long nowNs, TradingHours hours, ZoneId zone) {
      long endNs =
          assetClass == AssetClass.STOCK ? nextCloseNs(nowNs, hours) : nextEveningNs(nowNs, zone);
      return Math.max(endNs, Math.addExact(nowNs, minimumNs));
    }

    /// The next close strictly after an instant.
    private static long nextCloseNs(long nowNs, TradingHours hours) {
      int session = hours.sessionAt(nowNs);
      int next = session >= 0 && nowNs < hours.closesNs(session) ? session : session + 1;
      if (next >= hours.sessions()) {
        throw new IllegalArgumentException(
            "calendar must cover the next close after " + nowNs + ", was without one");
      }
      return hours.closesNs(next);
    }

    private static long nextEveningNs(long nowNs, ZoneId zone) {
      Instant now =
          Instant.ofEpochSecond(Math.floorDiv(nowNs, SECOND_NS), Math.floorMod(nowNs, SECOND_NS));
      ZonedDateTime end =
          now.atZone(zone).toLocalDate().plusDays(1).atTime(CRYPTO_END).atZone(zone);
      return Math.multiplyExact(end.toEpochSecond(), SECOND_NS);
    }
  }
}
