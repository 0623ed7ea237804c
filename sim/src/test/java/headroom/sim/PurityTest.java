package headroom.sim;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A run is a function of its arguments: nothing of the world reaches it, and nothing in it has an
/// order of its own.
class PurityTest {
  private static final JavaClasses SIM =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("headroom.sim");

  /// Methods that can answer differently on another machine, on another day or in another run.
  private static final Map<Class<?>, Set<String>> HIDDEN_INPUTS =
      Map.of(
          System.class,
              Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "identityHashCode"),
          Math.class, Set.of("random"),
          Collectors.class, Set.of("toSet", "toMap", "groupingBy", "partitioningBy"),
          Set.class, Set.of("of", "copyOf"),
          Map.class, Set.of("of", "ofEntries", "copyOf"));

  private static final Set<String> HIDDEN_DEFAULTS =
      Set.of(
          "now", "systemDefault", "getDefault", "defaultCharset", "randomUUID", "parallelStream");

  @Test
  void importsTheClassesItJudges() {
    // An empty import would pass every rule below.
    assertThat(SIM.size()).isGreaterThan(25);
  }

  @Test
  void readsNoFileNoNetworkAndNoClock() {
    // What is packed with the code is part of it, and one class reads that.
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("headroom.sim.account.DatedTable")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java.io",
                    "java.net..",
                    "java.nio.file..",
                    "java.nio.channels..",
                    "java.util.concurrent..",
                    "java.util.logging..",
                    "java.lang.reflect..")
                .or(type(Clock.class))
                .or(type(Thread.class)))
        .check(SIM);
  }

  @Test
  void hasNoHiddenInputs() {
    noClasses()
        .should()
        .accessTargetWhere(
            DescribedPredicate.<JavaAccess<?>>describe(
                "is a hidden input",
                access -> isHiddenInput(access.getTargetOwner(), access.getName())))
        .check(SIM);
  }

  @Test
  void drawsFromNoGeneratorWithoutAStart() {
    noClasses()
        .should()
        .callConstructor(Random.class)
        .orShould()
        .callConstructor(SplittableRandom.class)
        .check(SIM);
  }

  @Test
  void doesNotIterateInHashOrder() {
    noClasses()
        .should()
        .dependOnClassesThat(
            type(HashMap.class)
                .or(type(HashSet.class))
                .or(type(IdentityHashMap.class))
                .or(type(WeakHashMap.class)))
        .check(SIM);
  }

  private static boolean isHiddenInput(JavaClass owner, String name) {
    return (owner.getPackageName().startsWith("java.") && HIDDEN_DEFAULTS.contains(name))
        || HIDDEN_INPUTS.entrySet().stream()
            .anyMatch(e -> owner.isEquivalentTo(e.getKey()) && e.getValue().contains(name));
  }
}
