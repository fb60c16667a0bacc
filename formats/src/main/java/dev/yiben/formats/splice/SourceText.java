package dev.yiben.formats.splice;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A text file that was decoded without loss: encoding {@link #text} again, after the byte order
 * mark if it had one, gives the very bytes it was read from.
 */
public final class SourceText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final Set<Charset> ENCODES_ALL = Set.of(UTF_8, UTF_16BE, UTF_16LE);

  private final String text;
  private final Charset charset;
  private final boolean marked;

  private SourceText(String text, Charset charset, boolean marked) {
    this.text = text;
    this.charset = charset;
    this.marked = marked;
  }

  /**
   * Decodes bytes.
   *
   * @param charset how to read them; a byte order mark of that charset is taken off. {@code UTF-16}
   *     means the byte order of the mark, or big endian without one
   * @return nothing if encoding would not give the same bytes again
   */
  public static Optional<SourceText> decode(byte[] bytes, Charset charset) {
    Charset exact = exact(charset, bytes);
    if (!exact.canEncode()) {
      return Optional.empty();
    }
    try {
      // Some decoders of the JDK drop a mark, some give it as a character.
      boolean marked = markedCharset(bytes).filter(exact::equals).isPresent();
      int start = marked ? encode(String.valueOf(BYTE_ORDER_MARK), exact).length : 0;
      ByteBuffer content = ByteBuffer.wrap(bytes, start, bytes.length - start);
      String text = exact.newDecoder().decode(content).toString();
      SourceText source = new SourceText(text, exact, marked);
      // What is UTF-8 is written in one way only, so that it need not be tried.
      return exact.equals(UTF_8) || Arrays.equals(source.splice(List.of()), bytes)
          ? Optional.of(source)
          : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Returns the charset that a byte order mark at the start of the bytes stands for. */
  public static Optional<Charset> markedCharset(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(UTF_8);
    }
    if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
      return Optional.of(Charset.forName("UTF-32LE"));
    }
    if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
      return Optional.of(Charset.forName("UTF-32BE"));
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return Optional.of(UTF_16LE);
    }
    return startsWith(bytes, 0xFE, 0xFF) ? Optional.of(UTF_16BE) : Optional.empty();
  }

  /** Returns the text, without a byte order mark. */
  public String text() {
    return text;
  }

  /** Returns the charset that the text was read and is written in. */
  public Charset charset() {
    return charset;
  }

  /** Returns whether the file begins with a byte order mark. */
  public boolean hasByteOrderMark() {
    return marked;
  }

  /** Returns whether text can be written in this file's charset as it is. */
  public boolean canEncode(String replacement) {
    if (ENCODES_ALL.contains(charset)) {
      return !hasLoneSurrogate(replacement);
    }
    // Some encoders of the JDK write characters that they lack as others that look alike.
    return charset.newEncoder().canEncode(replacement)
        && charset.decode(charset.encode(replacement)).toString().equals(replacement);
  }

  private static boolean hasLoneSurrogate(String text) {
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        return true;
      }
    }
    return false;
  }

  /** Returns the same text for writing in another charset. */
  public SourceText in(Charset other, boolean byteOrderMark) {
    return new SourceText(text, other, byteOrderMark);
  }

  /**
   * Returns the file's bytes with some ranges replaced; without patches, the bytes it was read
   * from.
   *
   * @param patches in any order; insertions at one place keep theirs
   * @throws IllegalArgumentException if patches overlap, lie outside of the text, or a replacement
   *     cannot be encoded
   */
  public byte[] splice(List<Patch> patches) {
    String whole =
        (marked ? String.valueOf(BYTE_ORDER_MARK) : "") + slice(0, text.length(), patches);
    try {
      return encode(whole, charset);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("The text cannot be written in " + charset, e);
    }
  }

  /**
   * Writes the file with some ranges replaced, in UTF-8 where the file's own charset cannot hold
   * the replacements.
   *
   * @return what a user should know of the encoding, in one line; mostly nothing
   * @throws IllegalArgumentException if patches overlap or lie outside of the text
   */
  public Optional<String> write(List<Patch> patches, OutputStream out) throws IOException {
    if (patches.stream().allMatch(patch -> canEncode(patch.replacement()))) {
      out.write(splice(patches));
      return Optional.empty();
    }
    out.write(in(UTF_8, marked).splice(patches));
    return Optional.of("written as UTF-8: %s cannot hold the translation".formatted(charset));
  }

  /** Returns how the first line ends: with one of the three line ends, a line feed if none does. */
  public String lineEnd() {
    int end = 0;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    if (text.startsWith("\r\n", end)) {
      return "\r\n";
    }
    return text.startsWith("\r", end) ? "\r" : "\n";
  }

  /**
   * Returns a range of the text with some ranges in it replaced.
   *
   * @param patches within the range, as for {@link #splice}
   * @throws IllegalArgumentException if patches overlap or lie outside of the range
   */
  public String slice(int start, int end, List<Patch> patches) {
    if (patches.isEmpty()) {
      return text.substring(start, end);
    }
    StringBuilder result = new StringBuilder(end - start);
    int done = start;
    for (Patch patch :
        patches.stream()
            .sorted(Comparator.comparingInt(Patch::start).thenComparingInt(Patch::end))
            .toList()) {
      if (patch.start() < done || patch.end() > end) {
        throw new IllegalArgumentException(patch + " overlaps another or ends after " + end);
      }
      result.append(text, done, patch.start()).append(patch.replacement());
      done = patch.end();
    }
    return result.append(text, done, end).toString();
  }

  private static byte[] encode(String text, Charset charset) throws CharacterCodingException {
    ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text.toCharArray()));
    return Arrays.copyOfRange(encoded.array(), encoded.arrayOffset(), encoded.limit());
  }

  private static Charset exact(Charset charset, byte[] bytes) {
    String name = charset.name();
    if (name.equals("UTF-16") || name.equals("UTF-32")) {
      return markedCharset(bytes)
          .filter(marked -> marked.name().startsWith(name))
          .orElseGet(() -> Charset.forName(name + "BE"));
    }
    return charset;
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
