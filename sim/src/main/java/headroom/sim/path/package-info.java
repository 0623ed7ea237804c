/// From bars to a price at every instant.
@NullMarked
package headroom.sim.path;

import org.jspecify.annotations.NullMarked;
