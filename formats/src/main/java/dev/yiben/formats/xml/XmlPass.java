package dev.yiben.formats.xml;

import dev.yiben.formats.markup.MarkupException;
import dev.yiben.formats.markup.MarkupScanner;
import dev.yiben.formats.markup.Token;
import dev.yiben.formats.markup.Token.CharacterData;
import dev.yiben.formats.markup.Token.EndTag;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.markup.Token.Text;
import java.util.Set;

/** Reads well-formed XML from its start to its end and keeps nothing, for texts of any length. */
public final class XmlPass {

  /** What is told of a text, in its order. */
  public interface Visitor {

    /** An element begins. */
    void start(XmlName name, StartTag tag);

    /**
     * An element ends.
     *
     * @param start offset of its end tag; the end of its start tag if that is all
     * @param end offset after it
     */
    void end(XmlName name, int start, int end);

    /**
     * Text of the element that is open.
     *
     * @param start offset of its first character as written
     * @param literal whether it has no references, as in a CDATA section
     */
    void text(int start, int end, boolean literal);
  }

  private XmlPass() {}

  /**
   * Reads a text.
   *
   * @throws MarkupException as {@link XmlText#read} does, when what was told may be of no use
   */
  public static void read(String text, Visitor visitor) {
    Nesting nesting = new Nesting(text);
    MarkupScanner.scan(
        text,
        Set.of(),
        token -> {
          nesting.add(token);
          tell(token, nesting.name(), visitor);
        });
    nesting.end();
  }

  private static void tell(Token token, XmlName name, Visitor visitor) {
    if (token instanceof StartTag tag) {
      visitor.start(name, tag);
      if (tag.selfClosing()) {
        visitor.end(name, tag.end(), tag.end());
      }
    } else if (token instanceof EndTag tag) {
      visitor.end(name, tag.start(), tag.end());
    } else if (token instanceof Text characters) {
      visitor.text(characters.start(), characters.end(), false);
    } else if (token instanceof CharacterData data) {
      visitor.text(data.contentStart(), data.contentEnd(), true);
    }
  }
}
