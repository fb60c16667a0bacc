package dev.yiben.formats.format.epub;

import dev.yiben.formats.block.Element;
import dev.yiben.formats.block.Treatment;
import dev.yiben.formats.block.Treatment.Kind;
import dev.yiben.formats.block.Vocabulary;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.markup.Token.StartTag;
import java.util.Set;

/**
 * The elements of a package document: titles and descriptions are text, the latter often HTML, all
 * else is data.
 */
final class PackageVocabulary implements Vocabulary {

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
      case "package", "metadata", "dc-metadata" -> Treatment.block();
      case "title" -> Treatment.block(Role.METADATA);
      case "description" -> Treatment.block(Role.METADATA).as(Kind.ESCAPED);
      default -> Treatment.of(Kind.IGNORED);
    };
  }

  @Override
  public Set<String> textAttributes(StartTag tag) {
    return Set.of();
  }
}
