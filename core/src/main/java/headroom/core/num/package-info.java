/// Exact numbers: prices, quantities and money as whole billionths.
package headroom.core.num;
