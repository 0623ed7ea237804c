/// Figures and tables of a finished run.
@NullMarked
package headroom.sim.report;

import org.jspecify.annotations.NullMarked;
