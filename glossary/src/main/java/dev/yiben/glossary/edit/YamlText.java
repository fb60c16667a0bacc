package dev.yiben.glossary.edit;

import dev.yiben.glossary.edit.YamlPiece.Kind;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/** A YAML text with the places of its nodes, comments and lines. */
final class YamlText {
  private static final int MAX_CODE_POINTS = 16 << 20;

  private final String text;
  private final int[] offsets;
  private final Iterator<Event> events;
  private final List<int[]> leaves = new ArrayList<>();
  private final Optional<YamlPiece> root;
  private final int documentEnd;

  /**
   * Reads the places of a text.
   *
   * @param text valid YAML of one document at most
   */
  YamlText(String text) {
    this.text = text;
    this.offsets = offsets(text);
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CODE_POINTS);
    this.events = new Yaml(new SafeConstructor(options)).parse(new StringReader(text)).iterator();
    Event event = events.next();
    while (event instanceof StreamStartEvent || event instanceof DocumentStartEvent) {
      event = events.next();
    }
    boolean nothing = event.is(Event.ID.StreamEnd);
    root = nothing ? Optional.empty() : Optional.of(piece(event));
    documentEnd = nothing ? text.length() : lineOrEnd(offset(documentEndMark()));
  }

  private int lineOrEnd(int offset) {
    return offset == text.length() ? offset : lineStart(offset);
  }

  private Mark documentEndMark() {
    Event event = events.next();
    while (!(event instanceof DocumentEndEvent)) {
      event = events.next();
    }
    return event.getStartMark();
  }

  private static int[] offsets(String text) {
    int count = text.codePointCount(0, text.length());
    if (count == text.length()) {
      return new int[0];
    }
    int[] offsets = new int[count + 1];
    int offset = 0;
    for (int i = 0; i < count; i++) {
      offsets[i] = offset;
      offset += Character.charCount(text.codePointAt(offset));
    }
    offsets[count] = offset;
    return offsets;
  }

  /** The marks of SnakeYAML count code points. */
  private int offset(Mark mark) {
    return offsets.length == 0 ? mark.getIndex() : offsets[mark.getIndex()];
  }

  private YamlPiece piece(Event event) {
    int start = offset(event.getStartMark());
    if (event instanceof ScalarEvent scalar) {
      int end = offset(scalar.getEndMark());
      boolean block = scalar.isLiteral() || scalar.isFolded();
      if (block) {
        end = Math.max(start, withoutSpace(end));
      }
      leaves.add(new int[] {block ? Math.min(end, lineEnd(start)) : start, end});
      return new YamlPiece(
          Kind.SCALAR, start, end, false, scalar.getValue(), scalar.getScalarStyle(), List.of());
    }
    if (event instanceof AliasEvent) {
      int end = offset(event.getEndMark());
      return new YamlPiece(Kind.ALIAS, start, end, false, "", ScalarStyle.PLAIN, List.of());
    }
    CollectionStartEvent collection = (CollectionStartEvent) event;
    Kind kind = event instanceof MappingStartEvent ? Kind.MAPPING : Kind.LIST;
    List<YamlPiece> children = new ArrayList<>();
    int end = start;
    Event next = events.next();
    while (!next.is(Event.ID.SequenceEnd) && !next.is(Event.ID.MappingEnd)) {
      YamlPiece child = piece(next);
      children.add(child);
      end = Math.max(end, child.end());
      next = events.next();
    }
    if (collection.isFlow()) {
      end = offset(next.getEndMark());
    }
    return new YamlPiece(
        kind, start, end, collection.isFlow(), "", ScalarStyle.PLAIN, List.copyOf(children));
  }

  private int withoutSpace(int end) {
    int last = end;
    while (last > 0 && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    return last;
  }

  String text() {
    return text;
  }

  Optional<YamlPiece> root() {
    return root;
  }

  /**
   * Returns where something can be added at the end: the beginning of a line, or the text's end.
   */
  int documentEnd() {
    return documentEnd;
  }

  /** Returns the line break that the text uses. */
  String lineBreak() {
    int newline = text.indexOf('\n');
    return newline > 0 && text.charAt(newline - 1) == '\r' ? "\r\n" : "\n";
  }

  int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Returns the offset of the line break after an offset, or the end of the text. */
  int lineEnd(int offset) {
    int newline = text.indexOf('\n', offset);
    if (newline < 0) {
      return text.length();
    }
    return newline > offset && text.charAt(newline - 1) == '\r' ? newline - 1 : newline;
  }

  /** Returns where the line after an offset begins, or the end of the text. */
  int nextLine(int offset) {
    int newline = text.indexOf('\n', offset);
    return newline < 0 ? text.length() : newline + 1;
  }

  /**
   * Puts lines in where a line begins, or at the end of the text.
   *
   * @param lines without the last line break
   * @param lineIsRemoved whether the line before, the text's last perhaps, is taken out besides
   */
  void insertLines(Splices splices, int offset, String lines, boolean lineIsRemoved) {
    boolean open = offset == text.length() && !text.isEmpty() && !text.endsWith("\n");
    splices.insert(offset, open && !lineIsRemoved ? lineBreak() + lines : lines + lineBreak());
  }

  int column(int offset) {
    return offset - lineStart(offset);
  }

  /** Returns the comments of a stretch, each from its mark to the end of its line. */
  List<String> comments(int start, int end) {
    List<String> comments = new ArrayList<>();
    int index = start;
    while (index < end) {
      int skip = leafEnd(index);
      if (skip > index) {
        index = skip;
      } else if (isComment(index)) {
        comments.add(text.substring(index, lineEnd(index)).stripTrailing());
        index = lineEnd(index);
      } else {
        index++;
      }
    }
    return comments;
  }

  /** Returns the last offset of a character in a stretch outside of comments, or -1. */
  int lastOutsideComments(char wanted, int start, int end) {
    int found = -1;
    int index = start;
    while (index < end) {
      if (isComment(index)) {
        index = lineEnd(index);
      } else {
        found = text.charAt(index) == wanted ? index : found;
        index++;
      }
    }
    return found;
  }

  private boolean isComment(int index) {
    return text.charAt(index) == '#'
        && (index == 0 || Character.isWhitespace(text.charAt(index - 1)));
  }

  /** Returns the end of the scalar that holds an offset, or the offset. */
  private int leafEnd(int index) {
    int low = 0;
    int high = leaves.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int[] leaf = leaves.get(middle);
      if (index < leaf[0]) {
        high = middle - 1;
      } else if (index >= leaf[1]) {
        low = middle + 1;
      } else {
        return leaf[1];
      }
    }
    return index;
  }
}
