package headroom.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/// Does many things, several at a time. Who does which changes nothing: what they share is never
/// written to, and what they make keeps its order.
final class Crew {
  private final int workers;

  /// @param workers how many at a time
  Crew(int workers) {
    this.workers = workers;
  }

  int workers() {
    return workers;
  }

  /// What all of them made, in the order in which they were given.
  ///
  /// @param failed becomes true if one of them failed, so that the others may end early
  <T> List<T> all(List<Callable<T>> tasks, AtomicBoolean failed) {
    List<T> made = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      List<Future<T>> futures = new ArrayList<>();
      tasks.forEach(task -> futures.add(pool.submit(task)));
      try {
        for (Future<T> future : futures) {
          made.add(future.get());
        }
      } catch (ExecutionException | InterruptedException e) {
        failed.set(true);
        pool.shutdownNow();
        throw unwrapped(e);
      }
    }
    return made;
  }

  private static RuntimeException unwrapped(Exception problem) {
    return switch (problem.getCause()) {
      case RuntimeException cause -> cause;
      case Error cause -> throw cause;
      case IOException cause -> new UncheckedIOException(cause);
      case null, default -> new IllegalStateException("runs must not be cut off, were", problem);
    };
  }
}
