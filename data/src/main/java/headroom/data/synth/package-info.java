/// A market made up from a number: stocks and coins whose true parameters are known. Start at
/// [headroom.data.synth.SynthMarket].
@NullMarked
package headroom.data.synth;

import org.jspecify.annotations.NullMarked;
