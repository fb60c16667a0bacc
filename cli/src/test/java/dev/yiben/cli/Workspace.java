package dev.yiben.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder with a user's home beside it, where the command runs in this process. */
final class Workspace {
  private final Path folder;
  private final Map<String, String> variables = new LinkedHashMap<>();
  private String input = "";
  private int columns;

  /** Creates a workspace in an empty folder. */
  Workspace(Path root) {
    folder = root.resolve("work");
    Path home = root.resolve("home");
    try {
      Files.createDirectories(folder);
      Files.createDirectories(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    variables.put("HOME", home.toString());
    variables.put("XDG_STATE_HOME", home.resolve("state").toString());
    variables.put("XDG_CONFIG_HOME", home.resolve("config").toString());
    variables.put("XDG_DATA_HOME", home.resolve("data").toString());
  }

  Path path(String relative) {
    return folder.resolve(relative);
  }

  Path home(String relative) {
    return Path.of(variables.get("HOME")).resolve(relative);
  }

  /** Writes a file, with its folders. */
  Path write(String relative, String content) {
    return write(path(relative), content);
  }

  /** Writes the user's configuration file. */
  Path writeUserConfig(String content) {
    return write(home("config/yiben/config.yaml"), content);
  }

  /** Writes subtitles with one cue for each text. */
  Path writeSubtitles(String relative, String... cues) {
    StringBuilder content = new StringBuilder();
    for (int i = 0; i < cues.length; i++) {
      content
          .append(i + 1)
          .append(String.format("\n00:00:%02d,000 --> 00:00:%02d,500\n", i, i))
          .append(cues[i])
          .append("\n\n");
    }
    return write(relative, content.toString());
  }

  private static Path write(Path file, String content) {
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the names of all files, in order. */
  List<String> files() {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Workspace with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  Workspace withInput(String text) {
    input = text;
    return this;
  }

  Workspace withTerminal(int width) {
    columns = width;
    return this;
  }

  /** Runs the command. */
  Outcome run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Environment environment =
        new Environment(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            variables,
            folder,
            Optional.empty(),
            columns);
    int code = new Main(environment).run(arguments);
    return new Outcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
