package headroom.cli.settings;

import headroom.sim.path.PathModel;
import headroom.sim.venue.FillRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The keys that say how the simulated venue fills, how far away it is and what it costs.
final class VenueKeys {
  private static final int WHOLE_PPM = 1_000_000;
  private static final int MOST_COST_PPM = 100_000;
  private static final Form COST = new Form.Ratio(0, MOST_COST_PPM);
  private static final Form LATENCY = new Form.Delay();

  private final List<Key> all = new ArrayList<>();

  private VenueKeys() {}

  static List<Key> all() {
    VenueKeys keys = new VenueKeys();
    keys.fills();
    keys.costs();
    return List.copyOf(keys.all);
  }

  private void fills() {
    word(
        "fill-rule",
        "THROUGH",
        Arrays.stream(FillRule.values()).map(FillRule::name).toList(),
        "how far the price must come to fill a resting order: to the limit, a tick beyond it, or that"
            + " and no more than a share of the volume",
        "bars do not show the queue: a tick beyond, everybody in it was served");
    add(
        "participation",
        new Form.Ratio(1, WHOLE_PPM),
        "10%",
        "the share of what is traded in the rest of a bar that own orders get, with fill-rule VOLUME",
        Keys.CAREFUL);
    word(
        "path",
        "ADAPTIVE",
        Arrays.stream(PathModel.values()).map(PathModel::name).toList(),
        "which extreme of a bar comes first; ADAPTIVE: the one nearer to the open; WORST: the one"
            + " worse for what is held or wanted; BRIDGE: drawn",
        "bars do not say");
    add(
        "order-latency",
        LATENCY,
        "250ms",
        "how long an order is on its way to the venue, and its answer back; drawn if it is 100ms..400ms"
            + " (between) or 200ms+100ms (at least, and on average so much more)",
        "a careful guess for a retail broker");
    add(
        "cancel-latency",
        LATENCY,
        "250ms",
        "the same for a cancel or a change",
        "a careful guess for a retail broker");
  }

  private void costs() {
    movedBy(
        "half-spread",
        "half the spread",
        "with slippage 2 basis points; alone half a spread of one cent at 50 dollars",
        "with slippage 5 basis points, and bars do not show how they divide");
    movedBy(
        "slippage",
        "what comes on top of half the spread",
        "with half the spread 2 basis points, a careful guess",
        "with half the spread 5 basis points, a careful guess");
    add("fee.stock", COST, "0%", "fee of a stock", "free of commission");
    add(
        "fee.crypto-maker",
        COST,
        "1500ppm",
        "fee of crypto for the fill of a resting order",
        "the first tier of Alpaca");
    add(
        "fee.crypto-taker",
        COST,
        "2500ppm",
        "fee of crypto for a marketable or a market order",
        "the first tier of Alpaca");
  }

  /// A cost that is in the price of a fill, by class and regime.
  private void movedBy(String name, String what, String ofStocks, String ofCrypto) {
    add(
        name + ".stock",
        COST,
        "100ppm",
        what + ", as a share of the price, that a stock pays in a marketable fill",
        ofStocks);
    add(
        name + ".crypto",
        COST,
        "250ppm",
        "the same for crypto while the exchange is open",
        ofCrypto);
    for (String kind : List.of("stock", "crypto")) {
      add(
          "%s.%s-out-of-hours".formatted(name, kind),
          new Form.Or(COST, Keys.FACTOR),
          Keys.FACTOR,
          "the same for %s out of hours; factor: %s.%s times %s.out-of-hours-factor"
              .formatted(kind.equals("stock") ? "a stock" : kind, name, kind, name),
          Keys.CAREFUL);
    }
    add(
        name + ".out-of-hours-factor",
        new Form.Whole(1, 100),
        "2",
        "how many times as much it is out of hours where nothing else is said",
        Keys.CAREFUL);
  }

  private void add(String name, Form form, String standard, String about, String source) {
    all.add(new Key(name, form, standard, about, source));
  }

  private void word(String name, String standard, List<String> words, String about, String source) {
    add(name, new Form.Word(words), standard, about, source);
  }
}
