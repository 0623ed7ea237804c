/// Who gives up capacity to whom: policies, protection, cooldowns and fights.
package headroom.core.steal;
