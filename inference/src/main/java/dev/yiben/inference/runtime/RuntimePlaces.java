package dev.yiben.inference.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where others put llama.cpp.
 *
 * @param root the root of the file system
 */
record RuntimePlaces(Platform platform, Map<String, String> environment, Path root) {
  private static final List<String> PROGRAMS = List.of("llama-server", "llama-cli");
  private static final int DEPTH_OF_RELEASES = 3;
  private static final int MOST_FOLDERS = 200;

  /** Returns the folders to look into, the likeliest first. */
  List<Path> folders() {
    List<Path> folders = new ArrayList<>();
    for (Path folder : new SystemLibraries(platform, environment, root).listed("PATH")) {
      besidePrograms(folder, folders);
    }
    List<String> usual =
        switch (platform.os()) {
          case LINUX ->
              List.of(
                  "usr/local/lib",
                  "usr/local/lib64",
                  "usr/lib/" + platform.triplet(),
                  "usr/lib/" + platform.triplet() + "/llama.cpp",
                  "usr/lib64",
                  "usr/lib",
                  "home/linuxbrew/.linuxbrew/lib");
          case MAC -> List.of("opt/homebrew/lib", "usr/local/lib");
          case WINDOWS -> List.of();
        };
    usual.forEach(folder -> folders.add(root.resolve(folder)));
    return folders;
  }

  /** Adds where the libraries of the programs in a folder are: an unpacked release on the PATH. */
  private void besidePrograms(Path folder, List<Path> folders) {
    for (String program : PROGRAMS) {
      Path file = folder.resolve(platform.os() == Platform.Os.WINDOWS ? program + ".exe" : program);
      try {
        if (Files.isRegularFile(file)) {
          Path home = file.toRealPath().getParent();
          folders.add(home);
          folders.add(home.resolveSibling("lib"));
        }
      } catch (IOException e) {
        // A link that leads nowhere is no program.
      }
    }
  }

  /**
   * Returns a folder and those in it, the upper ones first, since releases have their libraries one
   * or two folders below ({@code build/bin}).
   */
  static List<Path> withFoldersBelow(Path folder) {
    List<Path> folders = new ArrayList<>();
    Deque<Path> open = new ArrayDeque<>(List.of(folder));
    while (!open.isEmpty() && folders.size() < MOST_FOLDERS) {
      Path next = open.remove();
      folders.add(next);
      if (folder.relativize(next).getNameCount() < DEPTH_OF_RELEASES || next.equals(folder)) {
        try (Stream<Path> children = Files.list(next)) {
          children.filter(Files::isDirectory).limit(MOST_FOLDERS).sorted().forEach(open::add);
        } catch (IOException e) {
          // What cannot be read holds nothing that could be loaded.
        }
      }
    }
    return folders;
  }
}
