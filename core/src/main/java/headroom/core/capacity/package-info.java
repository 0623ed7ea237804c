/// What the account can still commit, as linear constraints.
package headroom.core.capacity;
