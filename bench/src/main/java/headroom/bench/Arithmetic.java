package headroom.bench;

import headroom.core.capacity.AccountModel;
import headroom.core.capacity.AccountRead;
import headroom.core.capacity.CapacityBook;
import headroom.core.capacity.Holder;
import headroom.core.market.AssetClass;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.core.tolerance.Distance;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The sums that every decision is made of.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Arithmetic {
  private static final int MANY = 1_024;
  private static final Holder HOLDER =
      new Holder(new InstrumentId("BTC/USD"), AssetClass.CRYPTO, Side.BUY, "bench", List.of());

  private final long[] limitsRaw = new long[MANY];
  private final long[] pricesRaw = new long[MANY];
  private final long[] quantitiesRaw = new long[MANY];
  private final CapacityBook book = new CapacityBook(AccountModel.MARGIN.constraints(2));

  public Arithmetic() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < MANY; i++) {
      limitsRaw[i] = random.nextLong(Fixed.ONE, 100_000 * Fixed.ONE);
      pricesRaw[i] = limitsRaw[i] + random.nextLong(limitsRaw[i] / 50);
      quantitiesRaw[i] = random.nextLong(1, 1_000 * Fixed.ONE);
    }
    Money money = Money.of("1000000");
    book.read(new AccountRead(money, money, money, List.of(), List.of()));
  }

  @Benchmark
  @OperationsPerInvocation(MANY)
  public long distance() {
    long sum = 0;
    for (int i = 0; i < MANY; i++) {
      sum += Distance.ppm(Side.BUY, pricesRaw[i], limitsRaw[i]);
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(MANY)
  public long value() {
    long sum = 0;
    for (int i = 0; i < MANY; i++) {
      sum += Fixed.product(limitsRaw[i], quantitiesRaw[i], RoundingMode.CEILING);
    }
    return sum;
  }

  /// Whether an order of a value fits into what is free.
  @Benchmark
  @OperationsPerInvocation(MANY)
  public long fits() {
    long fitting = 0;
    for (int i = 0; i < MANY; i++) {
      long[] need = book.orderUsage(HOLDER, limitsRaw[i], false);
      fitting += book.fits(need, book.nothing()) ? 1 : 0;
    }
    return fitting;
  }
}
