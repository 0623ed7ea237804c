package headroom.data.bars;

import headroom.core.market.AssetClass;
import headroom.core.market.InstrumentId;
import headroom.data.columnar.Columnar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a data folder holds.
///
/// @param files files of bars, by name
/// @param problems files of bars whose name says no instrument
/// @param leftAlone everything else worth a word
record FolderListing(List<FoundFile> files, List<Problem> problems, List<LeftAlone> leftAlone) {

  private static final List<String> ENDINGS = List.of(".csv.gz", ".csv", Columnar.ENDING);

  /// @param extended whether bars of stocks before and after the core session are wanted
  /// @throws BadDataException if there is no folder or nothing in it to read
  static FolderListing of(Path folder, InstrumentsFile instruments, boolean extended) {
    FolderListing listing =
        new FolderListing(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<Path> found = entries(folder);
    for (Path entry : found) {
      String name = name(entry);
      boolean isExtended = name.toLowerCase(Locale.ROOT).equals(StockHours.FOLDER);
      @Nullable AssetClass assetClass =
          isExtended && extended ? AssetClass.STOCK : classOf(name + "/");
      if (!Files.isDirectory(entry)) {
        listing.meetLooseFile(name);
      } else if (assetClass == null) {
        listing.leftAlone.add(
            new LeftAlone(
                name + "/",
                isExtended
                    ? "it is read with extended-hours: on"
                    : "only crypto/ and stocks/ are read"));
      } else {
        entries(entry)
            .forEach(file -> listing.meetFile(file, name, assetClass, isExtended, instruments));
      }
    }
    if (listing.files.isEmpty() && listing.problems.isEmpty()) {
      throw new BadDataException(
          folder.toString(),
          "data folder must have crypto/SYMBOL.csv or stocks/SYMBOL.csv, also with .gz, or .parquet, had "
              + (found.isEmpty() ? "nothing" : found.stream().map(FolderListing::name).toList()));
    }
    return listing;
  }

  /// The class whose folder has a name; null if none has.
  static @Nullable AssetClass classOf(String folder) {
    return switch (folder.toLowerCase(Locale.ROOT)) {
      case "crypto/" -> AssetClass.CRYPTO;
      case "stocks/" -> AssetClass.STOCK;
      default -> null;
    };
  }

  /// The entries of a folder that are not hidden, by name.
  private static List<Path> entries(Path folder) {
    if (!Files.isDirectory(folder)) {
      String was = Files.exists(folder) ? "was a file" : "was missing";
      throw new BadDataException(folder.toString(), "data folder must exist, " + was);
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !name(entry).startsWith("."))
          .sorted((a, b) -> name(a).compareTo(name(b)))
          .toList();
    } catch (IOException unreadable) {
      throw new BadDataException(
          folder.toString(), "data folder must be readable, was not: " + unreadable);
    }
  }

  private void meetLooseFile(String name) {
    if (stem(name) != null) {
      leftAlone.add(new LeftAlone(name, "bars must be in crypto/ or stocks/"));
    }
  }

  private void meetFile(
      Path file,
      String folder,
      AssetClass assetClass,
      boolean extended,
      InstrumentsFile instruments) {
    String name = folder + "/" + name(file);
    @Nullable String stem = stem(name(file));
    if (stem == null || Files.isDirectory(file)) {
      String reason = "only .csv, .csv.gz and .parquet are read";
      leftAlone.add(new LeftAlone(Files.isDirectory(file) ? name + "/" : name, reason));
      return;
    }
    try {
      @Nullable InstrumentId alias = instruments.aliased(stem);
      InstrumentId id = alias != null ? alias : CanonicalName.of(assetClass, stem);
      InstrumentsFile.@Nullable Entry entry = instruments.entry(id);
      if (entry != null && entry.assetClass() != null && entry.assetClass() != assetClass) {
        throw new IllegalArgumentException(
            "%s must be in the folder of its class in %s, %s, was in %s/"
                .formatted(id, InstrumentsFile.NAME, entry.assetClass().word(), folder));
      }
      if (entry != null
          && Boolean.TRUE.equals(entry.shortable())
          && assetClass == AssetClass.CRYPTO) {
        throw new IllegalArgumentException(
            "%s must not be shortable in %s as crypto, was".formatted(id, InstrumentsFile.NAME));
      }
      files.add(new FoundFile(file, name, stem.toUpperCase(Locale.ROOT), assetClass, extended, id));
    } catch (IllegalArgumentException nameless) {
      problems.add(Problem.ofFile(name, String.valueOf(nameless.getMessage())));
    }
  }

  private static @Nullable String stem(String name) {
    for (String ending : ENDINGS) {
      if (name.toLowerCase(Locale.ROOT).endsWith(ending)) {
        return name.substring(0, name.length() - ending.length());
      }
    }
    return null;
  }

  private static String name(Path path) {
    Path last = path.getFileName();
    return last == null ? path.toString() : last.toString();
  }
}
