package dev.yiben.pipeline.report;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.TextRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Finds the lines of texts in a file of plain text, for texts that come in the order of the file.
 *
 * <p>A text that the file writes in another way is not found, and none is in a file that is no
 * plain text in UTF-8.
 */
final class LineFinder {
  private static final int MAX_BYTES = 16 << 20;
  private static final int ENOUGH = 24;
  private static final int SHORT = 4;
  private static final int NEAR = 1 << 9;
  private static final int FAR = 1 << 16;

  private final String text;
  private final int[] starts;
  private int from;

  private LineFinder(String text) {
    this.text = text;
    this.starts = lines(text);
  }

  /** Returns a finder of the lines of a file, which finds nothing if it cannot be read. */
  static LineFinder of(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length <= MAX_BYTES) {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return new LineFinder(text.indexOf('\0') < 0 ? text : "");
      }
    } catch (CharacterCodingException e) {
      // Not a text, or in another encoding.
    } catch (IOException e) {
      // Told where the file is read for its content.
    }
    return new LineFinder("");
  }

  /** Returns the number of the line, from 1, that a text begins on. */
  OptionalInt line(CodedText sought) {
    String run = longestRun(sought);
    int at = find(run);
    if (at < 0 && run.length() > ENOUGH) {
      // Its lines may be wrapped.
      at = find(run.substring(0, ENOUGH));
    }
    if (at < 0) {
      return OptionalInt.empty();
    }
    from = at;
    int line = Arrays.binarySearch(starts, at);
    return OptionalInt.of(line >= 0 ? line + 1 : -line - 1);
  }

  /** Looks not far, and for what is short only near, where it hardly means another place. */
  private int find(String run) {
    if (run.isEmpty()) {
      return -1;
    }
    int window = run.length() < SHORT ? NEAR : FAR;
    String ahead = text.substring(from, Math.min(text.length(), from + window + run.length()));
    int found = ahead.indexOf(run);
    return found < 0 ? -1 : from + found;
  }

  private static String longestRun(CodedText text) {
    String longest = "";
    for (Inline inline : text.content()) {
      if (inline instanceof TextRun run && run.text().strip().length() > longest.length()) {
        longest = run.text().strip();
      }
    }
    return longest;
  }

  /** Returns where lines start. */
  private static int[] lines(String text) {
    int[] starts = new int[1 + (int) text.chars().filter(c -> c == '\n').count()];
    int line = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      line++;
      starts[line] = at + 1;
    }
    return starts;
  }
}
