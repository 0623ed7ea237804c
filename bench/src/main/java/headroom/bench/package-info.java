/// How fast it is, with the answers beside the times.
@NullMarked
package headroom.bench;

import org.jspecify.annotations.NullMarked;
