package headroom.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A folder that a command writes whole or not at all, in place of nothing but an earlier one of
/// its kind.
final class OutputFolder {
  private final String option;
  private final String kind;
  private final Pattern ours;
  private final Path folder;

  /// @param option what asked for the folder, for people
  /// @param kind what it may hold already, for people: `result`
  /// @param ours the names in such a folder, with `/` between folders and at the end of one
  OutputFolder(String option, String kind, Pattern ours, Path folder) {
    this.option = option;
    this.kind = kind;
    this.ours = ours;
    this.folder = folder;
  }

  /// Puts the files of a folder into it.
  @FunctionalInterface
  interface Content {
    void writeTo(Path folder) throws IOException;
  }

  /// Makes something and puts files into a folder meanwhile.
  @FunctionalInterface
  interface Making<T> {
    T writingTo(Path folder) throws IOException;
  }

  /// Refuses a place that cannot be written or holds anything else, before the work is done.
  ///
  /// @throws IllegalArgumentException if it cannot be used
  void require() throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "%s must be a folder, was the file %s".formatted(option, folder));
    }
    Places.requireRoomFor(option, folder);
    requireOurs(target(), folder);
    requireOurs(unfinished(), unfinished());
  }

  /// @param shown the same for people, as they wrote it
  private void requireOurs(Path root, Path shown) throws IOException {
    for (Path file : files(root)) {
      String name = root.relativize(file).toString().replace('\\', '/');
      String whole = Files.isDirectory(file) ? name + "/" : name;
      if (!file.equals(root) && !ours.matcher(whole).matches()) {
        throw new IllegalArgumentException(
            "%s must be a new folder or one with an earlier %s, held %s"
                .formatted(option, kind, shown.resolve(name)));
      }
    }
  }

  /// Writes beside the place and moves it there at the end. If that fails, nothing has changed.
  void write(Content content) throws IOException {
    make(folder -> {
      content.writeTo(folder);
      return folder;
    });
  }

  /// Likewise, for what is made while it is written.
  <T> T make(Making<T> making) throws IOException {
    Path target = target();
    Path unfinished = unfinished();
    delete(unfinished);
    Files.createDirectories(unfinished);
    try {
      T made = making.writingTo(unfinished);
      if (Files.exists(target)) {
        exchange(unfinished, target);
      } else {
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      }
      return made;
    } finally {
      delete(unfinished);
    }
  }

  /// Moves what is new in place of what was there. The folder itself stays: it may be a mount
  /// point, or the one in which the shell is.
  private void exchange(Path from, Path to) throws IOException {
    requireOurs(to, folder);
    for (Path old : files(to).reversed()) {
      if (!old.equals(to)) {
        Files.delete(old);
      }
    }
    try (Stream<Path> all = Files.list(from)) {
      for (Path one : all.toList()) {
        Files.move(one, to.resolve(from.relativize(one)), StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  /// Where it is.
  Path path() {
    return folder.toAbsolutePath().normalize();
  }

  /// The folder as it was asked for.
  @Override
  public String toString() {
    return folder.toString();
  }

  /// Where a link leads, not the link.
  private Path target() throws IOException {
    return Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath().normalize();
  }

  private Path unfinished() throws IOException {
    return target().resolveSibling(target().getFileName() + ".unfinished");
  }

  /// Deletes an earlier one; anything else in its place is left alone.
  private void delete(Path root) throws IOException {
    requireOurs(root, root);
    for (Path file : files(root).reversed()) {
      Files.delete(file);
    }
  }

  /// A folder and all that is in it, folders before what they hold.
  private static List<Path> files(Path root) throws IOException {
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(root)) {
      return all.sorted(Comparator.naturalOrder()).toList();
    }
  }
}
