/// The command line: one executable for all jobs. Start reading at [headroom.cli.Main].
@NullMarked
package headroom.cli;

import org.jspecify.annotations.NullMarked;
