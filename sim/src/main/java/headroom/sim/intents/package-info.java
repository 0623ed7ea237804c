/// Intents made from the past alone.
@NullMarked
package headroom.sim.intents;

import org.jspecify.annotations.NullMarked;
