package headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;

final class MainTest {
  @Test
  void aResultThatCannotBeWrittenIsAFailure() {
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(new Full()), new PrintWriter(err), "config", "presets");
    assertThat(code).isEqualTo(Main.FAILED);
    assertThat(err.toString()).contains("standard output could not be written");
  }

  /// A disk without room.
  private static final class Full extends Writer {
    @Override
    public void write(char[] text, int from, int length) throws IOException {
      throw new IOException("no space left");
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
