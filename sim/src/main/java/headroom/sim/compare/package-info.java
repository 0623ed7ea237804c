/// Whether one run did better than another, or nobody can tell.
@NullMarked
package headroom.sim.compare;

import org.jspecify.annotations.NullMarked;
