package headroom.data.journal;

import headroom.core.intent.ExitPlan;
import headroom.core.intent.Intent;
import headroom.core.intent.IntentId;
import headroom.core.intent.IntentKind;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Money;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/// Values as they were written before stocks could be traded outside of the core session, so that
/// files of then can still be read.
final class Before {
  private Before() {}

  /// An intent, without whether it may trade then.
  record OldIntent(
      IntentId id,
      String owner,
      InstrumentId instrument,
      Side side,
      Quantity quantity,
      Price limit,
      long expiresNs,
      String strategy,
      IntentKind kind,
      boolean atOnce,
      boolean vip,
      @Nullable Money forecast,
      @Nullable Integer entryTolerancePpm,
      ExitPlan exit,
      List<String> tags) {
    Intent now() {
      return new Intent(
          id,
          owner,
          instrument,
          side,
          quantity,
          limit,
          expiresNs,
          strategy,
          kind,
          atOnce,
          vip,
          forecast,
          entryTolerancePpm,
          exit,
          tags);
    }
  }

  /// A session, without the hours around it.
  record OldSession(int date, long opensNs, long closesNs) {
    Hours.Session now() {
      return new Hours.Session(date, opensNs, closesNs, opensNs, closesNs);
    }
  }

  /// Reads the old for the new.
  static SimpleModule module() {
    SimpleModule module = new SimpleModule("before");
    module.addDeserializer(
        Intent.class, new FromOld<>(Intent.class, OldIntent.class, OldIntent::now));
    module.addDeserializer(
        Hours.Session.class, new FromOld<>(Hours.Session.class, OldSession.class, OldSession::now));
    return module;
  }

  private static final class FromOld<T, O> extends StdDeserializer<T> {
    private final Class<O> old;
    private final Function<O, T> now;

    FromOld(Class<T> type, Class<O> old, Function<O, T> now) {
      super(type);
      this.old = old;
      this.now = now;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
      return now.apply(context.readValue(parser, old));
    }
  }
}
