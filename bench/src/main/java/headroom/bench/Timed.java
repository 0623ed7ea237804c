package headroom.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// An answer, and how long it took each time it was asked for.
///
/// @param answer the same every time
/// @param nanos one time per run, in order
/// @param cpuNanos what all threads of this process worked meanwhile, the collector and the
///   compiler among them: on a busy machine the better figure
record Timed<T>(T answer, List<Long> nanos, List<Long> cpuNanos) {
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  Timed {
    nanos = List.copyOf(nanos);
    cpuNanos = List.copyOf(cpuNanos);
  }

  /// Asks a few times.
  ///
  /// @throws IllegalStateException if the answers differ
  static <T> Timed<T> of(int runs, Supplier<T> question) {
    return of(runs, () -> question, Supplier::get);
  }

  /// Asks a few times, each time with something made for it while no clock runs.
  ///
  /// @throws IllegalStateException if the answers differ
  static <P, T> Timed<T> of(int runs, Supplier<P> preparation, Function<P, T> question) {
    List<Long> nanos = new ArrayList<>();
    List<Long> cpuNanos = new ArrayList<>();
    T answer = null;
    for (int run = 0; run < runs; run++) {
      P prepared = preparation.get();
      long startCpuNs = PROCESS.getProcessCpuTime();
      long startNs = System.nanoTime();
      T now = question.apply(prepared);
      nanos.add(System.nanoTime() - startNs);
      cpuNanos.add(PROCESS.getProcessCpuTime() - startCpuNs);
      if (answer != null && !answer.equals(now)) {
        throw new IllegalStateException(
            "answer must be the same every time, was %s and %s".formatted(answer, now));
      }
      answer = now;
    }
    if (answer == null) {
      throw new IllegalArgumentException("runs must be above 0, was " + runs);
    }
    return new Timed<>(answer, nanos, cpuNanos);
  }

  long bestNs() {
    return Collections.min(nanos);
  }

  long bestCpuNs() {
    return Collections.min(cpuNanos);
  }

  long medianNs() {
    return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow();
  }
}
