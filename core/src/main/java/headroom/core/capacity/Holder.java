package headroom.core.capacity;

import headroom.core.intent.Intent;
import headroom.core.market.AssetClass;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import java.util.ArrayList;
import java.util.List;

/// Who uses capacity: what a constraint may ask of an order or a position besides its value.
///
/// @param side the side of the entry
/// @param tags the words of the intent and of its instrument
public record Holder(
    InstrumentId instrument, AssetClass assetClass, Side side, String owner, List<String> tags) {
  public Holder {
    tags = List.copyOf(tags);
  }

  public static Holder of(Intent intent, Instrument instrument) {
    List<String> tags = new ArrayList<>(instrument.tags());
    tags.addAll(intent.tags());
    return new Holder(
        instrument.id(), instrument.assetClass(), intent.side(), intent.owner(), tags);
  }
}
