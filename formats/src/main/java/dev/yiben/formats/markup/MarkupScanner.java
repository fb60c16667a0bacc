package dev.yiben.formats.markup;

import dev.yiben.formats.markup.Token.CharacterData;
import dev.yiben.formats.markup.Token.Comment;
import dev.yiben.formats.markup.Token.EndTag;
import dev.yiben.formats.markup.Token.Instruction;
import dev.yiben.formats.markup.Token.RawText;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.markup.Token.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Cuts XML or HTML into tokens, in time linear in its length.
 *
 * <p>Tolerates what readers of books tolerate: unclosed and crossing tags, unquoted values, bare
 * ampersands and less-than signs, comments as in HTML. Gives up where a tag, comment or section
 * never ends.
 */
public final class MarkupScanner {
  private final String text;
  private final Set<String> rawElements;
  private final Consumer<Token> tokens;
  private final int lastCommentEnd;
  private final Occurrences commentStarts;
  private final Occurrences commentEnds;
  private final Occurrences htmlCommentEnds;
  private final Occurrences instructionEnds;
  private int position;

  private MarkupScanner(String text, Set<String> rawElements, Consumer<Token> tokens) {
    this.text = text;
    this.rawElements = rawElements;
    this.tokens = tokens;
    this.lastCommentEnd = text.lastIndexOf("-->");
    this.commentStarts = new Occurrences(text, "<!--");
    this.commentEnds = new Occurrences(text, "-->");
    this.htmlCommentEnds = new Occurrences(text, "--!>");
    this.instructionEnds = new Occurrences(text, "?>");
  }

  /**
   * Returns the tokens of a text.
   *
   * @param rawElements local names of elements whose content is not markup, such as {@code script}
   * @throws MarkupException if the markup ends in the middle of a construct
   */
  public static List<Token> scan(String text, Set<String> rawElements) {
    List<Token> tokens = new ArrayList<>();
    scan(text, rawElements, tokens::add);
    return tokens;
  }

  /**
   * Tells the tokens of a text one by one, as {@link #scan(String, Set)} returns them, so that they
   * need not be in memory together.
   */
  public static void scan(String text, Set<String> rawElements, Consumer<Token> tokens) {
    new MarkupScanner(text, rawElements, tokens).scan();
  }

  /** Returns the tokens of a text up to where the markup cannot be read. */
  public static List<Token> scanReadable(String text, Set<String> rawElements) {
    List<Token> tokens = new ArrayList<>();
    try {
      scan(text, rawElements, tokens::add);
    } catch (MarkupException e) {
      return tokens;
    }
    return tokens;
  }

  private void scan() {
    int textStart = 0;
    while (position < text.length()) {
      int open = text.indexOf('<', position);
      if (open < 0 || open + 1 == text.length()) {
        break;
      }
      position = open;
      if (!startsMarkup(text.charAt(open + 1))) {
        position++;
        continue;
      }
      addText(textStart, open);
      markup();
      textStart = position;
    }
    addText(textStart, text.length());
  }

  private boolean startsMarkup(char next) {
    return next == '!' || next == '?' || Names.isStart(next) || (next == '/' && startsEndTag());
  }

  private boolean startsEndTag() {
    return position + 2 < text.length() && Names.isStart(text.charAt(position + 2));
  }

  private void addText(int start, int end) {
    if (start < end) {
      tokens.accept(new Text(start, end));
    }
  }

  private void markup() {
    int start = position;
    if (text.startsWith("<!--", start)) {
      position = commentEnd(start);
      tokens.accept(new Comment(start, position));
    } else if (text.startsWith("<![CDATA[", start)) {
      position = after("]]>", start + 9, "the CDATA section never ends");
      tokens.accept(new CharacterData(start, position, start + 9, position - 3));
    } else if (text.startsWith("<!", start)) {
      Token.Doctype doctype = DoctypeScanner.scan(text, start);
      position = doctype.end();
      tokens.accept(doctype);
    } else if (text.startsWith("<?", start)) {
      String closing = instructionEnds.next(start + 2) < 0 ? ">" : "?>";
      position = after(closing, start + 2, "the processing instruction never ends");
      tokens.accept(new Instruction(start, position));
    } else if (text.startsWith("</", start)) {
      position = after(">", start + 2, "the end tag never ends");
      tokens.accept(new EndTag(start, position, name(start + 2)));
    } else {
      startTag();
    }
  }

  /**
   * Returns where a comment ends: in XML at the next {@code -->}, in HTML (WHATWG 13.2.5.43) also
   * at {@code --!>} and at once in {@code <!-->}. The latter counts where XML would have no end, or
   * the start of another comment before it.
   */
  private int commentEnd(int start) {
    int from = start + 4;
    int end = commentEnds.next(from);
    int inner = commentStarts.next(from);
    if (end >= 0 && (inner < 0 || end < inner)) {
      return end + 3;
    }
    if (text.startsWith(">", from)) {
      return from + 1;
    }
    if (text.startsWith("->", from)) {
      return from + 2;
    }
    int bang = htmlCommentEnds.next(from);
    if (bang >= 0 && (end < 0 || bang < end)) {
      return bang + 4;
    }
    return end >= 0 ? end + 3 : after("-->", from, "the comment never ends");
  }

  private int after(String closing, int from, String problem) {
    int found = text.indexOf(closing, from);
    if (found < 0) {
      throw new MarkupException(text, Math.min(from, text.length()), problem);
    }
    return found + closing.length();
  }

  private String name(int from) {
    int end = from;
    while (end < text.length() && Names.goesOn(text.charAt(end))) {
      end++;
    }
    return text.substring(from, end);
  }

  private void startTag() {
    int start = position;
    String name = name(start + 1);
    position = start + 1 + name.length();
    List<Attribute> attributes = new ArrayList<>();
    boolean slash = false;
    while (true) {
      if (position >= text.length()) {
        throw new MarkupException(text, start, "the tag <" + name + " never ends");
      }
      char c = text.charAt(position);
      if (c == '>') {
        position++;
        break;
      }
      slash = c == '/';
      if (slash || Names.isSpace(c)) {
        position++;
      } else {
        attributes.add(attribute(start));
      }
    }
    StartTag tag = new StartTag(start, position, name, attributes, slash);
    tokens.accept(tag);
    if (!slash && rawElements.contains(tag.localName())) {
      rawText(name);
    }
  }

  private Attribute attribute(int tagStart) {
    int start = position;
    // The first character belongs to the name whatever it is, so that each step makes progress.
    String name = text.charAt(start) + name(start + 1);
    position = start + name.length();
    int equals = skipSpace(position);
    if (equals >= text.length() || text.charAt(equals) != '=') {
      return new Attribute(name, start, position, position, '\0');
    }
    int valueStart = skipSpace(equals + 1);
    if (valueStart >= text.length()) {
      throw new MarkupException(text, tagStart, "the tag never ends");
    }
    char quote = text.charAt(valueStart);
    if (quote == '"' || quote == '\'') {
      int close = text.indexOf(quote, valueStart + 1);
      if (close < 0) {
        throw new MarkupException(text, tagStart, "the value of " + name + " never ends");
      }
      position = close + 1;
      return new Attribute(name, start, valueStart + 1, close, quote);
    }
    position = valueStart;
    while (position < text.length()
        && !Names.isSpace(text.charAt(position))
        && text.charAt(position) != '>'
        && !text.startsWith("/>", position)) {
      position++;
    }
    return new Attribute(name, start, valueStart, position, '\0');
  }

  private int skipSpace(int from) {
    int i = from;
    while (i < text.length() && Names.isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /**
   * Takes all up to the element's end tag, of which comments and CDATA sections may hold copies.
   */
  private void rawText(String name) {
    int start = position;
    int next = start;
    while (true) {
      int open = text.indexOf('<', next);
      if (open < 0) {
        throw new MarkupException(text, start, "the element " + name + " never ends");
      }
      if (text.startsWith("<![CDATA[", open)) {
        next = after("]]>", open, "the CDATA section never ends");
      } else if (text.startsWith("<!--", open) && open < lastCommentEnd) {
        next = after("-->", open, "the comment never ends");
      } else if (text.regionMatches(true, open, "</" + name, 0, name.length() + 2)) {
        position = open;
        break;
      } else {
        next = open + 1;
      }
    }
    if (start < position) {
      tokens.accept(new RawText(start, position));
    }
  }
}
