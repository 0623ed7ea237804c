/// Bars as others write them. What the files are is detected and said, and asked for where it
/// cannot be told. Start at [headroom.data.imports.BarImport].
@NullMarked
package headroom.data.imports;

import org.jspecify.annotations.NullMarked;
