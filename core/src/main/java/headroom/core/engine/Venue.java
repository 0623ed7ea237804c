package headroom.core.engine;

/// Acts on commands: live a broker, in a simulation a model of one.
@FunctionalInterface
public interface Venue {

  /// Starts to carry out a command. What comes of it arrives as an event.
  void execute(Command command);
}
