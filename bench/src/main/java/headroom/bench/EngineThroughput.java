package headroom.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How many inputs the engine takes in a second. The column `inputs` is the answer; one operation
/// is a whole recording.
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class EngineThroughput {
  /// What is played, and into what.
  @State(Scope.Thread)
  public static class Play {
    /// `-all`: all prices as one input.
    @Param({"quiet", "quiet-all", "contended", "contended-all"})
    public String market = "";

    @Param({"product", "naive"})
    public String engine = "";

    private Recording recording = QuietMarket.of(0, true);
    private Decider decider = recording.product();

    @Setup(Level.Trial)
    public void record() {
      recording =
          switch (market) {
            case "quiet" -> QuietMarket.of(20_000, false);
            case "quiet-all" -> QuietMarket.of(20_000, true);
            case "contended" -> ContendedMarket.of(5_000, false);
            case "contended-all" -> ContendedMarket.of(5_000, true);
            default ->
                throw new IllegalArgumentException("market must be a known one, was " + market);
          };
      System.out.println("both engines agree: " + recording.agreement());
    }

    @Setup(Level.Invocation)
    public void begin() {
      decider = recording.warm(engine.equals("naive") ? recording.naive() : recording.product());
    }
  }

  /// Counts single inputs.
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Counted {
    public long inputs;
  }

  @Benchmark
  public long play(Play play, Counted counted) {
    counted.inputs += play.recording.timed();
    return play.recording.play(play.decider);
  }
}
