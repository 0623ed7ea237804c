package headroom.core.engine;

/// What sort of refusal a venue gave for a new order.
public enum RejectKind {
  /// Not enough buying power by the venue's own sum.
  FUNDS(Cure.TIME),
  /// The instrument is halted.
  HALTED(Cure.TIME),
  /// The session is closed.
  CLOSED(Cure.TIME),
  /// Too many requests.
  RATE(Cure.TIME),
  /// An opposite order of ours stands in the way.
  WASH_TRADE(Cure.TIME),
  /// Anything that cannot be told.
  UNKNOWN(Cure.TIME),
  /// The venue does not trade the instrument, or not for us.
  NOT_TRADABLE(Cure.OTHERS),
  /// The account may not do this.
  PERMISSION(Cure.OTHERS),
  /// The price or the quantity is not on the venue's step.
  INCREMENT(Cure.NONE),
  /// The order is below the venue's minimum.
  MINIMUM(Cure.NONE);

  private final Cure cure;

  RejectKind(Cure cure) {
    this.cure = cure;
  }

  Cure cure() {
    return cure;
  }

  /// What could make the same order acceptable.
  enum Cure {
    /// Waiting.
    TIME,
    /// A change of the instrument or the account: the intent is parked until then.
    OTHERS,
    /// Nothing but another intent.
    NONE
  }
}
