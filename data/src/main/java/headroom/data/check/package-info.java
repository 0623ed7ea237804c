/// What is worth knowing about loaded bars before anything is concluded from them. Start at
/// [headroom.data.check.BarCheck].
@NullMarked
package headroom.data.check;

import org.jspecify.annotations.NullMarked;
