/// The days of the exchange, made from its rules and from dated exceptions.
@NullMarked
package headroom.data.calendar;

import org.jspecify.annotations.NullMarked;
