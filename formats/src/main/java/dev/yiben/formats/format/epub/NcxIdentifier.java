package dev.yiben.formats.format.epub;

import dev.yiben.formats.block.MarkupDocument;
import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.splice.Patch;
import java.util.List;
import java.util.Optional;

/** The book's identifier as an EPUB 2 table of contents repeats it. */
final class NcxIdentifier {
  private NcxIdentifier() {}

  static List<Patch> patches(MarkupDocument document, Optional<String> identifier) {
    String text = document.source().text();
    return document.tokens().stream()
        .filter(StartTag.class::isInstance)
        .map(StartTag.class::cast)
        .filter(tag -> tag.localName().equals("meta"))
        .filter(
            tag ->
                tag.attribute("name")
                    .filter(name -> name.value(text).strip().equals("dtb:uid"))
                    .isPresent())
        .flatMap(tag -> tag.attribute("content").stream())
        .filter(content -> content.quote() != '\0' && identifier.isPresent())
        .map((Attribute a) -> new Patch(a.valueStart(), a.valueEnd(), identifier.get()))
        .toList();
  }
}
