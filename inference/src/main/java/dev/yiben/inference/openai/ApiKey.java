package dev.yiben.inference.openai;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A key for an endpoint, and where it came from; only the origin is ever shown. */
public final class ApiKey {
  private static final int MAX_LENGTH = 16_384;

  private final String secret;
  private final String origin;

  private ApiKey(String secret, String origin) {
    this.secret = secret;
    this.origin = origin;
  }

  /** Returns the key of servers that ask for none. */
  public static ApiKey none() {
    return new ApiKey("", "");
  }

  /**
   * Creates a key.
   *
   * @param secret the key; space around it is ignored
   * @param origin where it came from, for messages, such as {@code the variable TRANSLATE_API_KEY}
   * @throws InferenceException if it has characters that no key has, as of a wrong file
   */
  public static ApiKey of(String secret, String origin) {
    String key = secret.strip();
    if (key.isEmpty()) {
      throw refused(origin + " is empty: put the API key there");
    }
    if (key.length() > MAX_LENGTH || key.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw refused(origin + " holds no API key: it must be one line of visible ASCII characters");
    }
    return new ApiKey(key, origin);
  }

  /**
   * Reads a key from a file that holds nothing else.
   *
   * @throws InferenceException if it cannot be read
   */
  public static ApiKey ofFile(Path file) {
    try {
      if (Files.size(file) > MAX_LENGTH) {
        throw refused("the file " + file + " is too long for one that holds an API key only");
      }
      return of(
          new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1), "the file " + file);
    } catch (IOException e) {
      throw new InferenceException(
          Category.USER, "the file " + file + " with the API key cannot be read", e);
    }
  }

  private static InferenceException refused(String message) {
    return new InferenceException(Category.USER, message);
  }

  boolean isPresent() {
    return !secret.isEmpty();
  }

  String secret() {
    return secret;
  }

  /** Returns where the key came from; empty if there is none. */
  public String origin() {
    return origin;
  }

  @Override
  public String toString() {
    return isPresent() ? "key of " + origin : "no key";
  }
}
