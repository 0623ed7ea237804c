/// Small markets whose every command, fill and cent a reader can check with a pencil.
@NullMarked
package headroom.sim.golden;

import org.jspecify.annotations.NullMarked;
