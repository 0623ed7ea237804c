/// Why something happened, in words and numbers. Start at [headroom.cli.explain.Chronicle].
@NullMarked
package headroom.cli.explain;

import org.jspecify.annotations.NullMarked;
