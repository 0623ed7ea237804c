package headroom.core.engine;

/// The only way in: stamps an event, has it recorded, lets the engine decide, has it acted on.
///
/// The simulator and the daemon run this same loop. They differ in who calls [#offer] and in what
/// the recorder and the venue are.
///
/// Not thread safe; one thread owns it.
public final class Loop {

  private final Engine engine;
  private final Recorder recorder;
  private final Venue venue;
  private long seq;
  private long lastNs = Long.MIN_VALUE;

  public Loop(Engine engine, Recorder recorder, Venue venue) {
    this.engine = engine;
    this.recorder = recorder;
    this.venue = venue;
  }

  /// Takes one event through the loop.
  ///
  /// @param event what happened
  /// @param nowNs the time it is now, by the caller's clock; a step back counts as no time at all
  public void offer(Event event, long nowNs) {
    lastNs = Math.max(lastNs, nowNs);
    seq++;
    Input input = new Input(seq, lastNs, event);
    recorder.record(input);
    for (Command command : engine.on(input)) {
      venue.execute(command);
    }
  }
}
