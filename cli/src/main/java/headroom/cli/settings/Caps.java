package headroom.cli.settings;

import headroom.core.capacity.Cap;
import headroom.core.capacity.Cap.Measure;
import headroom.core.capacity.Cap.Scope;
import headroom.core.market.InstrumentId;
import headroom.core.num.Money;
import headroom.data.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Caps as people write them: `all=10 orders`, `owner:bob=3000`, `tag:chips=50%`.
final class Caps implements Entries<Cap> {
  static final Caps ENTRIES = new Caps();

  private static final Pattern COUNT = Pattern.compile("([-+]?[\\d.]+)\\s*([A-Za-z]+)");
  private static final int MOST_SHARE_PPM = 10_000_000;
  private static final long MANY = 1_000_000;
  private static final List<String> WHO = List.of("all", "symbol", "tag", "owner");
  private static final List<String> COUNTED = List.of("order", "orders", "position", "positions");

  private static final Form SHARE = new Form.Ratio(0, MOST_SHARE_PPM);
  private static final Form NUMBER = new Form.Whole(0, MANY);
  private static final Form MONEY = new Form.Or(new Form.Amount(), "0");

  private Caps() {}

  @Override
  public String type() {
    return "list of caps";
  }

  @Override
  public String range() {
    return "WHO=MOST with commas between. WHO: all, symbol:AAPL, tag:WORD or owner:NAME."
        + " MOST: 3000 (dollars), 50% (of equity), 3 orders or 3 positions";
  }

  @Override
  public @Nullable Cap read(String text, List<String> complaints) {
    int equals = text.lastIndexOf('=');
    if (equals < 0) {
      complaints.add("must be caps such as owner:bob=3000 or all=10 orders, was '" + text + "'");
      return null;
    }
    List<String> found = new ArrayList<>();
    @Nullable Who who = who(text.substring(0, equals).strip(), found);
    @Nullable Most most = most(text.substring(equals + 1).strip(), found);
    found.forEach(complaint -> complaints.add("in '%s' %s".formatted(text, complaint)));
    return who == null || most == null
        ? null
        : new Cap(who.scope, who.member, most.measure, most.amount);
  }

  /// Whom a cap is for.
  private record Who(Scope scope, String member) {}

  /// What a cap counts, and how much of it there may be.
  private record Most(Measure measure, long amount) {}

  private static @Nullable Who who(String text, List<String> complaints) {
    int colon = text.indexOf(':');
    String word = colon < 0 ? text : text.substring(0, colon).strip();
    String member = colon < 0 ? "" : text.substring(colon + 1).strip();
    if (!WHO.contains(word)) {
      complaints.add(
          "must be for all, symbol:AAPL, tag:WORD or owner:NAME, was '%s'%s"
              .formatted(text, asked(word, WHO)));
      return null;
    }
    if (word.equals("all") != (colon < 0) || (colon >= 0 && member.isEmpty())) {
      complaints.add(
          word.equals("all")
              ? "must be for all without a name, was '%s'".formatted(text)
              : "must have a name, %s:NAME, was '%s'".formatted(word, text));
      return null;
    }
    return switch (word) {
      case "all" -> new Who(Scope.ALL, "");
      case "symbol" -> symbol(member, complaints);
      case "tag" -> new Who(Scope.TAG, member);
      default -> new Who(Scope.OWNER, member);
    };
  }

  private static @Nullable Who symbol(String member, List<String> complaints) {
    try {
      return new Who(Scope.INSTRUMENT, new InstrumentId(member).value());
    } catch (IllegalArgumentException _) {
      complaints.add(
          "symbol must be the name of an instrument, such as AAPL or BTC/USD, was '%s'"
              .formatted(member));
      return null;
    }
  }

  private static @Nullable Most most(String text, List<String> complaints) {
    try {
      if (text.endsWith("%") || text.endsWith("ppm")) {
        return new Most(Measure.SHARE, Values.ppm(SHARE.canonical(text)));
      }
      Matcher count = COUNT.matcher(text);
      if (count.matches()) {
        return counted(count.group(1), count.group(2), text);
      }
      return new Most(Measure.VALUE, money(text).raw());
    } catch (IllegalArgumentException bad) {
      complaints.add("the most " + bad.getMessage());
      return null;
    }
  }

  private static Most counted(String number, String what, String text) {
    if (!COUNTED.contains(what)) {
      throw new IllegalArgumentException(
          "must be dollars, a share, orders or positions, was '%s'%s"
              .formatted(text, asked(what, COUNTED)));
    }
    long most = Long.parseLong(NUMBER.canonical(number));
    return new Most(what.startsWith("order") ? Measure.ORDERS : Measure.POSITIONS, most);
  }

  /// An amount of less than a dollar is mostly meant as a share.
  private static Money money(String text) {
    Money money = Values.money(MONEY.canonical(text));
    if (money.isPositive() && money.compareTo(Money.of("1")) < 0) {
      throw new IllegalArgumentException(
          "must be at least 1 dollar, was '%s'; did you mean %s?"
              .formatted(text, Values.percent(Values.ppm(text))));
    }
    return money;
  }

  private static String asked(String word, List<String> words) {
    @Nullable String near = Nearest.near(word, words);
    return near == null ? "" : "; did you mean " + near + "?";
  }

  @Override
  public String written(Cap cap) {
    return who(cap) + "=" + most(cap);
  }

  private static String who(Cap cap) {
    return switch (cap.scope()) {
      case ALL -> "all";
      case INSTRUMENT -> "symbol:" + cap.member();
      case TAG -> "tag:" + cap.member();
      case OWNER -> "owner:" + cap.member();
    };
  }

  private static String most(Cap cap) {
    return switch (cap.measure()) {
      case VALUE -> new Money(cap.amount()).toString();
      case SHARE -> Values.percent(Math.toIntExact(cap.amount()));
      case ORDERS -> cap.amount() + (cap.amount() == 1 ? " order" : " orders");
      case POSITIONS -> cap.amount() + (cap.amount() == 1 ? " position" : " positions");
    };
  }

  /// Dollars and a share cap the same: only the smaller could matter.
  @Override
  public String whom(Cap cap) {
    return switch (cap.measure()) {
      case VALUE, SHARE -> who(cap);
      case ORDERS -> "the orders of " + who(cap);
      case POSITIONS -> "the positions of " + who(cap);
    };
  }

  @Override
  public Comparator<Cap> order() {
    return Comparator.comparing(Cap::scope)
        .thenComparing(Cap::member)
        .thenComparing(Cap::measure)
        .thenComparingLong(Cap::amount);
  }
}
