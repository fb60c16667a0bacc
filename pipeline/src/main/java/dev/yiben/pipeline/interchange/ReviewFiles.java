package dev.yiben.pipeline.interchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files that come back from a review, whichever of the formats they are. */
public final class ReviewFiles {
  private static final long MOST_BYTES = 512L << 20;

  private ReviewFiles() {}

  /**
   * Reads a file.
   *
   * @throws ExchangeException if it cannot be read
   */
  public static ReturnedFile read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new ExchangeException(
            file + ": is larger than " + (MOST_BYTES >> 20) + " MiB; divide it");
      }
      ReturnedFile returned = isPackage(file) ? SheetReader.read(file) : XliffReader.read(file);
      if (returned.documents().isEmpty()) {
        throw new ExchangeException(file + ": holds no segments; is it a file of 'extract'?");
      }
      return returned;
    } catch (NoSuchFileException e) {
      throw new ExchangeException(file + ": there is no such file; check its path", e);
    } catch (IOException e) {
      throw new ExchangeException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean isPackage(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(2);
      return head.length == 2 && head[0] == 'P' && head[1] == 'K';
    }
  }
}
