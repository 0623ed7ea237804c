/// Parquet by DuckDB. Start at [headroom.parquet.DuckFiles].
@NullMarked
package headroom.parquet;

import org.jspecify.annotations.NullMarked;
