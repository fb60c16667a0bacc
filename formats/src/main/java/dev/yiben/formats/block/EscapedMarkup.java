package dev.yiben.formats.block;

import dev.yiben.formats.markup.Characters;
import dev.yiben.formats.markup.Characters.Piece;
import dev.yiben.formats.markup.MarkupScanner;
import dev.yiben.formats.markup.Token;
import dev.yiben.formats.markup.Token.CharacterData;
import dev.yiben.formats.markup.Token.EndTag;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.markup.Token.Text;
import java.util.List;

/**
 * HTML that stands in a document as its text, such as the description of a book in its package:
 * with its tags escaped, or in a CDATA section.
 */
final class EscapedMarkup {
  private static final String PLACE = "escaped";

  private final String html;
  private final boolean escaped;

  /** For each character of the HTML, where in the document what stands for it begins and ends. */
  private final int[] starts;

  private final int[] ends;

  private EscapedMarkup(String markup, Token token) {
    escaped = token instanceof Text;
    List<Piece> pieces =
        token instanceof CharacterData data
            ? List.of(
                new Piece(
                    data.contentStart(),
                    data.contentEnd(),
                    markup.substring(data.contentStart(), data.contentEnd()),
                    Characters.Kind.LITERAL))
            : Characters.pieces(markup, token.start(), token.end());
    StringBuilder text = new StringBuilder();
    pieces.forEach(piece -> text.append(piece.value()));
    html = text.toString();
    starts = new int[html.length()];
    ends = new int[html.length()];
    int i = 0;
    for (Piece piece : pieces) {
      boolean literal = piece.end() - piece.start() == piece.value().length();
      for (int j = 0; j < piece.value().length(); j++) {
        starts[i] = literal ? piece.start() + j : piece.start();
        ends[i] = literal ? starts[i] + 1 : piece.end();
        i++;
      }
    }
  }

  /**
   * Reads the text of a token as HTML.
   *
   * @return whether it is HTML; otherwise nothing has happened
   */
  static boolean read(String markup, Token token, UnitBuilder units) {
    if (!(token instanceof Text || token instanceof CharacterData)) {
      return false;
    }
    EscapedMarkup escaped = new EscapedMarkup(markup, token);
    XhtmlVocabulary vocabulary = XhtmlVocabulary.content();
    List<Token> tokens = MarkupScanner.scanReadable(escaped.html, vocabulary.rawElements());
    boolean whole =
        !tokens.isEmpty() && tokens.get(tokens.size() - 1).end() == escaped.html.length();
    if (!whole || tokens.stream().noneMatch(t -> t instanceof StartTag || t instanceof EndTag)) {
      return false;
    }
    BlockReader reader = new BlockReader(escaped.html, tokens, vocabulary, PLACE, PLACE);
    reader.read();
    reader.units().forEach(unit -> units.adopt(escaped.inDocument(unit)));
    units.adopt(reader.tally(), escaped.html);
    return true;
  }

  private Unit inDocument(Unit unit) {
    return new Unit(
        unit.segment(),
        starts[unit.start()],
        ends[unit.end() - 1],
        unit.slots().stream().map(this::inDocument).toList(),
        unit.quote(),
        escaped);
  }

  private Slot inDocument(Slot slot) {
    String written = escaped ? Characters.escape(slot.written(), text -> true) : slot.written();
    return new Slot(
        slot.placeholder(), starts[slot.start()], ends[slot.end() - 1], slot.loose(), written);
  }
}
