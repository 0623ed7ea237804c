/// A run as one page for a browser, as pictures and as tables.
@NullMarked
package headroom.report;

import org.jspecify.annotations.NullMarked;
