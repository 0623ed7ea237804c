/// When the exchange is open, as numbers.
package headroom.core.calendar;
