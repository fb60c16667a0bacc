package dev.yiben.formats.format.pdf;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.SegmentId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Gives a translation an identifier by what is in it, so that the same makes the same bytes. */
final class Edition {
  private Edition() {}

  static void mark(PDDocument document, Map<SegmentId, CodedText> targets) throws IOException {
    long edition = 0;
    for (Map.Entry<SegmentId, CodedText> target : targets.entrySet()) {
      // A sum, since the order of a map is not told.
      edition += 31L * target.getKey().hashCode() + target.getValue().marked().hashCode();
    }
    document.setDocumentId(edition);
    if (document.isEncrypted()) {
      document.getEncryption().getSecurityHandler().setCustomSecureRandom(numbers(edition));
    }
  }

  /** Returns initialisation vectors that are different from one another, and the same each time. */
  private static SecureRandom numbers(long seed) {
    try {
      SecureRandom numbers = SecureRandom.getInstance("SHA1PRNG");
      numbers.setSeed(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
      return numbers;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA1PRNG", e);
    }
  }
}
