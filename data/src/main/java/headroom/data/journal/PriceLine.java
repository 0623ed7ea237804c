package headroom.data.journal;

import headroom.core.engine.Event;
import headroom.core.market.Quote;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes the line of an instant of prices, by hand: of all lines of a journal, nearly all are
/// these.
///
/// `{"seq":7,"timeNs":1,"prices":{"AAPL":100000000000}}`, each in whole billionths.
///
/// Not thread safe; owned by one writer.
final class PriceLine {
  private byte[] bytes = new byte[1 << 10];
  private int length;

  byte[] of(long seq, long timeNs, Event.Priced priced) {
    length = 0;
    text("{\"seq\":");
    text(Long.toString(seq));
    text(",\"timeNs\":");
    text(Long.toString(timeNs));
    text(",\"prices\":{");
    boolean first = true;
    for (Quote quote : priced.quotes()) {
      text(first ? "\"" : ",\"");
      first = false;
      // Names of instruments need no escapes.
      text(quote.instrument().value());
      text("\":");
      text(Long.toString(quote.lastRaw()));
    }
    text("}}");
    return Arrays.copyOf(bytes, length);
  }

  private void text(String ascii) {
    int count = ascii.length();
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length + count);
    }
    byte[] text = ascii.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(text, 0, bytes, length, count);
    length += count;
  }
}
