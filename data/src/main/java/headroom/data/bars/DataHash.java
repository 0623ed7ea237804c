package headroom.data.bars;

import headroom.core.market.Bars;
import headroom.core.market.Instrument;
import headroom.data.Sha256;
import java.util.Comparator;
import java.util.List;

/// The identity of a set of series: a SHA-256 over what a run can see of them.
///
/// The same bars give the same hash whatever the files were called, compressed or formatted like,
/// and in whatever order they are given. What is shortable is no part of it: that decides which
/// file of intents is taken, and nothing once a run has begun.
public final class DataHash {

  private DataHash() {}

  /// The hash in hexadecimal.
  public static String of(List<Bars> series) {
    Sha256 all = new Sha256();
    series.stream()
        .sorted(Comparator.comparing(Bars::id))
        .parallel()
        .map(DataHash::of)
        .toList()
        .forEach(all::word);
    return all.hex();
  }

  /// The hash of one series in hexadecimal.
  public static String of(Bars bars) {
    Sha256 sha = new Sha256();
    Instrument instrument = bars.instrument();
    sha.word(instrument.id().value());
    sha.word(instrument.assetClass().word());
    sha.number(instrument.tickRaw());
    sha.number(instrument.stepRaw());
    sha.number(instrument.minimum().raw());
    sha.number(bars.stepNs());
    sha.number(bars.length());
    for (int bar = 0; bar < bars.length(); bar++) {
      sha.number(bars.startNs(bar));
      sha.number(bars.openRaw(bar));
      sha.number(bars.highRaw(bar));
      sha.number(bars.lowRaw(bar));
      sha.number(bars.closeRaw(bar));
      sha.number(bars.volumeRaw(bar));
    }
    return sha.hex();
  }
}
