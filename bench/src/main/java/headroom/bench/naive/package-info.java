/// The decision written down in the plainest way, to compare the product with.
@NullMarked
package headroom.bench.naive;

import org.jspecify.annotations.NullMarked;
