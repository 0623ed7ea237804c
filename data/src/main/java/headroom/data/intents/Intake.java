package headroom.data.intents;

import headroom.data.bars.BadDataException;
import headroom.data.bars.Problem;
import headroom.data.rows.Row;
import headroom.data.rows.RowTaker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes the rows of one file, good and bad.
///
/// Not thread safe; owned by the reading of one file.
final class Intake implements RowTaker {

  private final String place;
  private final IntentReader reader;
  private final List<DatedIntent> intents = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Long> lineOfId = new HashMap<>();

  /// @param place what problems call the file
  Intake(String place, IntentReader reader) {
    this.place = place;
    this.reader = reader;
  }

  @Override
  public void row(Row row) {
    requireNewId(row);
    @Nullable DatedIntent intent = reader.read(row);
    for (String complaint : row.complaints()) {
      bad(row.line(), complaint);
    }
    if (intent != null) {
      intents.add(intent);
    }
  }

  @Override
  public void bad(long line, String message) {
    problems.add(new Problem(place, line, message));
  }

  private void requireNewId(Row row) {
    String id = row.text("id");
    if (id == null) {
      return;
    }
    @Nullable Long other = lineOfId.putIfAbsent(id, row.line());
    if (other != null) {
      row.complain("id must occur once, was %s in line %s too".formatted(Row.shown(id), other));
    }
  }

  /// All of them.
  ///
  /// @throws BadDataException if anything was bad
  List<DatedIntent> intents() {
    if (intents.isEmpty() && problems.isEmpty()) {
      bad(0, "file must hold at least one intent, had none");
    }
    if (!problems.isEmpty()) {
      throw new BadDataException(problems);
    }
    return List.copyOf(intents);
  }
}
