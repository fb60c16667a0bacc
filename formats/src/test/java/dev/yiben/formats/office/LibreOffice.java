package dev.yiben.formats.office;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Converts documents with LibreOffice, as Debian packages it, to see whether it can open them and
 * what they look like.
 *
 * <p>Tests that use it skip themselves where it is not installed.
 */
public final class LibreOffice {
  private static final Path PROGRAM = Path.of("/usr/bin/soffice");
  private static final Path MODULES = Path.of("/usr/lib/libreoffice/program");
  private static final long SECONDS_TO_START = 60;
  private static final long SECONDS_EACH = 10;

  private final Path folder;
  private int calls;

  private LibreOffice(Path folder) {
    this.folder = folder;
  }

  /**
   * Returns LibreOffice with a profile of its own, or skips the test where it is not installed.
   *
   * @param folder an empty folder for what it writes
   */
  public static LibreOffice inFolder(Path folder) {
    assumeTrue(Files.exists(PROGRAM), "packages libreoffice-*-nogui are not installed");
    // Without them the program is there, and silently converts nothing.
    Map.of("writer", "libswlo.so", "calc", "libsclo.so", "impress", "libsdlo.so")
        .forEach(
            (part, library) ->
                assumeTrue(
                    Files.exists(MODULES.resolve(library)),
                    "package libreoffice-" + part + "-nogui is not installed"));
    return new LibreOffice(folder);
  }

  /**
   * Converts a document.
   *
   * @param extension of what to make of it, such as {@code pdf} or {@code docx}
   */
  public Path convert(Path document, String extension) {
    Path converted = convert(List.of(document), extension).get(document);
    if (converted == null) {
      throw new AssertionError("LibreOffice cannot convert " + document + ": " + lastOutput());
    }
    return converted;
  }

  /**
   * Converts documents and returns what came of each; those that it cannot open are missing.
   *
   * @param documents files of different names, even without their extensions
   * @param extension of what to make of them, such as {@code pdf} or {@code docx}
   */
  public Map<Path, Path> convert(List<Path> documents, String extension) {
    Path target = folder.resolve("converted-" + ++calls);
    run(documents, extension, target);
    Map<Path, Path> converted = new LinkedHashMap<>();
    for (Path document : documents) {
      Path result = target.resolve(converted(document, extension));
      if (!Files.exists(result) && documents.size() > 1) {
        // One on which it crashes takes those behind it along.
        run(List.of(document), extension, target);
      }
      if (Files.exists(result)) {
        converted.put(document, result);
      }
    }
    return converted;
  }

  private static String converted(Path document, String extension) {
    return document.getFileName().toString().replaceFirst("\\.[^.]*$", "") + "." + extension;
  }

  private void run(List<Path> documents, String extension, Path target) {
    List<String> command =
        new ArrayList<>(
            List.of(
                PROGRAM.toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                extension,
                "--outdir",
                target.toString()));
    documents.forEach(document -> command.add(document.toAbsolutePath().toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output().toFile());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      long seconds = SECONDS_TO_START + SECONDS_EACH * documents.size();
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while waiting for LibreOffice", e);
    }
  }

  private Path output() {
    return folder.resolve("libreoffice.txt");
  }

  private String lastOutput() {
    try {
      return Files.readString(output());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
