/// The state machine itself and everything that crosses its border.
package headroom.core.engine;
