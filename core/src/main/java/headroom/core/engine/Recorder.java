package headroom.core.engine;

/// Keeps every input before it is acted on: live a journal, in a simulation a list or nothing.
@FunctionalInterface
public interface Recorder {

  /// Keeps nothing.
  Recorder NONE = _ -> {};

  void record(Input input);
}
