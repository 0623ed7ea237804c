package headroom.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Lets a run end early and write what there is when the user interrupts it.
///
/// Thread safe.
final class Interrupts implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 10;

  private final AtomicBoolean interrupted = new AtomicBoolean();
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupt, "interrupt");

  Interrupts() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void interrupt() {
    interrupted.set(true);
    try {
      // The process ends with its hooks: this keeps it until the results are written.
      boolean written = finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!written) {
        System.err.println("headroom: the results could not be written in time");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isInterrupted() {
    return interrupted.get();
  }

  @Override
  public void close() {
    finished.countDown();
    if (!interrupted.get()) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException _) {
        interrupted.set(true);
      }
    }
  }
}
