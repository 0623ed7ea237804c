/// One run: the clock, the merge of all inputs, and what comes of it.
@NullMarked
package headroom.sim.run;

import org.jspecify.annotations.NullMarked;
