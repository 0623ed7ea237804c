/// Intents from files: named columns, every bad row named. Start at
/// [headroom.data.intents.IntentFile].
@NullMarked
package headroom.data.intents;

import org.jspecify.annotations.NullMarked;
