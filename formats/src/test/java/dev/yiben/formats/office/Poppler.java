package dev.yiben.formats.office;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at PDF files with the programs of poppler.
 *
 * <p>Tests that use it skip themselves where it is not installed.
 */
public final class Poppler {
  private static final Path PROGRAMS = Path.of("/usr/bin");
  private static final Pattern PAGES = Pattern.compile("(?m)^Pages: +([0-9]+)$");
  private static final int DOTS_PER_INCH = 72;

  private Poppler() {}

  /** Returns how many pages there are. */
  public static int pages(Path pdf) {
    String information = run("pdfinfo", pdf.toString());
    Matcher pages = PAGES.matcher(information);
    if (!pages.find()) {
      throw new AssertionError("No number of pages: " + information);
    }
    return Integer.parseInt(pages.group(1));
  }

  /** Returns the text of all pages. */
  public static String text(Path pdf) {
    return run("pdftotext", "-layout", pdf.toString(), "-");
  }

  /** Returns how many pictures there are on all pages, each as often as it is shown. */
  public static long pictures(Path pdf) {
    // Two lines of headings come first; a mask is part of the picture before it.
    return run("pdfimages", "-list", pdf.toString())
        .lines()
        .skip(2)
        .filter(line -> line.contains(" image "))
        .count();
  }

  /** Writes a page as a picture, at a dot for each point, and returns its file. */
  public static Path photograph(Path pdf, int page, Path folder) {
    String name = pdf.getFileName().toString().replaceFirst("\\.[^.]*$", "") + "-" + page;
    run(
        "pdftoppm",
        "-png",
        "-singlefile",
        "-r",
        String.valueOf(DOTS_PER_INCH),
        "-f",
        String.valueOf(page),
        "-l",
        String.valueOf(page),
        pdf.toString(),
        folder.resolve(name).toString());
    return folder.resolve(name + ".png");
  }

  private static String run(String program, String... arguments) {
    Path path = PROGRAMS.resolve(program);
    assumeTrue(Files.exists(path), "package poppler-utils is not installed");
    List<String> command = new ArrayList<>(List.of(path.toString()));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(String.join(" ", command) + ": " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while waiting for " + program, e);
    }
  }
}
