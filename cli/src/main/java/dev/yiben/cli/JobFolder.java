package dev.yiben.cli;

import dev.yiben.pipeline.InputFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Chooses the folder that keeps what a job has finished. */
final class JobFolder {
  private static final int LONGEST_NAME = 40;
  private static final int HASH_DIGITS = 12;

  private JobFolder() {}

  /**
   * Returns the folder of a job.
   *
   * <p>It is the same for the same files, language and outputs, and another for any others.
   *
   * @param chosen the folder that the user wants
   * @param several whether it is one of several languages' jobs
   */
  static Path of(
      Environment environment,
      Optional<Path> chosen,
      LanguageTag language,
      boolean several,
      List<InputFile> files) {
    if (chosen.isPresent()) {
      Path folder = environment.resolve(chosen.get());
      return several ? folder.resolve(language.tag()) : folder;
    }
    String name = files.get(0).document().getFileName().toString();
    String readable = name.replaceAll("[^\\p{L}\\p{N}._-]", "_");
    return all(environment)
        .resolve(
            readable.substring(0, Math.min(LONGEST_NAME, readable.length()))
                + "-"
                + hash(language, files));
  }

  /** Returns the folder that has those of all jobs for which the user wants no other. */
  static Path all(Environment environment) {
    return stateFolder(environment).resolve("yiben").resolve("jobs");
  }

  /** Returns the folder where the launcher lets the virtual machine report crashes. */
  static Path crashes(Environment environment) {
    return stateFolder(environment).resolve("yiben").resolve("crashes");
  }

  /** Returns the user's folder for what programs keep. */
  static Path stateFolder(Environment environment) {
    return environment
        .variable("XDG_STATE_HOME")
        .or(() -> environment.variable("LOCALAPPDATA"))
        .map(Path::of)
        .orElseGet(() -> environment.userHome().resolve(".local").resolve("state"));
  }

  private static String hash(LanguageTag language, List<InputFile> files) {
    MessageDigest digest = sha256();
    update(digest, language.tag());
    for (InputFile file : files) {
      update(digest, file.document().toString());
      update(digest, file.output().toAbsolutePath().normalize().toString());
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_DIGITS);
  }

  private static void update(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
