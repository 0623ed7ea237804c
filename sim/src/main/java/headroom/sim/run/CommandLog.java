package headroom.sim.run;

import headroom.core.engine.Cause;
import headroom.core.engine.Command;
import headroom.core.engine.Venue;
import headroom.core.intent.IntentId;
import headroom.core.market.InstrumentId;
import headroom.core.market.Side;
import headroom.core.num.Price;
import headroom.core.num.Quantity;
import headroom.sim.report.Csv;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes down every command on its way to the venue, as a line of `commands.csv`.
///
/// Not thread safe; owned by one run.
public final class CommandLog implements Venue {
  /// The names of the columns.
  public static final String HEADER =
      "time,seq,command,order,intent,symbol,side,quantity,limit,cause";

  private final Venue venue;
  private final List<String> lines = new ArrayList<>();
  private final MessageDigest digest;
  private long nowNs;

  /// @param venue who carries the commands out
  public CommandLog(Venue venue) {
    this.venue = venue;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// The time of the commands that follow, in nanoseconds since 1970 UTC.
  public void advance(long timeNs) {
    nowNs = timeNs;
  }

  @Override
  public void execute(Command command) {
    switch (command) {
      case Command.Place place ->
          log(
              place,
              place.intent(),
              place.instrument(),
              place.side(),
              place.quantity(),
              place.limit(),
              place.cause());
      case Command.Replace replace ->
          log(
              replace,
              replace.intent(),
              replace.instrument(),
              replace.side(),
              replace.quantity(),
              replace.limit(),
              replace.cause());
      case Command.Cancel cancel ->
          log(
              cancel,
              cancel.intent(),
              cancel.instrument(),
              cancel.side(),
              cancel.quantity(),
              cancel.limit(),
              cancel.cause());
      case Command.Ask _ -> {
        // A question changes nothing.
      }
    }
    venue.execute(command);
  }

  private void log(
      Command command,
      IntentId intent,
      InstrumentId instrument,
      Side side,
      Quantity quantity,
      @Nullable Price limit,
      Cause cause) {
    String line =
        Csv.row(
            Csv.time(nowNs),
            Integer.toString(lines.size() + 1),
            command.word(),
            command.order().value(),
            intent.value(),
            instrument.value(),
            side.word(),
            quantity.toString(),
            limit == null ? "" : limit.toString(),
            cause.word());
    lines.add(line);
    digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /// How many commands there were so far.
  int sent() {
    return lines.size();
  }

  /// The lines so far.
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /// The SHA-256 over all lines, each with its line feed; to be asked for once, at the end.
  public String hash() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
