package dev.yiben.inference.runtime;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The user's own npm, with the registry, proxy and cache that it is set to.
 *
 * @param program its path
 */
record NpmClient(Path program) {
  private static final String MISSING =
      "npm is needed to fetch the libraries, and is not on the PATH: install Node.js (such as with"
          + " 'apt install npm', 'brew install node', or from https://nodejs.org), or give the folder"
          + " of an unpacked release of llama.cpp"
          + " (https://github.com/ggml-org/llama.cpp/releases) with --from";
  private static final Pattern CODE = Pattern.compile("npm (?:error|ERR!) code (E\\w{1,40})");
  private static final Pattern ERROR = Pattern.compile("npm (?:error|ERR!) (?!code )(\\S.{0,200})");
  private static final Set<String> WITHOUT_NET =
      Set.of(
          "ENOTFOUND",
          "EAI_AGAIN",
          "ECONNREFUSED",
          "ECONNRESET",
          "ETIMEDOUT",
          "ENETUNREACH",
          "EHOSTUNREACH",
          "ENOTCACHED");
  private static final int MOST_OUTPUT = 1 << 16;

  /**
   * Finds npm.
   *
   * @throws InferenceException if it is not there; the message says how to get it
   */
  static NpmClient find(Platform platform, Map<String, String> environment) {
    // The file npm without extension is a shell script there.
    String name = platform.os() == Platform.Os.WINDOWS ? "npm.cmd" : "npm";
    return new SystemLibraries(platform, environment, Path.of("/"))
        .listed("PATH").stream()
            .map(folder -> folder.resolve(name))
            .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
            .findFirst()
            .map(file -> new NpmClient(file.toAbsolutePath()))
            .orElseThrow(() -> new InferenceException(Category.USER, MISSING));
  }

  /**
   * Fetches the archive of a package.
   *
   * @param folder an empty folder that it is put into
   * @return the archive
   * @throws InferenceException if it cannot be had
   * @throws InterruptedException if interrupted; npm has then ended
   */
  Path pack(RuntimePackage.Part part, Path folder) throws InterruptedException {
    try {
      Path output = Files.createTempFile(folder, "npm", ".txt");
      // In this folder no project's settings lead npm to another registry.
      Process process =
          new ProcessBuilder(
                  program.toString(),
                  "pack",
                  "--ignore-scripts",
                  "--prefer-offline",
                  "--loglevel=error",
                  part.specification())
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      process.getOutputStream().close();
      int code = end(process);
      Optional<Path> archive = archive(folder);
      if (code != 0 || archive.isEmpty()) {
        throw failure(part, code, read(output));
      }
      return archive.get();
    } catch (IOException e) {
      throw new InferenceException(
          Category.USER, program + ": npm cannot be run: " + e.getMessage(), e);
    }
  }

  private static int end(Process process) throws InterruptedException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().onExit().join();
      throw e;
    }
  }

  private static Optional<Path> archive(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".tgz")).findFirst();
    }
  }

  private static String read(Path output) throws IOException {
    try (InputStream in = Files.newInputStream(output)) {
      return new String(in.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
    }
  }

  private static InferenceException failure(RuntimePackage.Part part, int code, String output) {
    String what = "npm cannot fetch " + part.specification();
    Matcher named = CODE.matcher(output);
    String fault = named.find() ? named.group(1) : "";
    if (WITHOUT_NET.contains(fault)) {
      return new InferenceException(
          Category.BACKEND_TRANSIENT,
          what
              + ": its registry cannot be reached ("
              + fault
              + "); try again with a network, and look at its proxy and registry with 'npm config"
              + " list'");
    }
    if (fault.equals("E404") || fault.equals("ETARGET")) {
      return new InferenceException(
          Category.BACKEND_PERMANENT,
          what
              + ": its registry does not have it ("
              + fault
              + "); 'npm config get registry' says which it is");
    }
    Matcher error = ERROR.matcher(output);
    String reason = error.find() ? error.group(1).strip() : "it ended with " + code;
    return new InferenceException(
        Category.BACKEND_PERMANENT, what + ": " + (fault.isEmpty() ? "" : fault + ", ") + reason);
  }
}
