/// Forecasts from files: snapshots with the time at which they were made, every bad row named.
/// Start at [headroom.data.forecasts.ForecastFile].
@NullMarked
package headroom.data.forecasts;

import org.jspecify.annotations.NullMarked;
