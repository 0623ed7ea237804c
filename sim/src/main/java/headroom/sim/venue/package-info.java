/// A venue that matches orders against the path of prices, with latency.
@NullMarked
package headroom.sim.venue;

import org.jspecify.annotations.NullMarked;
