package headroom.data.journal;

import headroom.core.steal.StealPolicies;
import headroom.core.steal.StealPolicy;
import tools.jackson.databind.jsontype.NamedType;

/// The policies by the names that settings use.
final class PolicyNames {
  private PolicyNames() {}

  static NamedType[] all() {
    return StealPolicies.all(0).stream()
        .map((StealPolicy policy) -> new NamedType(policy.getClass(), policy.name()))
        .toArray(NamedType[]::new);
  }
}
