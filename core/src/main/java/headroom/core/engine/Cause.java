package headroom.core.engine;

import headroom.core.intent.IntentId;

/// Why a command was given, with the numbers that decided. Nothing decides by a cause.
public sealed interface Cause {

  /// The word used in files.
  String word();

  /// Free capacity sufficed.
  ///
  /// @param distancePpm how far the market was from the limit
  record Free(int distancePpm) implements Cause {
    @Override
    public String word() {
      return "free";
    }
  }

  /// Victims were cancelled for it.
  ///
  /// @param distancePpm how far the market was from the limit
  record Steal(int distancePpm) implements Cause {
    @Override
    public String word() {
      return "steal";
    }
  }

  /// Another intent needs its capacity.
  ///
  /// @param thief who takes it
  /// @param thiefPpm how far the thief is from its limit
  /// @param victimPpm how far the cancelled order is from its limit
  record StolenBy(IntentId thief, int thiefPpm, int victimPpm) implements Cause {
    @Override
    public String word() {
      return "stolen-by:" + thief;
    }
  }

  /// The intent's time is over.
  record Expired() implements Cause {
    @Override
    public String word() {
      return "expired";
    }
  }

  /// The owner does not want it any more, or replaced it.
  record Withdrawn() implements Cause {
    @Override
    public String word() {
      return "withdrawn";
    }
  }

  /// The kill switch.
  record Kill() implements Cause {
    @Override
    public String word() {
      return "kill";
    }
  }

  /// The shares of its instrument are others now.
  record Split() implements Cause {
    @Override
    public String word() {
      return "split";
    }
  }

  /// Stocks must fit what may be held overnight.
  record Deleverage() implements Cause {
    @Override
    public String word() {
      return "deleverage";
    }
  }

  /// A position is closed.
  record Exit(ExitReason reason) implements Cause {
    @Override
    public String word() {
      return reason.word();
    }
  }

  /// Why a position is closed.
  enum ExitReason {
    TAKE_PROFIT("exit-take-profit"),
    STOP("exit-stop"),
    MAX_HOLD("exit-hold"),
    SESSION_END("exit-session"),
    /// Nothing of the account is left: all is closed.
    RUIN("deleverage");

    private final String word;

    ExitReason(String word) {
      this.word = word;
    }

    /// The word used in files.
    public String word() {
      return word;
    }
  }
}
