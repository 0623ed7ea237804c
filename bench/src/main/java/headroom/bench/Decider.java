package headroom.bench;

import headroom.core.engine.Command;
import headroom.core.engine.Input;
import java.util.List;

/// Whatever takes inputs and answers with commands: the product's engine, or one to compare it
/// with.
@FunctionalInterface
public interface Decider {
  List<Command> on(Input input);
}
