package headroom.sim.venue;

/// How long a message is on its way, always the same or drawn.
public sealed interface Latency {
  /// The longest latency that there is.
  long MOST_NS = 60_000_000_000L;

  /// The latency that belongs to a share of chance.
  ///
  /// @param share from 0 up to but not including 1; more is never faster
  long ns(double share);

  /// Whether it is always the same.
  default boolean isConstant() {
    return this instanceof Constant;
  }

  /// Always the same.
  record Constant(long ns) implements Latency {
    public Constant {
      requireInRange(ns);
    }

    @Override
    public long ns(double share) {
      return ns;
    }
  }

  /// As likely anywhere between two bounds.
  record Between(long leastNs, long mostNs) implements Latency {
    public Between {
      requireInRange(leastNs);
      requireInRange(mostNs);
      if (mostNs < leastNs) {
        throw new IllegalArgumentException(
            "latency must not end below %s ns, was %s ns".formatted(leastNs, mostNs));
      }
    }

    @Override
    public long ns(double share) {
      return leastNs + (long) (share * (mostNs - leastNs));
    }
  }

  /// At least so long and mostly not much longer, but now and then by far: a shifted exponential,
  /// cut off at the longest latency.
  ///
  /// @param meanNs by how much it is longer on average
  record Tail(long leastNs, long meanNs) implements Latency {
    public Tail {
      requireInRange(leastNs);
      requireInRange(meanNs);
    }

    @Override
    public long ns(double share) {
      double more = -StrictMath.log(1 - share) * meanNs;
      return (long) Math.min(MOST_NS, leastNs + more);
    }
  }

  private static void requireInRange(long ns) {
    if (ns < 0 || ns > MOST_NS) {
      throw new IllegalArgumentException(
          "order-latency and cancel-latency must be from 0 to 60 s, was %s ns".formatted(ns));
    }
  }
}
