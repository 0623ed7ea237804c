/// Rows of named fields from CSV or JSON lines, every fault named. Start at
/// [headroom.data.rows.RowFile].
@NullMarked
package headroom.data.rows;

import org.jspecify.annotations.NullMarked;
