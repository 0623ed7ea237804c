/// Files of columns, such as Parquet, which an optional module reads and writes. Start at
/// [headroom.data.columnar.Columnar].
@NullMarked
package headroom.data.columnar;

import org.jspecify.annotations.NullMarked;
