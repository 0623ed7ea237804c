package headroom.mutants;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/// Runs tests by name and says how they ended, in a line that [#verdict] reads.
final class NamedTests {
  private static final String FAILED = "failed: ";
  private static final String PASSED = "passed: ";
  private static final int MOST_LETTERS = 150;

  private NamedTests() {}

  /// Runs the tests of a command line.
  ///
  /// @param args whether to stop at the first failure, and `class#method` for each test
  public static void main(String[] args) throws ClassNotFoundException {
    boolean untilFirst = Boolean.parseBoolean(args[0]);
    List<DiscoverySelector> selectors = new ArrayList<>();
    for (String test : Arrays.asList(args).subList(1, args.length)) {
      selectors.add(selector(test));
    }
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectors).build();
    Count count = new Count(untilFirst);
    LauncherFactory.create().execute(request, count);
    System.out.println(PASSED + count.passed);
    Runtime.getRuntime().halt(0);
  }

  private static DiscoverySelector selector(String test) throws ClassNotFoundException {
    String[] parts = test.split("#", 2);
    Class<?> type = Class.forName(parts[0]);
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().equals(parts[1])) {
        return DiscoverySelectors.selectMethod(type, method);
      }
    }
    throw new IllegalArgumentException("a test must exist, was " + test);
  }

  /// Reads what [#main] wrote.
  static Verdict verdict(int exitCode, List<String> said) {
    for (String line : said) {
      if (line.startsWith(FAILED)) {
        return new Verdict.Killed(line.substring(FAILED.length()));
      }
      if (line.startsWith(PASSED)) {
        long tests = Long.parseLong(line.substring(PASSED.length()));
        return tests > 0
            ? new Verdict.Survived(tests)
            : new Verdict.Broken("its test must run, none did");
      }
    }
    return new Verdict.Broken(
        "the tests must come to an end, was exit code %s: %s".formatted(exitCode, said));
  }

  private static final class Count implements TestExecutionListener {
    private final boolean untilFirst;
    private long passed;

    Count(boolean untilFirst) {
      this.untilFirst = untilFirst;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      switch (result.getStatus()) {
        case SUCCESSFUL -> passed += test.isTest() ? 1 : 0;
        case ABORTED -> {
          // It did not run, so it says nothing.
        }
        case FAILED -> {
          String why = result.getThrowable().map(Throwable::toString).orElse("");
          String flat = why.replaceAll("\\s+", " ");
          String brief = flat.substring(0, Math.min(flat.length(), MOST_LETTERS));
          System.out.println(FAILED + test.getDisplayName() + ": " + brief);
          System.out.flush();
          if (untilFirst) {
            Runtime.getRuntime().halt(0);
          }
        }
      }
    }
  }
}
