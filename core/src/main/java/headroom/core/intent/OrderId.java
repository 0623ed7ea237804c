package headroom.core.intent;

/// Identifies one order; chosen by the engine, so that placing the same order twice is harmless,
/// and made from the intent and the purpose, so that every order at the venue can be attributed.
///
/// @param value `INTENT-n` for the n-th entry of an intent, `INTENT-xn` for the n-th exit of its
///   lot
public record OrderId(String value) implements Comparable<OrderId> {

  public static OrderId entry(IntentId intent, int number) {
    return new OrderId(intent.value() + "-" + number);
  }

  public static OrderId exit(IntentId intent, int number) {
    return new OrderId(intent.value() + "-x" + number);
  }

  @Override
  public int compareTo(OrderId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
