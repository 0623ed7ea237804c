package headroom.core.chaos;

import headroom.core.capacity.AccountModel;
import headroom.core.capacity.AccountRead;
import headroom.core.capacity.AccountRead.Stranger;
import headroom.core.market.AssetClass;
import headroom.core.num.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The constraints of every account model, written out a second time, and arithmetic of its own.
final class Limits {
  private static final long BILLION = 1_000_000_000L;

  /// @param ofEquity whether it is measured against equity, else against settled cash
  /// @param times how many times that may be used
  /// @param stocks what stocks are divided by; 0 if they do not count
  /// @param crypto likewise
  /// @param positions whether positions count
  record Rule(
      String name, boolean ofEquity, int times, int stocks, int crypto, boolean positions) {}

  final List<Rule> rules;
  final long[] limitRaw;
  final boolean[] known;
  final long[] foreignRaw;
  final long[] spentRaw;

  Limits(AccountModel model, int multiplier) {
    this.rules = rules(model, multiplier);
    this.limitRaw = new long[rules.size()];
    this.known = new boolean[rules.size()];
    this.foreignRaw = new long[rules.size()];
    this.spentRaw = new long[rules.size()];
  }

  private static List<Rule> rules(AccountModel model, int m) {
    return switch (model) {
      case MARGIN ->
          List.of(
              new Rule("margin", true, 1, m, 1, true),
              new Rule("settled-cash", false, 1, m == 1 ? 1 : 0, 1, false));
      case POOLED ->
          List.of(new Rule("crypto", true, 1, 0, 1, true), new Rule("stocks", true, m, 1, 0, true));
      case GROSS ->
          List.of(new Rule("crypto", true, 1, 0, 1, true), new Rule("gross", true, m, 1, 1, true));
      case CASH -> List.of(new Rule("settled-cash", false, 1, 1, 1, false));
      case UNBOUNDED -> List.of();
    };
  }

  int size() {
    return rules.size();
  }

  void read(AccountRead account) {
    for (int c = 0; c < size(); c++) {
      Rule rule = rules.get(c);
      @Nullable Money figure = rule.ofEquity() ? account.equity() : account.settledCash();
      known[c] = figure != null;
      limitRaw[c] = figure == null ? 0 : figure.raw() * rule.times();
      spentRaw[c] = 0;
      foreignRaw[c] = 0;
      for (Stranger stranger : account.strangers()) {
        if (stranger.isOrder() || rule.positions()) {
          foreignRaw[c] += share(rule, stranger.assetClass(), stranger.value().raw());
        }
      }
    }
  }

  long[] ofOrder(AssetClass assetClass, long priceRaw, long quantityRaw) {
    long[] usage = new long[size()];
    long value = productUp(priceRaw, quantityRaw);
    for (int c = 0; c < usage.length; c++) {
      usage[c] = share(rules.get(c), assetClass, value);
    }
    return usage;
  }

  long[] ofPosition(AssetClass assetClass, long priceRaw, long quantityRaw) {
    long[] usage = ofOrder(assetClass, priceRaw, quantityRaw);
    for (int c = 0; c < usage.length; c++) {
      usage[c] = rules.get(c).positions() ? usage[c] : 0;
    }
    return usage;
  }

  private static long share(Rule rule, AssetClass assetClass, long value) {
    int by = assetClass == AssetClass.STOCK ? rule.stocks() : rule.crypto();
    return by == 0 ? 0 : (value + by - 1) / by;
  }

  /// A price times a quantity in billionths, rounded up; both at least 0.
  static long productUp(long a, long b) {
    long whole = a / BILLION;
    long part = a % BILLION;
    long rest = part * (b % BILLION);
    return whole * b + part * (b / BILLION) + (rest + BILLION - 1) / BILLION;
  }

  /// A price times a quantity in billionths, rounded down; both at least 0.
  static long productDown(long a, long b) {
    long whole = a / BILLION;
    long part = a % BILLION;
    return whole * b + part * (b / BILLION) + part * (b % BILLION) / BILLION;
  }

  /// 103 % of a price, rounded up.
  static long threePercentAbove(long priceRaw) {
    return (priceRaw * 103 + 99) / 100;
  }

  /// How far a price is outside a limit, in parts per million of it, rounded up.
  static int ppm(long gapRaw, long limitRaw) {
    if (gapRaw <= 0) {
      return 0;
    }
    if (gapRaw < Long.MAX_VALUE / 1_000_000) {
      return (int) Math.min(Integer.MAX_VALUE, (gapRaw * 1_000_000 + limitRaw - 1) / limitRaw);
    }
    BigInteger[] parts =
        BigInteger.valueOf(gapRaw)
            .multiply(BigInteger.valueOf(1_000_000))
            .divideAndRemainder(BigInteger.valueOf(limitRaw));
    return parts[0].intValueExact() + (parts[1].signum() > 0 ? 1 : 0);
  }

  /// The names, for messages.
  List<String> names() {
    List<String> names = new ArrayList<>();
    rules.forEach(rule -> names.add(rule.name()));
    return names;
  }
}
