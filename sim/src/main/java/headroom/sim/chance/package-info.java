/// Chance that is named, so that it comes out the same whatever else is drawn.
@NullMarked
package headroom.sim.chance;

import org.jspecify.annotations.NullMarked;
