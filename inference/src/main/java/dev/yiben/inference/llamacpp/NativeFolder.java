package dev.yiben.inference.llamacpp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A temporary folder of this process for the unpacked native library.
 *
 * <p>It is removed when the process ends, and otherwise (a killed process, or Windows, which keeps
 * a loaded library) by the next process that makes one.
 */
final class NativeFolder {
  private static final Logger LOG = LoggerFactory.getLogger(NativeFolder.class);
  private static final String PREFIX = "yiben-native-";
  private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})-\\d+");

  private NativeFolder() {}

  static Path create() throws IOException {
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    removeStale(parent);
    Path folder = Files.createTempDirectory(parent, PREFIX + ProcessHandle.current().pid() + "-");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder), "native-folder"));
    return folder;
  }

  /** Removes the folders of processes that have ended. */
  static void removeStale(Path parent) {
    try (Stream<Path> entries = Files.list(parent)) {
      entries.filter(NativeFolder::isStale).forEach(NativeFolder::remove);
    } catch (IOException e) {
      LOG.debug("Folders of ended processes are left", e);
    }
  }

  private static boolean isStale(Path folder) {
    Matcher name = NAME.matcher(String.valueOf(folder.getFileName()));
    if (!name.matches() || !Files.isDirectory(folder)) {
      return false;
    }
    Optional<ProcessHandle> owner = ProcessHandle.of(Long.parseLong(name.group(1)));
    return owner.isEmpty() || !owner.get().isAlive();
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      for (Path file : all) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      LOG.debug("The folder of a native library is left", e);
    }
  }
}
