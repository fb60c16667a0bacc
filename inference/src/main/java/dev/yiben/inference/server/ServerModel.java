package dev.yiben.inference.server;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.gguf.GgufException;
import dev.yiben.inference.gguf.GgufHeader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of a model before a server has it.
 *
 * @param name for people
 * @param fingerprint the same for the same file
 * @param trainedWindow tokens that it was trained for; 0 if unknown
 * @param promptProfile the prompt template that it asks for; empty for the default
 */
record ServerModel(String name, String fingerprint, long trainedWindow, String promptProfile) {
  private static final Logger LOG = LoggerFactory.getLogger(ServerModel.class);
  private static final int USUAL_WINDOW = 4096;

  /** The header and some weights, where the header is of a kind that is not known here. */
  private static final int MOST_HASHED = 64 << 20;

  /**
   * Looks at a file; a header that makes no sense here may make sense to a newer server.
   *
   * @throws InferenceException if the file cannot be read
   */
  static ServerModel of(Path file) {
    try {
      GgufHeader header = GgufHeader.read(file);
      return new ServerModel(
          header.displayName(),
          fingerprint(file, Math.min(MOST_HASHED, header.dataStart())),
          header.contextLength(),
          header.promptProfile());
    } catch (GgufException e) {
      LOG.info("The header is not understood: {}", e.getMessage());
      return new ServerModel(
          String.valueOf(file.getFileName()), fingerprint(file, MOST_HASHED), 0, "");
    }
  }

  /** Returns the tokens of context for each slot. */
  int window(int wanted) {
    if (wanted > 0) {
      return wanted;
    }
    return trainedWindow <= 0
        ? USUAL_WINDOW
        : (int) Math.min(trainedWindow, LlamaServerSettings.LARGEST_CHOSEN_WINDOW);
  }

  private static String fingerprint(Path file, long bytes) {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      long left = bytes;
      int count = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      while (count > 0) {
        digest.update(buffer, 0, count);
        left -= count;
        count = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      }
      return "llama-server "
          + Files.size(file)
          + " "
          + HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (IOException e) {
      throw new InferenceException(
          Category.USER, file + ": the model file cannot be read: " + e.getMessage(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
