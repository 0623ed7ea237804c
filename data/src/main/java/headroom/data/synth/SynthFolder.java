package headroom.data.synth;

import headroom.core.market.Bars;
import headroom.data.FileFailure;
import headroom.data.bars.BarWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes a made-up market as a data folder, with `truth.json` beside the bars.
///
/// The same settings give the same bytes. Loading the folder gives the series that were written.
public final class SynthFolder {

  /// The file with settings and true parameters.
  public static final String TRUTH = "truth.json";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private record Truth(SynthSettings settings, List<SynthTruth> instruments) {}

  private SynthFolder() {}

  /// Writes into a folder, which is made if it is missing; files of the same names are replaced.
  public static void write(SynthMarket market, Path folder) throws IOException {
    write(market, folder, () -> {});
  }

  /// Writes into a folder, and may be stopped between two files.
  ///
  /// @param beforeEach is run before each file; what it throws ends the writing
  public static void write(SynthMarket market, Path folder, Runnable beforeEach)
      throws IOException {
    for (Bars bars : market.series()) {
      beforeEach.run();
      Files.createDirectories(folder.resolve(bars.instrument().isStock() ? "stocks" : "crypto"));
      BarWriter.write(bars, folder.resolve(BarWriter.place(bars) + ".csv.gz"));
    }
    beforeEach.run();
    String truth = JSON.writeValueAsString(new Truth(market.settings(), market.truth()));
    Path file = folder.resolve(TRUTH);
    try {
      Files.writeString(file, truth.replace("\r\n", "\n") + "\n");
    } catch (IOException failed) {
      throw FileFailure.of(file, failed);
    }
  }
}
