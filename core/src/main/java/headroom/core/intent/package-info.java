/// What somebody wants to trade, and the ids that tie orders to it.
package headroom.core.intent;
