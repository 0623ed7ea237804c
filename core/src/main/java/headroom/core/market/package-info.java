/// What is traded, which way, and at which prices.
package headroom.core.market;
