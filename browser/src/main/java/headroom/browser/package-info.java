/// Looks at pages in a real browser.
@NullMarked
package headroom.browser;

import org.jspecify.annotations.NullMarked;
