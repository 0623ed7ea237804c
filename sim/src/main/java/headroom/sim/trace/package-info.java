/// What charts need of a run, gathered while it goes on in room that does not grow with its bars.
@NullMarked
package headroom.sim.trace;

import org.jspecify.annotations.NullMarked;
