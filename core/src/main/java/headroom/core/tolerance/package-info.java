/// How near is near: distances and the tolerances they are compared with.
package headroom.core.tolerance;
