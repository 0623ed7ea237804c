/// Whether results can be believed: what a user can try on data and settings of their own.
@NullMarked
package headroom.sim.check;

import org.jspecify.annotations.NullMarked;
