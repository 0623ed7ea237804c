package headroom.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/// A command that was run inside this process.
///
/// @param code its exit code
/// @param out what it wrote to standard output
/// @param err what it wrote to standard error
record Ran(int code, String out, String err) {

  static Ran headroom(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Ran(code, out.toString(), err.toString());
  }

  /// The lines on standard error without the name of the program.
  List<String> problems() {
    return err.lines().map(line -> line.replaceFirst("^headroom: ", "")).toList();
  }
}
