package dev.yiben.formats.format.epub;

import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.markup.Token;
import dev.yiben.formats.markup.Token.Doctype;
import java.nio.file.Path;
import java.util.List;

/** Refuses files that would make a careless reader open others. */
final class ExternalEntities {
  private ExternalEntities() {}

  static void refuse(Path file, String name, List<Token> tokens) {
    if (tokens.stream().anyMatch(t -> t instanceof Doctype doctype && doctype.externalEntity())) {
      throw new DocumentException(
          file, name, "the file declares an entity outside of the book; refused as unsafe");
    }
  }
}
