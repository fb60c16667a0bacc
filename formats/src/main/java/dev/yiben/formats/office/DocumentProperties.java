package dev.yiben.formats.office;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.OfficeOptions;
import dev.yiben.formats.markup.Characters;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the properties of a document that are text, after all else: title, subject, keywords,
 * comments and category (ISO/IEC 29500-2, clause 11).
 */
public final class DocumentProperties implements OfficeReader {
  private static final Set<String> TEXTS =
      Set.of("title", "subject", "keywords", "description", "category");

  /** Line ends and tabs, some as Office writes characters that XML would lose. */
  private static final Pattern SPACE =
      Pattern.compile("(?:[\\t\\n\\r]|_x000[9aAdD]_|&#(?:0*(?:9|10|13)|[xX]0*[9aAdD]);)++");

  private final OfficeReader document;
  private final String properties;

  private DocumentProperties(OfficeReader document, String properties) {
    this.document = document;
    this.properties = properties;
  }

  /** Returns a reader of a document, and of its properties if they are wanted and there are any. */
  public static OfficeReader after(
      OfficeReader document, OfficePackage office, OfficeOptions options) {
    if (!options.documentProperties()) {
      return document;
    }
    return office.relationships().stream()
        .filter(one -> one.type().equals("core-properties") && !one.external())
        .findFirst()
        .<OfficeReader>map(found -> new DocumentProperties(document, found.target()))
        .orElse(document);
  }

  @Override
  public List<String> parts() {
    return Stream.concat(document.parts().stream(), Stream.of(properties)).toList();
  }

  @Override
  public PartText read(String part, String text) {
    if (!part.equals(properties)) {
      return document.read(part, text);
    }
    PartTexts texts = new PartTexts(part);
    for (XmlElement element : XmlText.read(text).root().children()) {
      if (TEXTS.contains(element.local())) {
        SegmentId id = texts.nextId();
        CodedText source = source(text.substring(element.contentStart(), element.contentEnd()));
        texts.tally().text(source.plainText());
        if (!source.isBlank()) {
          Segment segment = new Segment(id, source, Role.METADATA, part);
          texts.add(
              new TextUnit(
                  segment,
                  element.contentStart(),
                  element.contentEnd(),
                  (target, merging) -> PlainText.written(target)));
        }
      }
    }
    return texts.text();
  }

  private static CodedText source(String content) {
    CodedText.Builder source = CodedText.builder();
    if (content.indexOf('<') >= 0) {
      return source.build();
    }
    Matcher space = SPACE.matcher(content);
    int from = 0;
    while (space.find()) {
      source.text(Characters.decode(content, from, space.start()));
      source.standalone(space.group(), "\n");
      from = space.end();
    }
    return source.text(Characters.decode(content, from, content.length())).build();
  }

  @Override
  public Consequences consequences(Map<SegmentId, CodedText> targets) {
    return document.consequences(targets);
  }

  @Override
  public List<String> notices() {
    return document.notices();
  }

  @Override
  public Optional<String> declaredLanguage() {
    return document.declaredLanguage();
  }
}
