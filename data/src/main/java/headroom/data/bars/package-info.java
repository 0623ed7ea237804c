/// Bars from a folder of files: found, named, read, checked row by row. Start at
/// [headroom.data.bars.BarFolder].
@NullMarked
package headroom.data.bars;

import org.jspecify.annotations.NullMarked;
