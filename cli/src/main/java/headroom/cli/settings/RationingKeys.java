package headroom.cli.settings;

import java.util.List;

/// The keys that divide capacity and put brakes on; all of them are off until they are set.
final class RationingKeys {
  private static final int MANY = 1_000_000;
  private static final int MOST_EXPOSURE_PPM = 100_000_000;

  private static final String SOURCE = "off until somebody wants it";
  private static final Form NUMBER = new Form.Whole(1, MANY);

  private RationingKeys() {}

  static List<Key> all() {
    return List.of(
        key(
            "caps",
            new Form.Many(Caps.ENTRIES),
            "the most that orders and positions of an owner, an instrument, a tag or all may be"
                + " worth, or how many there may be: owner:bob=3000, tag:chips=50%, all=10 orders"),
        key(
            "tiers",
            new Form.Many(Tiers.ENTRIES),
            "tolerances by rank of forecast within the asset class, instead of those of the class:"
                + " 4:0.5%, 15:0.66%, *:0.3%:steal-only"),
        key(
            "priorities",
            new Form.Many(Priorities.ENTRIES),
            "owners with a greater one get capacity first and are never stolen from by those with a"
                + " smaller one: ann=2, bob=1"),
        key(
            "message-budget",
            NUMBER,
            "the most commands a minute; exits and cancels always go, placements leave a tenth,"
                + " steals a fifth"),
        key(
            "storm.fills",
            NUMBER,
            "from how many fills of entries within a minute on nothing is placed"),
        key(
            "storm.notional",
            new Form.Amount(),
            "from which value of entries filled within a minute on nothing is placed"),
        key("storm.steals", NUMBER, "from how many steals within a minute on none is started"),
        key(
            "storm.exposure",
            new Form.Ratio(1, MOST_EXPOSURE_PPM),
            "the most that positions and open entries of one direction may be worth, less those of"
                + " the other, as a ratio of equity"));
  }

  private static Key key(String name, Form form, String about) {
    return new Key(name, new Form.Or(form, Keys.OFF), Keys.OFF, about, SOURCE);
  }
}
