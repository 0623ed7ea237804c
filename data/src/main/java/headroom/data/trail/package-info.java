/// What was considered and decided, at rest: enough to say why, without playing the run again.
@NullMarked
package headroom.data.trail;

import org.jspecify.annotations.NullMarked;
