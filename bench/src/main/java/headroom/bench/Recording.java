package headroom.bench;

import headroom.bench.naive.NaiveEngine;
import headroom.core.calendar.TradingHours;
import headroom.core.engine.Command;
import headroom.core.engine.Engine;
import headroom.core.engine.Input;
import headroom.core.engine.Settings;
import headroom.core.market.Instrument;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;

/// Inputs that can be played again, into any engine.
///
/// @param warmUp how many of them only set the scene
/// @param searched at which of them somebody looked for an order to take capacity from; empty if
///   that was not noted
record Recording(
    String name,
    Settings settings,
    TradingHours hours,
    List<Instrument> instruments,
    List<Input> inputs,
    int warmUp,
    BitSet searched) {
  Recording {
    instruments = List.copyOf(instruments);
    inputs = List.copyOf(inputs);
  }

  /// The product's engine, fresh.
  Decider product() {
    Engine engine = new Engine(settings, hours, instruments);
    return engine::on;
  }

  /// The naive engine, fresh.
  Decider naive() {
    return new NaiveEngine(settings, hours, instruments);
  }

  /// Plays what sets the scene.
  Decider warm(Decider decider) {
    for (Input input : inputs.subList(0, warmUp)) {
      decider.on(input);
    }
    return decider;
  }

  /// Plays all that follows.
  ///
  /// @return how many commands came of it
  long play(Decider decider) {
    long commands = 0;
    for (int i = warmUp; i < inputs.size(); i++) {
      commands += decider.on(inputs.get(i)).size();
    }
    return commands;
  }

  /// Inputs that are timed.
  int timed() {
    return inputs.size() - warmUp;
  }

  /// Plays all inputs into both engines and compares every answer.
  ///
  /// @return the SHA-256 over all commands
  /// @throws IllegalStateException at the first input that they answer differently
  String agreement() {
    Decider product = product();
    Decider naive = naive();
    MessageDigest digest = sha256();
    for (Input input : inputs) {
      List<Command> expected = product.on(input);
      List<Command> actual = naive.on(input);
      if (!expected.equals(actual)) {
        throw new IllegalStateException(
            "%s: both engines must answer input %s alike: %s%nproduct %s%nnaive %s"
                .formatted(name, input.seq(), input.event(), expected, actual));
      }
      for (Command command : expected) {
        digest.update((command + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
