/// The true account: cash, positions, and a line for every cent.
@NullMarked
package headroom.sim.account;

import org.jspecify.annotations.NullMarked;
