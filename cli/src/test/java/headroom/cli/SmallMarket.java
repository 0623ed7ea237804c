package headroom.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Ten minutes of two stocks that can be followed with a pencil, and the run that was made of them.
///
/// Stocks may be worth twice the equity at all times. V wants 1 AAA at 10,000 and needs 5,000 of
/// the margin of 10,000; its price is exactly as far as the protection reaches. T wants 120 BBB at
/// 100 a minute later: 6,000, of which 1,000 are missing, and V is protected. With the second bar V
/// is 1,001 ppm away and is taken. F is never near.
final class SmallMarket {
  static final String AAA =
      """
      timestamp,open,high,low,close,volume
      2025-07-01T13:30:00Z,10010,10010,10010,10010,1000000
      2025-07-01T13:35:00Z,10010.01,10010.01,10010.01,10010.01,1000000
      """;
  static final String BBB =
      """
      timestamp,open,high,low,close,volume
      2025-07-01T13:30:00Z,100,100,100,100,1000000
      2025-07-01T13:35:00Z,100,100,100,100,1000000
      """;
  static final String INTENTS =
      """
      id,symbol,side,quantity,limit,from,expires,no-exit
      V,AAA,buy,1,10000,2025-07-01T13:30:00Z,2025-07-01T20:00:00Z,true
      T,BBB,buy,120,100,2025-07-01T13:31:00Z,2025-07-01T20:00:00Z,true
      F,BBB,buy,10,99,2025-07-01T13:31:00Z,2025-07-01T13:39:00Z,true
      """;

  private final Path folder;

  private SmallMarket(Path folder) {
    this.folder = folder;
  }

  /// Writes bars and intents, and runs them.
  static SmallMarket run(Path folder, String... more) throws IOException {
    Path bars = Files.createDirectories(folder.resolve("bars/stocks"));
    Files.writeString(bars.resolve("AAA.csv"), AAA);
    Files.writeString(bars.resolve("BBB.csv"), BBB);
    Files.writeString(folder.resolve("intents.csv"), INTENTS);
    SmallMarket market = new SmallMarket(folder);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "simulate",
                "--data",
                folder.resolve("bars").toString(),
                "--intents",
                folder.resolve("intents.csv").toString(),
                "--out",
                market.out(),
                "--set",
                "multiplier=2",
                "--journal",
                market.journal()));
    arguments.addAll(Arrays.asList(more));
    Ran ran = Ran.headroom(arguments.toArray(String[]::new));
    if (ran.code() != 0) {
      throw new IllegalStateException("run must succeed, did not: " + ran.err());
    }
    return market;
  }

  String out() {
    return folder.resolve("out").toString();
  }

  String journal() {
    return folder.resolve("journal.jsonl").toString();
  }
}
