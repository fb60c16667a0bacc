package dev.yiben.formats.format.html;

import dev.yiben.formats.block.HtmlVocabulary;
import dev.yiben.formats.block.MarkupDocument;
import dev.yiben.formats.encoding.DetectedText;
import dev.yiben.formats.encoding.EncodingDetector;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.FileContent;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.markup.MarkupEncoding;
import dev.yiben.formats.markup.MarkupException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * HTML and XHTML pages and fragments of them (WHATWG HTML).
 *
 * <p>The segments are {@code page#p1} and so on, in one stream. Encoding, tags, scripts, styles,
 * comments and the code of templates stay byte for byte.
 */
public final class HtmlFormat implements DocumentFormat {
  private static final int MAX_BYTES = 32 << 20;

  /** What may stand before the first tag, and then a tag that hardly any other markup has. */
  private static final Pattern BEGINNING =
      Pattern.compile(
          "\\A\\uFEFF?+\\s*+(?:<\\?xml\\s[^>]{0,1000}+>\\s*+|<!--.{0,4000}?-->\\s*+){0,20}+"
              + "<(?:!doctype\\s++html\\b|(?:html|head|body|title|meta|link|script|style|div|p|h[1-6]"
              + "|table|ul|ol|dl|section|article|main|header|footer|nav|aside|blockquote|pre|form"
              + "|figure|span|center|hr|br|img|b|i|em|strong|a)[\\s/>])",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  @Override
  public String id() {
    return "html";
  }

  @Override
  public Set<String> extensions() {
    return Set.of("html", "htm", "xhtml", "xht");
  }

  @Override
  public boolean matches(byte[] head) {
    String text = new String(head, EncodingDetector.unicode(head).orElse(StandardCharsets.UTF_8));
    return BEGINNING.matcher(text).find();
  }

  @Override
  public Document open(Path file, FormatOptions options) {
    DetectedText detected = MarkupEncoding.decode(FileContent.read(file, MAX_BYTES, "a page"));
    HtmlVocabulary vocabulary = new HtmlVocabulary(detected.source().text(), options.ruby());
    try {
      return new HtmlDocument(
          detected,
          MarkupDocument.read(detected.source(), vocabulary, "page", "page"),
          options.layout());
    } catch (MarkupException e) {
      throw new DocumentException(file, e.getMessage() + "; mend the page and try again");
    }
  }
}
