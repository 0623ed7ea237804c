/// Bars at rest, the hours of the exchange, and markets made up from a number.
@NullMarked
package headroom.data;

import org.jspecify.annotations.NullMarked;
