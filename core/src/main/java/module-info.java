import org.jspecify.annotations.NullMarked;

/// The decision core: a state machine that turns stamped events into commands.
///
/// Nothing here reads a clock, draws a random number, touches a file or a socket, or starts a
/// thread; `PurityTest` holds the core to that. Start reading at [headroom.core.engine.Engine].
@NullMarked
module headroom.core {
  requires static transitive org.jspecify;

  exports headroom.core.calendar;
  exports headroom.core.capacity;
  exports headroom.core.engine;
  exports headroom.core.intent;
  exports headroom.core.market;
  exports headroom.core.num;
  exports headroom.core.steal;
  exports headroom.core.tolerance;
}
