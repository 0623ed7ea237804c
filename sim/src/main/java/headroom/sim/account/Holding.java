package headroom.sim.account;

import headroom.core.engine.Event;
import headroom.core.intent.IntentId;
import headroom.core.market.Instrument;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.num.Quantity;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;

/// The open position of one intent.
///
/// Not thread safe; owned by the account.
final class Holding {
  final IntentId intent;
  final Instrument instrument;
  final int index;
  final Side side;

  /// The date of the last entry.
  LocalDate entered;

  private final long openedNs;
  private long enteredRaw;
  private long openRaw;
  private long entryAmountRaw;
  private long exitAmountRaw;
  private long feesRaw;

  /// @param index which of the account's marks values it
  Holding(
      IntentId intent,
      Instrument instrument,
      int index,
      Side side,
      long openedNs,
      LocalDate entered) {
    this.intent = intent;
    this.instrument = instrument;
    this.index = index;
    this.side = side;
    this.openedNs = openedNs;
    this.entered = entered;
  }

  void enter(long quantityRaw, long amountRaw, long feeRaw) {
    enteredRaw = Math.addExact(enteredRaw, quantityRaw);
    openRaw = Math.addExact(openRaw, quantityRaw);
    entryAmountRaw = Math.addExact(entryAmountRaw, amountRaw);
    feesRaw = Math.addExact(feesRaw, feeRaw);
  }

  void leave(long quantityRaw, long amountRaw, long feeRaw) {
    if (quantityRaw > openRaw) {
      throw new IllegalStateException(
          "exit of %s must not exceed its position %s, was %s"
              .formatted(intent, Fixed.text(openRaw), Fixed.text(quantityRaw)));
    }
    openRaw -= quantityRaw;
    exitAmountRaw = Math.addExact(exitAmountRaw, amountRaw);
    feesRaw = Math.addExact(feesRaw, feeRaw);
  }

  /// Goes on in new shares. What is less than a step of them is left for cash.
  ///
  /// @param priceRaw what an old share was worth at last
  /// @return the cash that comes in for it, in billionths, rounded against us; below 0 if a short
  ///   has to pay
  long split(Event.Split split, long priceRaw) {
    long before = openRaw;
    openRaw = split.unitsRaw(instrument, before);
    enteredRaw =
        Fixed.scaled(enteredRaw, split.newShares(), split.oldShares(), RoundingMode.HALF_EVEN);
    BigInteger newShares = BigInteger.valueOf(split.newShares());
    // In parts of an old share of which it has as many as there are new ones.
    BigInteger left =
        BigInteger.valueOf(before)
            .multiply(newShares)
            .subtract(BigInteger.valueOf(openRaw).multiply(BigInteger.valueOf(split.oldShares())));
    long amountRaw =
        Fixed.divide(
            left.multiply(BigInteger.valueOf(priceRaw)),
            newShares.multiply(BigInteger.valueOf(Fixed.ONE)),
            side == Side.BUY ? RoundingMode.FLOOR : RoundingMode.CEILING);
    exitAmountRaw = Math.addExact(exitAmountRaw, amountRaw);
    return side == Side.BUY ? amountRaw : -amountRaw;
  }

  boolean isOpen() {
    return openRaw > 0;
  }

  long openRaw() {
    return openRaw;
  }

  /// What is held of an instrument; less than 0 if it is short.
  long signedRaw() {
    return side == Side.BUY ? openRaw : -openRaw;
  }

  /// What the open part cost, or brought, when it was entered.
  long openAmountRaw() {
    return Fixed.scaled(entryAmountRaw, openRaw, enteredRaw, RoundingMode.HALF_EVEN);
  }

  /// What it is worth at a mark, half to even; negative for a short position.
  long valueRaw(long markRaw) {
    long value = Fixed.product(markRaw, openRaw, RoundingMode.HALF_EVEN);
    return side == Side.BUY ? value : -value;
  }

  Trade closed(long timeNs) {
    return new Trade(
        openedNs,
        timeNs,
        intent,
        instrument.id(),
        side,
        new Quantity(enteredRaw),
        new Money(entryAmountRaw),
        new Money(exitAmountRaw),
        new Money(feesRaw));
  }
}
