package headroom.cli.settings;

import headroom.core.num.Fixed;
import headroom.core.num.Money;
import headroom.sim.venue.Latency;
import java.math.BigDecimal;
import java.util.List;

/// What the values of a key look like. A value is read by the form of its key and never guessed
/// from how it looks: the words ON, NO, TRUE and 1E5 stay words.
public sealed interface Form {

  /// The kind of value: `ratio`, `duration`.
  String type();

  /// Which values are permitted.
  String range();

  /// How a value is written, after the word "must be".
  String wanted();

  /// The one spelling of a value. Two spellings of one value are one setting.
  ///
  /// @throws IllegalArgumentException if the text is no permitted value; its message follows the
  ///   name of the key
  String canonical(String text);

  /// Whether it is a list, which a file may also write as one.
  default boolean isList() {
    return false;
  }

  /// The complaint about a text.
  default IllegalArgumentException unlike(String text) {
    return new IllegalArgumentException("must be %s, was '%s'".formatted(wanted(), text));
  }

  /// Parts of a whole, in whole parts per million.
  record Ratio(int leastPpm, int mostPpm) implements Form {
    @Override
    public String type() {
      return "ratio";
    }

    @Override
    public String range() {
      return "%s to %s".formatted(Values.percent(leastPpm), Values.percent(mostPpm));
    }

    @Override
    public String wanted() {
      return "a ratio from %s (0.4%%, 0.004 or 4000ppm)".formatted(range());
    }

    @Override
    public String canonical(String text) {
      if (Values.isUnsignedWhole(text)) {
        throw new IllegalArgumentException(Values.askForSign(unlike(text), text));
      }
      try {
        int ppm = Values.ppm(text);
        if (ppm >= leastPpm && ppm <= mostPpm) {
          return Values.percent(ppm);
        }
      } catch (ArithmeticException fine) {
        throw new IllegalArgumentException(
            "must be in whole parts per million, was '%s'".formatted(text), fine);
      } catch (NumberFormatException _) {
        // Said below.
      }
      throw unlike(text);
    }
  }

  /// Parts of a whole, exactly, from none to all.
  record Share() implements Form {
    @Override
    public String type() {
      return "share";
    }

    @Override
    public String range() {
      return "0% to 100%";
    }

    @Override
    public String wanted() {
      return "a share from 0% to 100% (50%, 0.5 or 500000ppm)";
    }

    @Override
    public String canonical(String text) {
      if (Values.isUnsignedWhole(text)) {
        throw new IllegalArgumentException(Values.askForSign(unlike(text), text));
      }
      try {
        BigDecimal share = Values.share(text);
        if (share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0) {
          return share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
        }
      } catch (NumberFormatException _) {
        // Said below.
      }
      throw unlike(text);
    }
  }

  /// A length of time.
  record Length(long leastNs, long mostNs) implements Form {
    @Override
    public String type() {
      return "duration";
    }

    @Override
    public String range() {
      return "%s to %s".formatted(Values.duration(leastNs), Values.duration(mostNs));
    }

    @Override
    public String wanted() {
      return "a duration from %s (250ms, 120s, 5m or PT2M)".formatted(range());
    }

    @Override
    public String canonical(String text) {
      if (Values.isPlain(text)) {
        throw new IllegalArgumentException(
            "%s: did you mean %ss?".formatted(unlike(text).getMessage(), text.strip()));
      }
      try {
        long ns = Values.durationNs(text);
        if (ns >= leastNs && ns <= mostNs) {
          return Values.duration(ns);
        }
      } catch (ArithmeticException | NumberFormatException _) {
        // Said below.
      }
      throw unlike(text);
    }
  }

  /// How long messages are on their way.
  record Delay() implements Form {
    @Override
    public String type() {
      return "latency";
    }

    @Override
    public String range() {
      return "%s to %s".formatted(Values.duration(0), Values.duration(Latency.MOST_NS));
    }

    @Override
    public String wanted() {
      return "a latency from %s (250ms; 100ms..400ms, drawn between; 200ms+100ms, at least the one and on average the other more)"
          .formatted(range());
    }

    @Override
    public String canonical(String text) {
      if (Values.isPlain(text)) {
        throw new IllegalArgumentException(
            "%s: did you mean %ss?".formatted(unlike(text).getMessage(), text.strip()));
      }
      try {
        return Latencies.text(Latencies.of(text));
      } catch (ArithmeticException | IllegalArgumentException e) {
        throw new IllegalArgumentException(unlike(text).getMessage(), e);
      }
    }
  }

  /// An amount of US dollars above zero.
  record Amount() implements Form {
    private static final Money MOST = Money.of("1000000000");

    @Override
    public String type() {
      return "money";
    }

    @Override
    public String range() {
      return "above 0 to " + MOST;
    }

    @Override
    public String wanted() {
      return "an amount of dollars above 0 and at most %s (10000 or 10000.00)".formatted(MOST);
    }

    @Override
    public String canonical(String text) {
      try {
        Money money = Values.money(text);
        if (money.isPositive() && money.compareTo(MOST) <= 0) {
          return money.toString();
        }
      } catch (ArithmeticException | NumberFormatException _) {
        // Said below.
      }
      throw unlike(text);
    }
  }

  /// A whole number.
  record Whole(long least, long most) implements Form {
    @Override
    public String type() {
      return "whole number";
    }

    @Override
    public String range() {
      return least == Long.MIN_VALUE ? "any of 64 bits" : "%s to %s".formatted(least, most);
    }

    @Override
    public String wanted() {
      return least == Long.MIN_VALUE
          ? "a whole number of 64 bits"
          : "a whole number from " + range();
    }

    @Override
    public String canonical(String text) {
      try {
        long number = Long.parseLong(text.strip());
        if (number >= least && number <= most) {
          return Long.toString(number);
        }
      } catch (NumberFormatException _) {
        // Said below.
      }
      throw unlike(text);
    }
  }

  /// One of some words, spelled exactly so.
  record Word(List<String> words) implements Form {
    public Word {
      words = List.copyOf(words);
    }

    @Override
    public String type() {
      return "word";
    }

    @Override
    public String range() {
      return String.join(", ", words);
    }

    @Override
    public String wanted() {
      return "one of " + range();
    }

    @Override
    public String canonical(String text) {
      if (!words.contains(text)) {
        throw unlike(text);
      }
      return text;
    }
  }

  /// Yes or no.
  record Flag() implements Form {
    @Override
    public String type() {
      return "flag";
    }

    @Override
    public String range() {
      return "true, false";
    }

    @Override
    public String wanted() {
      return "true or false";
    }

    @Override
    public String canonical(String text) {
      if (!text.equals("true") && !text.equals("false")) {
        throw unlike(text);
      }
      return text;
    }
  }

  /// Texts with commas between.
  record Many(Entries<?> entries) implements Form {
    @Override
    public String type() {
      return entries.type();
    }

    @Override
    public String range() {
      return entries.range();
    }

    @Override
    public String wanted() {
      return "a " + type();
    }

    @Override
    public String canonical(String text) {
      return entries.canonical(text);
    }

    @Override
    public boolean isList() {
      return true;
    }
  }

  /// A value of another form, or a word instead.
  record Or(Form form, String word) implements Form {
    @Override
    public String type() {
      return form.type();
    }

    @Override
    public String range() {
      return form.range() + ", or " + word;
    }

    @Override
    public String wanted() {
      return form.wanted() + ", or " + word;
    }

    @Override
    public String canonical(String text) {
      if (text.equals(word)) {
        return word;
      }
      try {
        return form.canonical(text);
      } catch (SettingsException many) {
        throw many;
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            String.valueOf(e.getMessage()).replace(form.wanted(), wanted()), e);
      }
    }

    @Override
    public boolean isList() {
      return form.isList();
    }
  }

  /// The longest duration that a setting may have.
  long MOST_NS = 30L * 86_400 * Fixed.ONE;
}
