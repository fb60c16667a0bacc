package dev.yiben.inference.runtime;

import java.util.Locale;

/**
 * The system and the processor that libraries are for.
 *
 * @param architecture {@code x64} or {@code arm64}, else as Java calls it
 */
public record Platform(Os os, String architecture) {
  /** An operating system. */
  public enum Os {
    LINUX("so"),
    MAC("dylib"),
    WINDOWS("dll");

    private final String extension;

    Os(String extension) {
      this.extension = extension;
    }

    /** Returns what the names of shared libraries end with, without the dot. */
    String extension() {
      return extension;
    }
  }

  /** Returns that of this process. */
  public static Platform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  /** Returns that of Java's names; of a system that is none of these, it is like Linux. */
  static Platform of(String system, String processor) {
    String name = system.toLowerCase(Locale.ROOT);
    Os os =
        name.startsWith("windows")
            ? Os.WINDOWS
            : name.startsWith("mac") || name.startsWith("darwin") ? Os.MAC : Os.LINUX;
    String architecture =
        switch (processor.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x64";
          case "aarch64", "arm64" -> "arm64";
          default -> processor;
        };
    return new Platform(os, architecture);
  }

  /** Returns what folders of Debian's libraries are called by, such as {@code x86_64-linux-gnu}. */
  String triplet() {
    return switch (architecture) {
          case "x64" -> "x86_64";
          case "arm64" -> "aarch64";
          default -> architecture;
        }
        + "-linux-gnu";
  }
}
