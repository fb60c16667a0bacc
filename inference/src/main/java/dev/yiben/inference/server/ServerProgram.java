package dev.yiben.inference.server;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the executable {@code llama-server}. */
public final class ServerProgram {
  private static final String NAME = "llama-server";
  private static final String GET =
      "; get llama.cpp from https://github.com/ggml-org/llama.cpp/releases or a package manager"
          + " (brew, winget, nix: llama.cpp), and give the program's path with --llama-server";
  private static final Pattern VERSION = Pattern.compile("version: *(\\S[^\\r\\n]{0,80})");
  private static final int MOST_OUTPUT = 1 << 16;
  private static final int SECONDS_FOR_VERSION = 15;

  private ServerProgram() {}

  /**
   * Finds the program.
   *
   * @param chosen the path that the user gave
   * @param searchPath folders to look in otherwise, as in the variable PATH
   * @throws InferenceException if it is not there; the message says how to get it
   */
  public static Path find(Optional<Path> chosen, String searchPath) {
    if (chosen.isPresent()) {
      Path program = chosen.get();
      if (!Files.isRegularFile(program)) {
        throw missing(program + ": there is no such program" + GET);
      }
      if (!Files.isExecutable(program)) {
        throw missing(program + ": cannot be executed; make it executable with chmod +x");
      }
      return program.toAbsolutePath();
    }
    return Stream.of(searchPath.split(Pattern.quote(File.pathSeparator), -1))
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> Stream.of(folder + "/" + NAME, folder + "/" + NAME + ".exe"))
        .flatMap(name -> path(name).stream())
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst()
        .map(Path::toAbsolutePath)
        .orElseThrow(() -> missing("There is no " + NAME + " on the PATH" + GET));
  }

  private static Optional<Path> path(String name) {
    try {
      return Optional.of(Path.of(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static InferenceException missing(String message) {
    return new InferenceException(Category.USER, message);
  }

  /** Returns the version that a program tells, such as {@code 4916 (d9a1452)}; empty for none. */
  static String version(Path program) throws InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder(List.of(program.toString(), "--version"))
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new InferenceException(
          Category.USER, program + ": cannot be started: " + e.getMessage() + GET, e);
    }
    try (InputStream out = process.getInputStream()) {
      CompletableFuture<byte[]> output =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return out.readNBytes(MOST_OUTPUT);
                } catch (IOException e) {
                  return new byte[0];
                }
              });
      String text =
          new String(output.get(SECONDS_FOR_VERSION, TimeUnit.SECONDS), StandardCharsets.UTF_8);
      Matcher version = VERSION.matcher(text);
      return version.find() ? version.group(1).strip() : "";
    } catch (IOException | ExecutionException | TimeoutException e) {
      return "";
    } finally {
      process.destroyForcibly();
    }
  }
}
