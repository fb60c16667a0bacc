package dev.yiben.formats.format.epub;

import dev.yiben.formats.markup.Token;
import dev.yiben.formats.markup.Token.EndTag;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.splice.Patch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A style sheet that is added to a book.
 *
 * @param name of its entry
 * @param css its rules; none for a sheet that is not needed
 */
record AddedStyle(String name, String css) {

  /**
   * Returns a style sheet beside a package document, under a name that no entry has.
   *
   * @param taken names of entries in lower case; the sheet's is added to them
   */
  static AddedStyle beside(String packageName, String wish, String css, Set<String> taken) {
    String folder = packageName.substring(0, packageName.lastIndexOf('/') + 1);
    String name = folder + wish + ".css";
    for (int i = 1; taken.contains(name.toLowerCase(Locale.ROOT)); i++) {
      name = folder + wish + "-" + i + ".css";
    }
    taken.add(name.toLowerCase(Locale.ROOT));
    return new AddedStyle(name, css);
  }

  boolean isNeeded() {
    return !css.isEmpty();
  }

  /** Returns the patch that links a document to it after all its other styles, if it has a head. */
  Optional<Patch> link(String document, List<Token> tokens) {
    Optional<StartTag> open = Optional.empty();
    for (Token token : tokens) {
      if (token instanceof EndTag tag && tag.localName().equals("head") && open.isPresent()) {
        return Optional.of(link(document, tag.start(), tag.name()));
      }
      if (token instanceof StartTag tag && tag.localName().equals("body")) {
        break;
      }
      if (token instanceof StartTag tag && tag.localName().equals("head") && !tag.selfClosing()) {
        open = Optional.of(tag);
      }
    }
    return open.map(tag -> link(document, tag.end(), tag.name()));
  }

  private Patch link(String document, int place, String headName) {
    String prefix = headName.substring(0, headName.indexOf(':') + 1);
    String address = EntryAddress.relative(document, name);
    return new Patch(
        place,
        place,
        "<%slink rel=\"stylesheet\" type=\"text/css\" href=\"%s\"/>\n".formatted(prefix, address));
  }
}
