/// Journals at rest: every input of an engine, with what is needed to replay it, in lines whose
/// checksums form a chain.
@NullMarked
package headroom.data.journal;

import org.jspecify.annotations.NullMarked;
