package headroom.bench.naive;

import headroom.core.intent.Intent;
import headroom.core.market.Instrument;
import headroom.core.num.Money;
import headroom.core.steal.Contender;
import headroom.core.steal.RandomWorth;
import org.jspecify.annotations.Nullable;

/// An intent, and all that is known of it.
final class Want implements Contender {
  final Intent intent;
  final Instrument instrument;
  final long appearedNs;
  long remainingRaw;
  boolean live = true;
  boolean withdrawn;
  boolean expired;
  int orders;
  @Nullable Order order;
  @Nullable Theft theft;
  @Nullable Holding holding;

  int distancePpm = -1;
  boolean atOnce;
  boolean ready;
  long readySinceNs;
  int rank;
  long worth;

  long retryFromNs = Long.MIN_VALUE;
  long stealFromNs = Long.MIN_VALUE;
  long needsPriceAfter = Long.MIN_VALUE;
  int rejections;
  int aborts;

  Want(Intent intent, Instrument instrument, long appearedNs) {
    this.intent = intent;
    this.instrument = instrument;
    this.appearedNs = appearedNs;
    this.remainingRaw = intent.quantity().raw();
  }

  long limitRaw() {
    return intent.limit().raw();
  }

  boolean isOver(long nowNs) {
    return withdrawn || nowNs >= intent.expiresNs();
  }

  @Override
  public int distancePpm() {
    return distancePpm;
  }

  @Override
  public long forecastRaw() {
    Money forecast = intent.forecast();
    return forecast == null ? 0 : forecast.raw();
  }

  @Override
  public long readySinceNs() {
    return readySinceNs;
  }

  @Override
  public long idHash() {
    return RandomWorth.fnv1a64(intent.id().value());
  }
}
