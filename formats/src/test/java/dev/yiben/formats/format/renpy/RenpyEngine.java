package dev.yiben.formats.format.renpy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs the real engine, as Debian packages it, on copies of games.
 *
 * <p>Tests that use it skip themselves where a package is not installed.
 */
public final class RenpyEngine {
  private static final Path INSTALLED = Path.of("/usr/share/games/renpy");
  private static final Path PYTHON = Path.of("/usr/bin/python3");
  private static final long MINUTES_TO_END = 2;

  private final Path folder;

  private RenpyEngine(Path folder) {
    this.folder = folder;
  }

  /**
   * What a run of the engine came to.
   *
   * @param code exit code
   * @param output all that it printed
   */
  public record Run(int code, String output) {
    /** Returns what lint complains of, a line each; what it prints of an exception is that too. */
    public List<String> complaints() {
      int statistics = output.indexOf("\nStatistics:");
      String complaints = statistics < 0 ? output : output.substring(0, statistics);
      return Stream.of(complaints.split("\n\n"))
          .map(complaint -> complaint.replace("\n", " ").strip())
          .filter(complaint -> !complaint.isEmpty() && !complaint.contains(" lint report, "))
          .toList();
    }
  }

  /**
   * Returns the engine, or skips the test where it is not installed.
   *
   * @param folder an empty folder for what it writes
   */
  public static RenpyEngine inFolder(Path folder) {
    assumeTrue(Files.exists(INSTALLED.resolve("renpy.py")), "package renpy is not installed");
    return new RenpyEngine(folder);
  }

  /** Returns a copy of The Question to work on, or skips the test where it is not installed. */
  public static Path theQuestion(Path copy) {
    return installed("the_question", "renpy-thequestion", copy);
  }

  /** Returns a copy of the Tutorial to work on, or skips the test where it is not installed. */
  public static Path tutorial(Path copy) {
    return installed("demo", "renpy-demo", copy);
  }

  private static Path installed(String game, String debianPackage, Path copy) {
    Path original = INSTALLED.resolve(game);
    assumeTrue(
        Files.isDirectory(original.resolve("game")),
        "package " + debianPackage + " is not installed");
    return copy(original, copy);
  }

  /**
   * Puts the engine's own scripts beside a game, where a game that is given to players has them.
   */
  public static void addLibrary(Path game) {
    copy(INSTALLED.resolve("renpy/common"), game.resolve("renpy/common"));
  }

  /** Copies a game, without the engine's caches, and returns the copy. */
  public static Path copy(Path game, Path copy) {
    try (Stream<Path> all = Files.walk(game)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        Path target = copy.resolve(game.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else if (!path.getParent().endsWith("game/cache")) {
          Files.copy(path, target);
        }
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the engine's own check of a game. */
  public Run lint(Path game) {
    return run(game, "lint");
  }

  /**
   * Has the engine write or complete {@code tl/LANGUAGE} of a game.
   *
   * @param options such as {@code --empty}, {@code --no-todo} or {@code --strings-only}
   */
  public Run translate(Path game, String language, String... options) {
    List<String> command = new ArrayList<>(List.of("translate", language));
    command.addAll(List.of(options));
    return run(game, command.toArray(String[]::new));
  }

  /** Returns what the engine counts as missing in {@code tl/LANGUAGE}, in its own words. */
  public String missing(Path game, String language) {
    return translate(game, language, "--count").output().strip();
  }

  /**
   * Plays a game from its start by itself and returns pictures of it, in order; skips the test
   * where there is no display to play it on.
   *
   * @param game a copy, to which a script is added
   * @param language name of the folder in {@code tl/}
   * @param most how many lines or menus to stop at
   */
  public List<Path> photographs(Path game, String language, int most) {
    Path display = Path.of("/usr/bin/xvfb-run");
    assumeTrue(Files.exists(display), "package xvfb is not installed");
    Path photos = folder.resolve("photos");
    try {
      Files.createDirectories(photos);
      resource("photographer.rpy", game.resolve("game/photographer.rpy"));
      Run run =
          end(
              List.of(display + "", "-a", "-s", "-screen 0 1280x800x24"),
              Map.of(
                  "LIBGL_ALWAYS_SOFTWARE",
                  "1",
                  "PHOTOS",
                  photos.toString(),
                  "PHOTOS_MOST",
                  String.valueOf(most),
                  "PHOTOS_LANGUAGE",
                  language),
              game);
      try (Stream<Path> taken = Files.list(photos)) {
        List<Path> sorted = taken.sorted().toList();
        if (run.code() != 0 || sorted.size() != most) {
          throw new AssertionError("The game did not play: " + run);
        }
        return sorted;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs any command of the engine without a display. */
  public Run run(Path game, String... command) {
    return end(List.of(), Map.of("SDL_VIDEODRIVER", "dummy"), game, command);
  }

  private Run end(
      List<String> wrapper, Map<String, String> variables, Path game, String... command) {
    try {
      Path start = resource("start.py", folder.resolve("start.py"));
      Path output = folder.resolve("engine.txt");
      List<String> line = new ArrayList<>(wrapper);
      line.addAll(
          List.of(PYTHON.toString(), start.toString(), INSTALLED.toString(), game.toString()));
      line.addAll(List.of(command));
      ProcessBuilder builder =
          new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().put("SDL_AUDIODRIVER", "dummy");
      builder.environment().put("PYTHONIOENCODING", "utf-8");
      // It keeps saved games there.
      builder.environment().put("HOME", folder.toString());
      builder.environment().putAll(variables);
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(MINUTES_TO_END, TimeUnit.MINUTES)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new AssertionError("The engine did not end: " + Files.readString(output));
      }
      return new Run(process.exitValue(), Files.readString(output).replace("\uFEFF", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while waiting for the engine", e);
    }
  }

  private static Path resource(String name, Path target) throws IOException {
    try (InputStream in = RenpyEngine.class.getResourceAsStream(name)) {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
      return target;
    }
  }
}
