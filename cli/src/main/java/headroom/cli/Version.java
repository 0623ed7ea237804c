package headroom.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// Which build this is.
final class Version implements IVersionProvider {
  private static final String BUILD = "/headroom/cli/build.properties";

  Version() {}

  @Override
  public String[] getVersion() {
    return new String[] {
      "headroom %s, commit %s, JDK %s".formatted(version(), commit(), Runtime.version())
    };
  }

  static String version() {
    return property("version");
  }

  /// The commit it was built from; `unknown` outside a repository.
  static String commit() {
    String commit = property("commit");
    return commit.isEmpty() || commit.startsWith("$") ? "unknown" : commit;
  }

  private static String property(String name) {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream(BUILD)) {
      if (in == null) {
        throw new IllegalStateException("the build must hold " + BUILD);
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty(name, "");
  }
}
