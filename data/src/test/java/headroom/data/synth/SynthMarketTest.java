package headroom.data.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import headroom.core.calendar.TradingHours;
import headroom.core.market.AssetClass;
import headroom.core.market.Bars;
import headroom.data.bars.BarFolder;
import headroom.data.bars.DataHash;
import headroom.data.bars.LoadRequest;
import headroom.data.bars.Loaded;
import headroom.data.calendar.ExchangeCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SynthMarketTest {

  private static final SynthSettings SMALL =
      SynthSettings.defaults()
          .withPeriod(LocalDate.of(2025, 6, 30), LocalDate.of(2025, 7, 11))
          .withInstruments(2, 2);

  /// The hash of the bars of [#SMALL]. It changes only when the made-up market is meant to change.
  private static final String RECORDED =
      "5e10a9d58c3da3b3e3dff13d050c7025b24479e4d8d740bbc82a611d39a1a4dc";

  @Test
  void theSameSettingsGiveTheSameBars() {
    String hash = DataHash.of(SynthMarket.of(SMALL).series());
    assertThat(DataHash.of(SynthMarket.of(SMALL).series())).isEqualTo(hash);
    assertThat(DataHash.of(SynthMarket.of(SMALL.withSeed(2)).series())).isNotEqualTo(hash);
    assertThat(DataHash.of(SynthMarket.of(SMALL.withDriftless(true)).series())).isNotEqualTo(hash);
  }

  @Test
  void aKnownSeedGivesAKnownMarket() {
    assertThat(DataHash.of(SynthMarket.of(SMALL).series())).isEqualTo(RECORDED);
  }

  @Test
  void oneInstrumentMoreDoesNotChangeTheOthers() {
    List<Bars> few = SynthMarket.of(SMALL).series();
    List<Bars> more = SynthMarket.of(SMALL.withInstruments(3, 2)).series();
    for (Bars bars : few) {
      Bars same = more.stream().filter(b -> b.id().equals(bars.id())).findFirst().orElseThrow();
      assertThat(DataHash.of(same)).isEqualTo(DataHash.of(bars));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 30, 60})
  void stocksTradeInEverySessionAndCoinsAlways(int minutes) {
    SynthMarket market = SynthMarket.of(SMALL.withStepMinutes(minutes));
    long stepNs = minutes * 60_000_000_000L;
    TradingHours hours = ExchangeCalendar.nyse().tradingHours(SMALL.from(), SMALL.to());
    int slots = 0;
    for (int session = 0; session < hours.sessions(); session++) {
      long lengthNs = hours.closesNs(session) - hours.opensNs(session);
      slots += (int) Math.ceilDiv(lengthNs, stepNs);
    }
    for (Bars bars : market.series()) {
      assertThat(bars.stepNs()).isEqualTo(stepNs);
      if (bars.instrument().isCrypto()) {
        assertThat(bars.length()).isEqualTo(12 * 1440 / minutes);
      } else {
        assertThat(bars.length()).as("4 July off, 3 July short").isEqualTo(slots);
        assertThat(IntStream.range(0, bars.length()).mapToLong(bars::startNs))
            .allMatch(hours::isOpen);
      }
    }
  }

  @Test
  void barsAreOnTheTickWithVolumeAndContinueFromTheLastPrice() {
    for (Bars bars : SynthMarket.of(SMALL).series()) {
      for (int bar = 0; bar < bars.length(); bar++) {
        assertThat(bars.closeRaw(bar) % bars.instrument().tickRaw()).isZero();
        assertThat(bars.volumeRaw(bar)).isPositive();
        boolean continues = bar > 0 && bars.startNs(bar) == bars.startNs(bar - 1) + bars.stepNs();
        if (continues) {
          assertThat(bars.openRaw(bar)).isEqualTo(bars.closeRaw(bar - 1));
        }
      }
    }
  }

  @Test
  void volatilityIsThatOfTheTruth() {
    double[] ratios = new double[2];
    int seeds = 40;
    for (int seed = 0; seed < seeds; seed++) {
      SynthSettings settings =
          SMALL
              .withSeed(seed)
              .withDriftless(true)
              .withStepMinutes(15)
              .withPeriod(LocalDate.of(2025, 4, 28), LocalDate.of(2025, 6, 13));
      SynthMarket market = SynthMarket.of(settings);
      for (int i = 0; i < market.truth().size(); i++) {
        SynthTruth truth = market.truth().get(i);
        int kind = truth.assetClass() == AssetClass.STOCK ? 0 : 1;
        ratios[kind] += dailyVariance(market.series().get(i)) / expectedVariance(truth) / 2 / seeds;
      }
    }
    assertThat(ratios[0]).as("stocks").isCloseTo(1, within(0.12));
    assertThat(ratios[1]).as("coins").isCloseTo(1, within(0.12));
  }

  /// Squared moves within bars, per session or per day of the week.
  private static double dailyVariance(Bars bars) {
    double sum = 0;
    for (int bar = 0; bar < bars.length(); bar++) {
      double move = (double) (bars.closeRaw(bar) - bars.openRaw(bar)) / bars.openRaw(bar);
      sum += move * move;
    }
    double barsADay = bars.instrument().isStock() ? 26 : 96;
    return sum * barsADay / bars.length();
  }

  private static double expectedVariance(SynthTruth truth) {
    double moves = truth.dailyVolatility() * truth.dailyVolatility();
    double weekend = truth.weekendFactor() * truth.weekendFactor();
    double week = truth.assetClass() == AssetClass.STOCK ? 1 : (33 + 14 * weekend) / 47;
    return moves * week + truth.jumpsPerDay() * truth.jumpSize() * truth.jumpSize();
  }

  @Test
  void coinsAreQuietOnWeekends() {
    Bars coin = SynthMarket.of(SMALL.withInstruments(0, 1)).series().getFirst();
    assertThat(meanRange(coin, "2025-07-05", "2025-07-07"))
        .isLessThan(meanRange(coin, "2025-07-07", "2025-07-12"));
  }

  private static double meanRange(Bars bars, String from, String to) {
    Bars part = bars.between(ns(from), ns(to));
    return IntStream.range(0, part.length())
        .mapToDouble(bar -> (double) (part.highRaw(bar) - part.lowRaw(bar)) / part.lowRaw(bar))
        .average()
        .orElseThrow();
  }

  private static long ns(String date) {
    return LocalDate.parse(date).toEpochDay() * 86_400_000_000_000L;
  }

  @Test
  @Tag("sweep")
  void withoutDriftNothingInABarPointsAnywhere() {
    Mean returns = new Mean();
    Mean overnight = new Mean();
    Mean symmetry = new Mean();
    Mean afterDips = new Mean();
    Mean whole = new Mean();
    for (int seed = 0; seed < 400; seed++) {
      SynthMarket market =
          SynthMarket.of(SMALL.withSeed(seed).withDriftless(true).withStepMinutes(15));
      for (Bars bars : market.series()) {
        double first = bars.openRaw(0);
        whole.add(bars.closeRaw(bars.length() - 1) / first - 1);
        for (int bar = 0; bar < bars.length(); bar++) {
          double open = bars.openRaw(bar);
          returns.add(bars.closeRaw(bar) / open - 1);
          symmetry.add((bars.highRaw(bar) + bars.lowRaw(bar) - 2 * open) / open);
          if (bar > 0) {
            double before = (double) bars.closeRaw(bar - 1) / bars.openRaw(bar - 1) - 1;
            overnight.add(open / bars.closeRaw(bar - 1) - 1);
            if (before < -0.002) {
              afterDips.add(bars.closeRaw(bar) / open - 1);
            }
          }
        }
      }
    }
    returns.assertZero("return of a bar");
    overnight.assertZero("gap between bars");
    symmetry.assertZero("reach upwards less reach downwards");
    afterDips.assertZero("return after a dip");
    whole.assertZero("return of the period");
  }

  @Test
  void withDriftDipsAreTakenBack() {
    Mean afterDips = new Mean();
    for (int seed = 0; seed < 60; seed++) {
      for (Bars bars : SynthMarket.of(SMALL.withSeed(seed).withStepMinutes(60)).series()) {
        for (int bar = 1; bar < bars.length(); bar++) {
          if ((double) bars.closeRaw(bar - 1) / bars.openRaw(bar - 1) < 0.996) {
            afterDips.add((double) bars.closeRaw(bar) / bars.openRaw(bar) - 1);
          }
        }
      }
    }
    assertThat(afterDips.mean()).isGreaterThan(3 * afterDips.standardError());
  }

  @Test
  void aWrittenMarketIsReadBackAndItsBytesAreTheSame(@TempDir Path one, @TempDir Path two)
      throws IOException {
    SynthMarket market = SynthMarket.of(SMALL);
    SynthFolder.write(market, one);
    SynthFolder.write(SynthMarket.of(SMALL), two);
    Loaded loaded = BarFolder.load(LoadRequest.of(one)).strict();
    assertThat(loaded.dataHash()).isEqualTo(DataHash.of(market.series()));
    assertThat(loaded.report().leftAlone()).isEmpty();
    assertThat(loaded.report().outsideSession()).isZero();
    try (Stream<Path> files = Files.walk(one)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(two.resolve(one.relativize(file))).hasSameBinaryContentAs(file);
      }
    }
    assertThat(one.resolve("crypto/COIN01USD.csv.gz")).exists();
    assertThat(Files.readString(one.resolve(SynthFolder.TRUTH)))
        .contains("\"seed\" : 1")
        .contains("\"from\" : \"2025-06-30\"")
        .contains("\"symbol\" : \"STK02\"")
        .contains("\"dailyVolatility\" : ");
  }

  @Test
  void settingsThatMakeNoMarketAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SMALL.withStepMinutes(7))
        .withMessage("step must be a divisor of 60 minutes, was 7");
    assertThatIllegalArgumentException().isThrownBy(() -> SMALL.withInstruments(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> SMALL.withInstruments(100, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SMALL.withPeriod(SMALL.to(), SMALL.from()));
    LocalDate saturday = LocalDate.of(2025, 7, 5);
    SynthSettings weekend = SMALL.withPeriod(saturday, saturday);
    assertThatIllegalArgumentException().isThrownBy(() -> SynthMarket.of(weekend));
    assertThat(SynthMarket.of(weekend.withInstruments(0, 1)).series()).hasSize(1);
  }

  /// A mean with its standard error.
  private static final class Mean {
    private long count;
    private double sum;
    private double squares;

    void add(double value) {
      count++;
      sum += value;
      squares += value * value;
    }

    double mean() {
      return sum / count;
    }

    double standardError() {
      return Math.sqrt((squares / count - mean() * mean()) / count);
    }

    void assertZero(String what) {
      assertThat(count).as(what).isGreaterThan(1000);
      assertThat(Math.abs(mean())).as(what).isLessThan(3 * standardError());
    }
  }
}
