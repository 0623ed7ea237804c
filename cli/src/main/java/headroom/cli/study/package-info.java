/// Ready-made studies: what is compared, as files that a user can copy and change.
@NullMarked
package headroom.cli.study;

import org.jspecify.annotations.NullMarked;
