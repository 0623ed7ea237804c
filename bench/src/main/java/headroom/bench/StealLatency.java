package headroom.bench;

import headroom.core.engine.Command;
import headroom.core.engine.Input;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How long one decision takes in which an order to take capacity from is looked for, among 10,000
/// intents of which 500 rest. The target is 20 µs at the 99th percentile.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class StealLatency {
  /// The engine, always just before such an input.
  @State(Scope.Thread)
  public static class Crowd {
    private final Recording recording = CrowdedMarket.of(1_500);
    private Decider decider = recording.warm(recording.product());
    private int next = recording.warmUp();

    @Setup(Level.Invocation)
    public void advance() {
      while (next < recording.inputs().size() && !recording.searched().get(next)) {
        decider.on(recording.inputs().get(next++));
      }
      if (next == recording.inputs().size()) {
        decider = recording.warm(recording.product());
        next = recording.warmUp();
        advance();
      }
    }

    private Input take() {
      return recording.inputs().get(next++);
    }
  }

  @Benchmark
  public List<Command> decide(Crowd crowd) {
    return crowd.decider.on(crowd.take());
  }
}
