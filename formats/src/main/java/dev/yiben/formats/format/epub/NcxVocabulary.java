package dev.yiben.formats.format.epub;

import dev.yiben.formats.block.Element;
import dev.yiben.formats.block.Treatment;
import dev.yiben.formats.block.Vocabulary;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.markup.Token.StartTag;
import java.util.Set;

/** The elements of an EPUB 2 table of contents (ANSI/NISO Z39.86-2005, section 8). */
final class NcxVocabulary implements Vocabulary {

  @Override
  public Set<String> rawElements() {
    return Set.of();
  }

  @Override
  public boolean isVoid(String localName) {
    return false;
  }

  @Override
  public Treatment treatment(Element element) {
    return switch (element.name()) {
      case "doctitle" -> Treatment.block(Role.METADATA);
      case "navmap", "navlist" -> Treatment.block(Role.TOC_ENTRY);
      case "docauthor" -> Treatment.skipped("name");
      case "pagelist" -> Treatment.skipped("page-label");
      default -> Treatment.block();
    };
  }

  @Override
  public Set<String> textAttributes(StartTag tag) {
    return Set.of();
  }
}
