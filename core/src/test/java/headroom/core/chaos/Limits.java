package headroom.core.chaos;

import headroom.core.capacity.AccountModel;
import headroom.core.capacity.AccountRead;
import headroom.core.capacity.AccountRead.Stranger;
import headroom.core.capacity.Cap;
import headroom.core.market.AssetClass;
import headroom.core.num.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The constraints of every account model and the caps, written out a second time, and arithmetic
/// of its own.
final class Limits {
  private static final long BILLION = 1_000_000_000L;

  /// @param ofEquity whether it is measured against equity, else against settled cash
  /// @param times how many times that may be used
  /// @param stocks what stocks are divided by; 0 if they do not count
  /// @param crypto likewise
  /// @param positions whether positions count
  /// @param cap whose limit it is if it is none of the account's
  record Rule(
      String name,
      boolean ofEquity,
      int times,
      int stocks,
      int crypto,
      boolean positions,
      @Nullable Cap cap) {
    Rule(String name, boolean ofEquity, int times, int stocks, int crypto, boolean positions) {
      this(name, ofEquity, times, stocks, crypto, positions, null);
    }
  }

  final List<Rule> rules;
  final long[] limitRaw;
  final boolean[] known;
  final long[] foreignRaw;
  final long[] spentRaw;

  Limits(AccountModel model, int multiplier, List<Cap> caps) {
    this.rules = new ArrayList<>(rules(model, multiplier));
    caps.forEach(cap -> rules.add(new Rule(name(cap), true, 1, 0, 0, true, cap)));
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
      Long limit = limit(rule, account);
      known[c] = limit != null;
      limitRaw[c] = limit == null ? 0 : limit;
      spentRaw[c] = 0;
      foreignRaw[c] = 0;
      for (Stranger stranger : account.strangers()) {
        if (rule.cap() == null && (stranger.isOrder() || rule.positions())) {
          foreignRaw[c] += share(rule, stranger.assetClass(), stranger.value().raw());
        }
      }
    }
  }

  private static String name(Cap cap) {
    String who =
        switch (cap.scope()) {
          case ALL -> "all";
          case INSTRUMENT -> "symbol:" + cap.member();
          case TAG -> "tag:" + cap.member();
          case OWNER -> "owner:" + cap.member();
        };
    return switch (cap.measure()) {
      case VALUE, SHARE -> who;
      case ORDERS -> who + ":orders";
      case POSITIONS -> who + ":positions";
    };
  }

  private static @Nullable Long limit(Rule rule, AccountRead account) {
    Cap cap = rule.cap();
    if (cap != null && cap.measure() == Cap.Measure.VALUE) {
      return cap.amount();
    } else if (cap != null && cap.measure() != Cap.Measure.SHARE) {
      return cap.amount() * BILLION;
    }
    Money figure = rule.ofEquity() ? account.equity() : account.settledCash();
    if (figure == null) {
      return null;
    }
    return cap == null ? figure.raw() * rule.times() : partDown(figure.raw(), cap.amount());
  }

  /// What an order of an intent uses.
  long[] ofOrder(ToldIntent one, long priceRaw, long quantityRaw) {
    long[] usage = new long[size()];
    long value = productUp(priceRaw, quantityRaw);
    for (int c = 0; c < usage.length; c++) {
      Rule rule = rules.get(c);
      Cap cap = rule.cap();
      if (cap == null) {
        usage[c] = share(rule, one.instrument().assetClass(), value);
      } else if (value > 0 && concerns(cap, one)) {
        usage[c] =
            switch (cap.measure()) {
              case VALUE, SHARE -> value;
              case ORDERS -> BILLION;
              case POSITIONS -> one.openRaw > 0 ? 0 : BILLION;
            };
      }
    }
    return usage;
  }

  /// What the position of an intent uses.
  long[] ofPosition(ToldIntent one) {
    long[] usage = new long[size()];
    long value = productUp(one.market.markRaw, one.openRaw);
    for (int c = 0; c < usage.length; c++) {
      Rule rule = rules.get(c);
      Cap cap = rule.cap();
      if (cap == null) {
        usage[c] = rule.positions() ? share(rule, one.instrument().assetClass(), value) : 0;
      } else if (value > 0 && concerns(cap, one)) {
        usage[c] =
            switch (cap.measure()) {
              case VALUE, SHARE -> value;
              case ORDERS -> 0;
              case POSITIONS -> BILLION;
            };
      }
    }
    return usage;
  }

  private static boolean concerns(Cap cap, ToldIntent one) {
    return switch (cap.scope()) {
      case ALL -> true;
      case INSTRUMENT -> one.instrument().id().value().equals(cap.member());
      case TAG ->
          one.intent.tags().contains(cap.member())
              || one.instrument().tags().contains(cap.member());
      case OWNER -> one.intent.owner().equals(cap.member());
    };
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

  /// So many parts per million of an amount, rounded down.
  static long partDown(long raw, long ppm) {
    BigInteger[] parts =
        BigInteger.valueOf(raw)
            .multiply(BigInteger.valueOf(ppm))
            .divideAndRemainder(BigInteger.valueOf(1_000_000));
    return parts[0].longValueExact() - (parts[1].signum() < 0 ? 1 : 0);
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
