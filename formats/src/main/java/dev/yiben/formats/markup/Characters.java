package dev.yiben.formats.markup;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jsoup.nodes.Entities;

/** Character data: text with references, read with offsets and written with as few as can be. */
public final class Characters {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int LONGEST_REFERENCE = 40;

  private Characters() {}

  /**
   * A piece of character data.
   *
   * @param start offset of its first character in the markup
   * @param end offset after its last one
   * @param value what it stands for; for an unknown reference, the reference as written
   * @param kind how it is written
   */
  public record Piece(int start, int end, String value, Kind kind) {}

  /** How a piece of character data is written. */
  public enum Kind {
    /** As it is. */
    LITERAL,
    /** As a reference to a character. */
    REFERENCE,
    /** As a reference to something that is not known. */
    UNKNOWN_REFERENCE,
    /** As it is, though XML does not allow the character. */
    FORBIDDEN
  }

  /** Cuts a range of markup into literal text and references, in order. */
  public static List<Piece> pieces(String text, int start, int end) {
    return pieces(text, start, end, Map.of());
  }

  /**
   * Cuts a range of markup into literal text and references, in order.
   *
   * @param entities what the document itself declares
   */
  public static List<Piece> pieces(String text, int start, int end, Map<String, String> entities) {
    List<Piece> pieces = new ArrayList<>();
    int literal = start;
    int ampersand = nextAmpersand(text, start, end);
    while (ampersand < end) {
      int referenceEnd = referenceEnd(text, ampersand, end);
      if (referenceEnd > 0) {
        addLiterals(pieces, text, literal, ampersand);
        pieces.add(reference(text, ampersand, referenceEnd, entities));
        literal = referenceEnd;
      }
      ampersand = nextAmpersand(text, Math.max(ampersand + 1, literal), end);
    }
    addLiterals(pieces, text, literal, end);
    return pieces;
  }

  /** Returns a range of markup with its references decoded, unknown ones as written. */
  public static String decode(String text, int start, int end) {
    StringBuilder decoded = new StringBuilder(end - start);
    pieces(text, start, end).forEach(piece -> decoded.append(piece.value()));
    return decoded.toString();
  }

  /**
   * Writes text as character data that may also stand in a quoted attribute.
   *
   * <p>Characters that XML 1.0 does not allow are left out: no reference could stand for them.
   *
   * @param encodable what the file's charset can write; the rest becomes numeric references
   */
  public static String escape(String plain, Predicate<String> encodable) {
    StringBuilder escaped = new StringBuilder(plain.length() + 16);
    boolean allEncodable = encodable.test(plain);
    int c;
    for (int i = 0; i < plain.length(); i += Character.charCount(c)) {
      c = plain.codePointAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        default -> {
          if (!isAllowed(c)) {
            continue;
          }
          if (allEncodable || encodable.test(Character.toString(c))) {
            escaped.appendCodePoint(c);
          } else {
            escaped.append("&#").append(c).append(';');
          }
        }
      }
    }
    return escaped.toString();
  }

  private static void addLiterals(List<Piece> pieces, String text, int start, int end) {
    int from = start;
    int i = start;
    while (i < end) {
      int c = text.codePointAt(i);
      int next = Math.min(end, i + Character.charCount(c));
      if (!isAllowed(c) && c != '\f') {
        addPiece(pieces, text, from, i, Kind.LITERAL);
        addPiece(pieces, text, i, next, Kind.FORBIDDEN);
        from = next;
      }
      i = next;
    }
    addPiece(pieces, text, from, end, Kind.LITERAL);
  }

  private static void addPiece(List<Piece> pieces, String text, int start, int end, Kind kind) {
    if (start < end) {
      pieces.add(new Piece(start, end, text.substring(start, end), kind));
    }
  }

  private static int nextAmpersand(String text, int from, int end) {
    int i = from;
    while (i < end && text.charAt(i) != '&') {
      i++;
    }
    return i;
  }

  /**
   * Returns where the reference ends, or -1 where the ampersand is only an ampersand. The oldest
   * names of HTML need no semicolon (WHATWG HTML 13.2.5.73), but for {@code &copy=} of addresses.
   */
  private static int referenceEnd(String text, int ampersand, int end) {
    int limit = Math.min(end, ampersand + LONGEST_REFERENCE);
    int i = ampersand + 1;
    while (i < limit && isOfReference(text.charAt(i), i == ampersand + 1)) {
      i++;
    }
    if (i == ampersand + 1) {
      return -1;
    }
    if (i < limit && text.charAt(i) == ';') {
      return i + 1;
    }
    boolean old = Entities.isBaseNamedEntity(text.substring(ampersand + 1, i));
    return old && (i == end || text.charAt(i) != '=') ? i : -1;
  }

  private static boolean isOfReference(char c, boolean first) {
    return Names.isStart(c)
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || (first && c == '#');
  }

  private static Piece reference(String text, int start, int end, Map<String, String> entities) {
    int nameEnd = text.charAt(end - 1) == ';' ? end - 1 : end;
    String name = text.substring(start + 1, nameEnd);
    String value = name.startsWith("#") ? numeric(name) : named(name, entities);
    return value.isEmpty()
        ? new Piece(start, end, text.substring(start, end), Kind.UNKNOWN_REFERENCE)
        : new Piece(start, end, value, Kind.REFERENCE);
  }

  private static String named(String name, Map<String, String> entities) {
    String standard = name.equals("apos") ? "'" : Entities.getByName(name);
    return entities.getOrDefault(name, standard);
  }

  private static String numeric(String name) {
    boolean hexadecimal = name.startsWith("#x") || name.startsWith("#X");
    try {
      int code = Integer.parseInt(name, hexadecimal ? 2 : 1, name.length(), hexadecimal ? 16 : 10);
      if (code >= 0x80 && code <= 0x9F) {
        // Meant as windows-1252, as in HTML (WHATWG HTML 13.2.5.80).
        return new String(new byte[] {(byte) code}, WINDOWS_1252);
      }
      return isAllowed(code) ? Character.toString(code) : "";
    } catch (NumberFormatException e) {
      return "";
    }
  }

  /** Returns whether XML 1.0 allows the character (section 2.2). */
  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || (c >= 0x10000 && c <= 0x10FFFF);
  }
}
