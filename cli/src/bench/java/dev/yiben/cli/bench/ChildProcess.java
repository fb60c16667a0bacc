package dev.yiben.cli.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a class in a Java process of its own, as a model's memory is given back only with the end of
 * its process. The class prints what it measured as lines {@code RESULT key value…}.
 */
final class ChildProcess {
  private static final String RESULT = "RESULT ";

  private ChildProcess() {}

  /** Prints a result for the parent. */
  static void tell(String key, List<Double> values) {
    StringBuilder line = new StringBuilder(RESULT).append(key);
    values.forEach(value -> line.append(' ').append(value));
    System.out.println(line);
  }

  /** Starts the class and does not wait for its end. */
  static Process start(Class<?> main) throws IOException {
    return new ProcessBuilder(command(main)).start();
  }

  /** Runs the class and returns its results by key. */
  static Map<String, List<Double>> run(Class<?> main, Object... arguments)
      throws IOException, InterruptedException {
    List<String> command = command(main, arguments);
    Path log = Path.of(String.valueOf(arguments[0])).resolve("child.log");
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.to(log.toFile())).start();
    process.getOutputStream().close();
    Map<String, List<Double>> results = new LinkedHashMap<>();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(main.getSimpleName() + " failed, see " + log);
    }
    output
        .lines()
        .filter(line -> line.startsWith(RESULT))
        .forEach(
            line -> {
              List<String> words = List.of(line.substring(RESULT.length()).split(" "));
              results.put(
                  words.get(0),
                  words.subList(1, words.size()).stream().map(Double::valueOf).toList());
            });
    return results;
  }

  private static List<String> command(Class<?> main, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // As the launcher starts it.
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    for (Object argument : arguments) {
      command.add(String.valueOf(argument));
    }
    return command;
  }
}
