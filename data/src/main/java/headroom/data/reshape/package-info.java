/// Series made of other series: longer bars, and prices adjusted for corporate actions. Start at
/// [headroom.data.reshape.Resample] and [headroom.data.reshape.Adjust].
@NullMarked
package headroom.data.reshape;

import org.jspecify.annotations.NullMarked;
