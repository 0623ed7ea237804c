package headroom.data.bars;

import headroom.core.market.Bars;
import headroom.data.calendar.ExchangeCalendar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Loads the bars of a data folder.
///
/// The folder holds `{crypto,stocks}/SYMBOL.csv[.gz]` with the header
/// `timestamp,open,high,low,close,volume`, times in ISO-8601 UTC at the open of the bar, and if
/// wanted `instruments.yaml`. With [StockHours#EXTENDED] also `stocks-extended/`, joined to
/// `stocks/`. Files are read by several threads; the result does not depend on how many.
public final class BarFolder {

  private BarFolder() {}

  /// Everything usable that was asked for, with a report of the rest. The whole of each file is
  /// loaded, since what a run may look back on lies before its first day.
  ///
  /// @throws BadDataException if the folder is missing or empty, `instruments.yaml` has mistakes, a
  ///   symbol is unknown, two files hold one instrument, `stocks-extended/` contradicts `stocks/`,
  ///   or no file is usable
  public static Loaded load(LoadRequest request) {
    InstrumentsFile instruments = InstrumentsFile.in(request.folder());
    boolean extended = request.stockHours() == StockHours.EXTENDED;
    FolderListing listing = FolderListing.of(request.folder(), instruments, extended);
    List<FoundFile> files =
        Selection.of(request.folder(), listing.files(), request.symbols(), instruments);
    requireOneFileEach(files);
    List<BarFile.Read> results = readAll(files, instruments, request);
    return collect(request, listing, extended ? ExtendedFiles.join(results) : results);
  }

  private static void requireOneFileEach(List<FoundFile> files) {
    Map<String, FoundFile> firsts = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    for (FoundFile file : files) {
      // A stock may have one beside it, to be joined to it.
      String key = file.id().value() + (file.extended() ? " extended" : "");
      FoundFile first = firsts.putIfAbsent(key, file);
      if (first != null) {
        problems.add(
            Problem.ofFile(
                file.name(),
                "%s must be in one file, was in %s too".formatted(file.id(), first.name())));
      }
    }
    if (!problems.isEmpty()) {
      throw new BadDataException(problems);
    }
  }

  private static List<BarFile.Read> readAll(
      List<FoundFile> files, InstrumentsFile instruments, LoadRequest request) {
    ExchangeCalendar calendar = ExchangeCalendar.nyse();
    Counter counter = new Counter(request.progress(), files.size());
    // The largest first, so that no thread is left alone with one at the end.
    List<FoundFile> bySize =
        files.stream().sorted(Comparator.comparingLong(BarFolder::size).reversed()).toList();
    Map<String, Future<BarFile.Read>> reading = new TreeMap<>();
    int threads = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), files.size()));
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (FoundFile file : bySize) {
        Callable<BarFile.Read> task =
            () -> {
              BarFile.Read read =
                  BarFile.read(file, instruments.entry(file.id()), request.stockHours(), calendar);
              counter.fileDone();
              return read;
            };
        reading.put(file.name(), pool.submit(task));
      }
      List<BarFile.Read> results = new ArrayList<>();
      for (Future<BarFile.Read> future : reading.values()) {
        results.add(result(future, pool));
      }
      return results;
    }
  }

  private static BarFile.Read result(Future<BarFile.Read> future, ExecutorService pool) {
    try {
      return future.get();
    } catch (InterruptedException interrupted) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("loading must not be interrupted, was", interrupted);
    } catch (ExecutionException failed) {
      pool.shutdownNow();
      throw new IllegalStateException(
          "reading must end in bars or problems, ended in " + failed.getCause(), failed);
    }
  }

  private static Loaded collect(
      LoadRequest request, FolderListing listing, List<BarFile.Read> results) {
    List<Bars> series = new ArrayList<>();
    List<FileReport> reports = new ArrayList<>();
    List<Problem> problems = new ArrayList<>(listing.problems());
    List<BadFile> badFiles = new ArrayList<>();
    listing.problems().forEach(problem -> badFiles.add(new BadFile(problem.place(), 0)));
    for (BarFile.Read read : results) {
      if (read.bars() != null && read.report() != null) {
        series.add(read.bars());
        reports.add(read.report());
      }
      if (read.badFile() != null) {
        badFiles.add(read.badFile());
      }
      problems.addAll(read.problems());
    }
    problems.sort(Comparator.comparing(Problem::place).thenComparingLong(Problem::line));
    if (series.isEmpty()) {
      problems.add(
          Problem.ofFile(
              request.folder().toString(), "data folder must have a usable file, had none"));
      throw new BadDataException(problems);
    }
    series.sort(Comparator.comparing(Bars::id));
    reports.sort(Comparator.comparing(FileReport::id));
    badFiles.sort(Comparator.comparing(BadFile::file));
    return new Loaded(series, new LoadReport(reports, badFiles, problems, listing.leftAlone()));
  }

  private static long size(FoundFile file) {
    return file.path().toFile().length();
  }

  /// Counts files for a listener, one thread at a time.
  private static final class Counter {
    private final LoadProgress progress;
    private final int total;
    private int done;

    Counter(LoadProgress progress, int total) {
      this.progress = progress;
      this.total = total;
    }

    synchronized void fileDone() {
      progress.filesDone(++done, total);
    }
  }
}
