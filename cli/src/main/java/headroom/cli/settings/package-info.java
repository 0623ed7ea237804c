/// Settings: what can be set, where values come from, and what they mean.
@NullMarked
package headroom.cli.settings;

import org.jspecify.annotations.NullMarked;
