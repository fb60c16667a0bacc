package dev.yiben.formats.markup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.yiben.formats.splice.SourceText;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the charset of an XML document (XML 1.0, appendix F) or of XHTML that only HTML can say.
 */
public final class MarkupCharset {
  private static final int HEAD_BYTES = 1024;
  private static final String DECLARED = "<?xml encoding='";
  private static final Pattern DECLARATION =
      Pattern.compile("^\\s*<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");
  private static final Pattern META =
      Pattern.compile(
          "<meta\\s[^>]*?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:-]+)", Pattern.CASE_INSENSITIVE);

  private MarkupCharset() {}

  /** Decodes a document; nothing if it cannot be written again as it was. */
  public static Optional<SourceText> decode(byte[] bytes) {
    return SourceText.decode(bytes, of(bytes));
  }

  static Charset of(byte[] bytes) {
    return SourceText.markedCharset(bytes)
        .or(() -> byZero(bytes))
        .or(() -> declared(bytes))
        .orElse(UTF_8);
  }

  /** Returns the charset in which the first character is one of ASCII, with a zero byte. */
  static Optional<Charset> byZero(byte[] bytes) {
    if (bytes.length >= 2 && (bytes[0] == 0 || bytes[1] == 0)) {
      return Optional.of(bytes[0] == 0 ? UTF_16BE : UTF_16LE);
    }
    return Optional.empty();
  }

  /** Returns the charset that the head of a document in a charset like ASCII names. */
  public static Optional<Charset> declared(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD_BYTES), ISO_8859_1);
    // A declaration that its own charset would have written otherwise cannot be true.
    return declared(DECLARATION, head)
        .or(() -> head.stripLeading().startsWith("<?xml") ? Optional.empty() : declared(META, head))
        .filter(MarkupCharset::writesAscii);
  }

  private static boolean writesAscii(Charset charset) {
    return charset.canEncode()
        && Arrays.equals(DECLARED.getBytes(charset), DECLARED.getBytes(US_ASCII));
  }

  private static Optional<Charset> declared(Pattern pattern, String head) {
    Matcher matcher = pattern.matcher(head);
    if (!matcher.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Charset.forName(matcher.group(1)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
