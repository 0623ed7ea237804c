package headroom.core.capacity;

import headroom.core.intent.Intent;
import headroom.core.market.AssetClass;
import headroom.core.market.Instrument;
import headroom.core.market.InstrumentId;
import java.util.ArrayList;
import java.util.List;

/// Who uses capacity: what a constraint may ask of an order or a position besides its value.
///
/// @param tags the words of the intent and of its instrument
public record Holder(
    InstrumentId instrument, AssetClass assetClass, String owner, List<String> tags) {
  public Holder {
    tags = List.copyOf(tags);
  }

  public static Holder of(Intent intent, Instrument instrument) {
    List<String> tags = new ArrayList<>(instrument.tags());
    tags.addAll(intent.tags());
    return new Holder(instrument.id(), instrument.assetClass(), intent.owner(), tags);
  }
}
