/// Applies small deliberate faults, one at a time, and asks a test whether it notices.
@NullMarked
package headroom.mutants;

import org.jspecify.annotations.NullMarked;
