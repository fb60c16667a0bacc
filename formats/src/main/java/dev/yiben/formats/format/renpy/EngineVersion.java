package dev.yiben.formats.format.renpy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of the engine that a game is for.
 *
 * @param major such as 8
 * @param minor such as 3
 */
record EngineVersion(int major, int minor) {
  private static final int MOST_BYTES = 1 << 16;
  private static final Pattern WRITTEN =
      Pattern.compile("\\bversion\\s*=\\s*u?[\"'](\\d{1,3})\\.(\\d{1,3})\\.");
  private static final Pattern TUPLE = Pattern.compile("\\((\\d{1,3}),\\s*(\\d{1,3})\\s*[,)]");
  private static final Pattern NAMED_TUPLE =
      Pattern.compile("version_tuple\\s*=\\s*\\w*\\((\\d{1,3}),\\s*(\\d{1,3})\\s*[,)]");

  /** Returns the version, if the game says it or comes with its engine. */
  static Optional<EngineVersion> of(GameFolder game) {
    Path engine = game.base().resolve("renpy");
    return find(game.path().resolve("script_version.txt"), TUPLE)
        .or(() -> find(engine.resolve("vc_version.py"), WRITTEN))
        .or(() -> find(engine.resolve("__init__.py"), NAMED_TUPLE));
  }

  private static Optional<EngineVersion> find(Path file, Pattern pattern) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (var in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
      Matcher matcher = pattern.matcher(text);
      return matcher.find()
          ? Optional.of(
              new EngineVersion(
                  Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  boolean isAtLeast(int otherMajor, int otherMinor) {
    return major > otherMajor || (major == otherMajor && minor >= otherMinor);
  }
}
