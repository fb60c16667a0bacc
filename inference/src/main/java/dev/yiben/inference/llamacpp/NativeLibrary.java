package dev.yiben.inference.llamacpp;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the native library of the binding once for the process.
 *
 * <p>The binding's loader prints on standard output and, if it fails, the reason on standard error
 * only. Both are caught while its class is initialised, and nowhere else.
 */
final class NativeLibrary {
  /** Folder with a library of the user's own, such as one built for a graphics processor. */
  static final String OWN_LIBRARY = "de.kherud.llama.lib.path";

  private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);
  private static final String LOADED_CLASS = "de.kherud.llama.LlamaModel";
  private static final String TEMPORARY_FOLDER = "de.kherud.llama.tmpdir";

  /** Loads on first use; the outcome holds for the life of the process. */
  private static final class Holder {
    static final Optional<String> PROBLEM = load();
  }

  private NativeLibrary() {}

  /**
   * Makes the library ready.
   *
   * @throws InferenceException if it cannot be had on this machine; the message names the remedy
   */
  static void require() {
    if (Holder.PROBLEM.isPresent()) {
      throw new InferenceException(Category.BACKEND_PERMANENT, Holder.PROBLEM.get());
    }
  }

  private static Optional<String> load() {
    if (System.getProperty(OWN_LIBRARY) == null && lacksAvx2()) {
      return Optional.of(
          "The embedded llama.cpp needs a processor with AVX2, which this one lacks;"
              + " build libjllama for it and name its folder with -D"
              + OWN_LIBRARY);
    }
    try {
      if (System.getProperty(TEMPORARY_FOLDER) == null) {
        System.setProperty(TEMPORARY_FOLDER, NativeFolder.create().toString());
      }
    } catch (IOException e) {
      return Optional.of(
          "The native library cannot be unpacked to "
              + System.getProperty("java.io.tmpdir")
              + ": "
              + e.getMessage()
              + "; choose another folder with -Djava.io.tmpdir");
    }
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    PrintStream catching = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(catching);
    System.setErr(catching);
    try {
      Class.forName(LOADED_CLASS, true, NativeLibrary.class.getClassLoader());
      return Optional.empty();
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.of(problem(e, printed.toString(StandardCharsets.UTF_8)));
    } finally {
      System.setOut(out);
      System.setErr(err);
      LOG.debug("{}", printed.toString(StandardCharsets.UTF_8).strip());
    }
  }

  static String problem(Throwable fault, String printed) {
    String reason = printed + " " + fault.getMessage();
    if (reason.contains("libgomp")) {
      return "The embedded llama.cpp needs the OpenMP library libgomp.so.1: install it with"
          + " 'apt-get install libgomp1' (Debian, Ubuntu) or 'dnf install libgomp' (Fedora)";
    }
    String line = reason.lines().filter(text -> !text.isBlank()).findFirst().orElse("").strip();
    return "The native library of the embedded llama.cpp cannot be loaded (it is there for Linux"
        + " with glibc, macOS and Windows, on x86-64 and ARM64): "
        + line;
  }

  /** Whether this is known to be an x86-64 Linux machine whose processor lacks AVX2. */
  private static boolean lacksAvx2() {
    Path file = Path.of("/proc/cpuinfo");
    if (!System.getProperty("os.arch").equals("amd64") || !Files.isReadable(file)) {
      return false;
    }
    try {
      List<String> flags =
          Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
              .filter(line -> line.startsWith("flags"))
              .toList();
      return !flags.isEmpty() && flags.stream().noneMatch(line -> line.contains(" avx2"));
    } catch (IOException e) {
      LOG.debug("The processor's features are unknown", e);
      return false;
    }
  }
}
