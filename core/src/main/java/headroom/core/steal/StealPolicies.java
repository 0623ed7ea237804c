package headroom.core.steal;

import java.util.List;

/// The policies that settings can name.
public final class StealPolicies {

  private StealPolicies() {}

  /// All of them; a new policy is added here.
  ///
  /// @param seed the number that names the draw of a policy that uses chance
  public static List<StealPolicy> all(long seed) {
    return List.of(
        new FirstCome(), new FurthestFirst(), new LowestForecastFirst(), new RandomWorth(seed));
  }

  /// The policy of that name.
  ///
  /// @throws IllegalArgumentException if there is none
  public static StealPolicy named(String name, long seed) {
    return all(seed).stream()
        .filter(policy -> policy.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("policy must be one of " + names() + ", was " + name));
  }

  public static List<String> names() {
    return all(0).stream().map(StealPolicy::name).toList();
  }
}
