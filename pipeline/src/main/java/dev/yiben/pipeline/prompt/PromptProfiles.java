package dev.yiben.pipeline.prompt;

import dev.yiben.inference.Capabilities;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The prompt profiles that there are, those that come along and those of the user, and the choice
 * of one for a model.
 */
public final class PromptProfiles {
  private static final List<String> BUNDLED =
      List.of(
          PromptTemplate.DEFAULT,
          "demo",
          "galtransl",
          "hunyuan-mt",
          "hy-mt",
          "sakura-0.9",
          "sakura-0.10",
          "sakura-1.0");

  private static final String EXTENSION = ".yaml";
  private static final int MOST_BYTES = 1 << 18;
  private static final int MOST_FILES = 200;

  private final Map<String, PromptTemplate> byName;
  private final Optional<Choice> fixed;

  /**
   * The profile for a model.
   *
   * @param template the profile
   * @param reason why this one, to follow its name
   */
  public record Choice(PromptTemplate template, String reason) {}

  private PromptProfiles(Map<String, PromptTemplate> byName, Optional<Choice> fixed) {
    this.byName = byName;
    this.fixed = fixed;
  }

  /** Returns the profiles that come along. */
  public static PromptProfiles bundled() {
    Map<String, PromptTemplate> byName = new TreeMap<>();
    for (String name : BUNDLED) {
      byName.put(name, ProfileReader.read(name, name + EXTENSION, resource(name + EXTENSION)));
    }
    return new PromptProfiles(byName, Optional.empty());
  }

  private static String resource(String file) {
    try (InputStream in = PromptProfiles.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns these profiles with those of a folder, which come before those of the same name here.
   *
   * @throws ProfileException if a file in it is no profile
   */
  public PromptProfiles withFolder(Path folder) {
    Map<String, PromptTemplate> all = new TreeMap<>(byName);
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(file -> file.getFileName().toString().endsWith(EXTENSION))
            .sorted()
            .limit(MOST_FILES)
            .map(PromptProfiles::read)
            .forEach(template -> all.put(template.name(), template));
      } catch (IOException e) {
        throw new ProfileException(
            folder + ": the prompt profiles cannot be read: " + e.getMessage(), e);
      }
    }
    return new PromptProfiles(all, fixed);
  }

  /**
   * Returns these profiles with one that is taken whatever the model.
   *
   * @param nameOrFile name of a profile, or a path that ends in {@code .yaml} or {@code .yml}
   * @throws ProfileException if there is no such profile
   */
  public PromptProfiles fixedTo(String nameOrFile) {
    PromptTemplate template =
        isFile(nameOrFile)
            ? read(Path.of(nameOrFile))
            : find(nameOrFile)
                .or(() -> match(List.of(nameOrFile)).map(Match::template))
                .orElseThrow(
                    () ->
                        new ProfileException(
                            "There is no prompt profile "
                                + nameOrFile
                                + "; known: "
                                + String.join(", ", byName.keySet())
                                + "; a profile of your own is given by its path, NAME.yaml"));
    return new PromptProfiles(byName, Optional.of(new Choice(template, "as you chose")));
  }

  /** Returns whether a profile is named by its file rather than by a name. */
  public static boolean isFile(String nameOrFile) {
    String lower = nameOrFile.toLowerCase(Locale.ROOT);
    return lower.endsWith(EXTENSION) || lower.endsWith(".yml");
  }

  private static PromptTemplate read(Path file) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw new ProfileException(file + ": there is no such prompt profile; check its path", e);
    } catch (IOException e) {
      throw new ProfileException(
          file + ": the prompt profile cannot be read: " + e.getMessage(), e);
    }
    if (bytes.length > MOST_BYTES) {
      throw new ProfileException(
          file + ": the prompt profile is over 256 KiB, which no prompt needs");
    }
    try {
      String yaml = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
      return ProfileReader.read(name, file.toString(), yaml);
    } catch (CharacterCodingException e) {
      throw new ProfileException(
          file + ": the prompt profile is not UTF-8 text; save it as UTF-8", e);
    }
  }

  /** Returns the profile of a name, or nothing if there is none. */
  public Optional<PromptTemplate> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Returns the names of all profiles, in order. */
  public Collection<String> names() {
    return List.copyOf(byName.keySet());
  }

  /**
   * Chooses the profile for an engine's model: the one that the user chose, else the one that the
   * model names, else the one whose pattern tells most of what fits a name of the model.
   */
  public Choice choose(Capabilities capabilities) {
    if (capabilities.rehearsal()) {
      return new Choice(byName.get(PromptTemplate.DEFAULT), "since no model is asked");
    }
    if (fixed.isPresent()) {
      return fixed.get();
    }
    List<String> names =
        Stream.concat(capabilities.promptProfile().lines(), Stream.of(capabilities.model()))
            .toList();
    Optional<PromptTemplate> named = find(capabilities.promptProfile());
    if (named.isPresent()) {
      return new Choice(named.get(), "which the model asks for");
    }
    return match(names)
        .map(match -> new Choice(match.template(), match.reason()))
        .orElseGet(
            () ->
                new Choice(
                    byName.get(PromptTemplate.DEFAULT), "since no profile is for this model"));
  }

  private record Match(PromptTemplate template, ModelPattern pattern, String name) {
    String reason() {
      return "since " + pattern.glob() + " fits the model's name " + name;
    }
  }

  private Optional<Match> match(List<String> names) {
    return byName.values().stream()
        .flatMap(template -> template.models().stream().map(p -> new Match(template, p, "")))
        .flatMap(
            m ->
                names.stream()
                    .filter(m.pattern()::fits)
                    .map(n -> new Match(m.template(), m.pattern(), n)))
        .max(Comparator.comparingInt(match -> match.pattern().weight()));
  }
}
