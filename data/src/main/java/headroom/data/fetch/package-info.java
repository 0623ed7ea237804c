/// Bars from public sources. Start at [headroom.data.fetch.Fetch].
@NullMarked
package headroom.data.fetch;

import org.jspecify.annotations.NullMarked;
