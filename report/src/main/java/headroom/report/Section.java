package headroom.report;

import java.util.ArrayList;
import java.util.List;

/// A part of the page under a heading.
///
/// @param intro what it is about, in a sentence or two; may be empty
/// @param cards what stands in it, by kind and id
public record Section(String id, String title, String intro, List<Card> cards) {
  public Section {
    cards = List.copyOf(cards);
  }

  /// What a card shows.
  public enum What {
    CHART,
    SHEET,
    MATRIX,
    PRICES
  }

  /// How much of the width a card takes where there is room.
  public enum Width {
    FULL,
    HALF,
    THIRD
  }

  /// One card.
  ///
  /// @param id of the chart or table; empty if there is only one of the kind
  public record Card(What what, String id, Width width) {}

  /// Gathers the cards of a section, without those that have nothing to show.
  public static final class Cards {
    private final List<Card> cards = new ArrayList<>();

    public Cards chart(Chart chart, Width width) {
      return chart.isEmpty() ? this : add(What.CHART, chart.id(), width);
    }

    public Cards sheet(Sheet sheet, Width width) {
      return sheet.isEmpty() ? this : add(What.SHEET, sheet.id(), width);
    }

    public Cards add(What what, String id, Width width) {
      cards.add(new Card(what, id, width));
      return this;
    }

    public List<Card> all() {
      return List.copyOf(cards);
    }
  }
}
