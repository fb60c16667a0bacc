package dev.yiben.inference.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * A program {@code npm} in a folder of its own that does what the test says.
 *
 * @param folder of the program, what it hands out, and {@code calls.txt}
 */
record StandInNpm(Path folder) {
  /** Creates one that hands out archives by their packages. */
  static StandInNpm serving(Path folder, RuntimePackage one, byte[]... archives) {
    StandInNpm npm = new StandInNpm(folder);
    try {
      Files.createDirectories(folder);
      for (int i = 0; i < archives.length; i++) {
        Files.write(folder.resolve(one.parts().get(i).name().replaceAll(".*/", "")), archives[i]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return npm.running(
        "for last; do :; done",
        "name=${last##*/}",
        "cp '" + folder + "'/\"${name%@*}\" ./fetched.tgz",
        "echo fetched.tgz");
  }

  /** Creates one that runs these lines of a shell. */
  StandInNpm running(String... lines) {
    try {
      Files.createDirectories(folder);
      Path program =
          Files.writeString(
              folder.resolve("npm"),
              "#!/bin/sh\necho \"$@\" >>'"
                  + folder
                  + "'/calls.txt\n"
                  + String.join("\n", lines)
                  + "\n");
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Returns the arguments of each run. */
  List<String> calls() {
    Path calls = folder.resolve("calls.txt");
    try {
      return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the variables that make it found. */
  Map<String, String> environment() {
    return Map.of("PATH", folder.toString());
  }
}
