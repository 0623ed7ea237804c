package headroom.data.fetch;

/// Lets time pass between two requests.
@FunctionalInterface
public interface Waiting {

  /// Returns when so many milliseconds have passed.
  void ms(long ms) throws InterruptedException;
}
