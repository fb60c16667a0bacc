package dev.yiben.formats.block;

import dev.yiben.formats.block.Item.Kind;
import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.markup.Characters;
import dev.yiben.formats.markup.Characters.Piece;
import dev.yiben.formats.markup.Token;
import dev.yiben.formats.markup.Token.CharacterData;
import dev.yiben.formats.markup.Token.EndTag;
import dev.yiben.formats.markup.Token.Instruction;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.markup.Token.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Walks over the tokens of one document and cuts them into units. */
final class BlockReader {
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Set<String> LANGUAGE = Set.of("lang", "xml:lang");

  /** A block that is open. */
  private record Frame(int scopeEnd, Role role, Optional<String> rule) {}

  private final String markup;
  private final List<Token> tokens;
  private final Vocabulary vocabulary;
  private final String place;
  private final String stream;
  private final Structure structure;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final List<Unit> units = new ArrayList<>();
  private final List<StartTag> languageTags = new ArrayList<>();
  private final Tally tally = new Tally();
  private Run run = new Run();

  BlockReader(
      String markup, List<Token> tokens, Vocabulary vocabulary, String place, String stream) {
    this.markup = markup;
    this.tokens = tokens;
    this.vocabulary = vocabulary;
    this.place = place;
    this.stream = stream;
    this.structure = new Structure(tokens, vocabulary);
    frames.push(new Frame(Integer.MAX_VALUE, Role.PARAGRAPH, Optional.empty()));
  }

  void read() {
    int next = 0;
    while (next < tokens.size()) {
      while (frames.element().scopeEnd() < next) {
        frames.pop();
      }
      next = read(next);
    }
    flush();
  }

  List<Unit> units() {
    return units;
  }

  Tally tally() {
    return tally;
  }

  /** Returns the start tags with a language whose content is translated. */
  List<StartTag> languageTags() {
    return languageTags;
  }

  /** Reads a token, or a whole element, and returns the number of the next token. */
  private int read(int i) {
    Token token = tokens.get(i);
    if (token instanceof StartTag tag) {
      return start(i, tag);
    }
    if (token instanceof EndTag tag) {
      end(i, tag);
    } else if (token instanceof Text text) {
      addMarkup(text.start(), text.end());
    } else if (token instanceof CharacterData data) {
      addText(Kind.ENCODED, data, markup.substring(data.contentStart(), data.contentEnd()));
    } else {
      // In the place of an instruction of a template language there may be text.
      boolean shows = token instanceof Instruction && vocabulary.templateCode().isPresent();
      Item.Kind kind = shows ? Kind.ATOM : Kind.MARK;
      run.add(new Item(kind, token.start(), token.end(), "", Item.UNPAIRED));
    }
    return i + 1;
  }

  /** Adds text as it stands in the markup, with references and the code of templates. */
  private void addMarkup(int start, int end) {
    int done = start;
    if (vocabulary.templateCode().isPresent()) {
      Matcher code = vocabulary.templateCode().get().matcher(markup).region(start, end);
      while (code.find()) {
        Characters.pieces(markup, done, code.start()).forEach(this::add);
        outside("template-code", code.group());
        run.add(new Item(Kind.ATOM, code.start(), code.end(), code.group(), Item.UNPAIRED));
        done = code.end();
      }
    }
    Characters.pieces(markup, done, end).forEach(this::add);
  }

  private void add(Piece piece) {
    Item.Kind kind = piece.kind() == Characters.Kind.LITERAL ? Kind.LITERAL : Kind.ENCODED;
    if (piece.kind() == Characters.Kind.UNKNOWN_REFERENCE) {
      outside("unknown-entity", piece.value());
      kind = Kind.ATOM;
    } else {
      countText(piece.value());
    }
    run.add(new Item(kind, piece.start(), piece.end(), piece.value(), Item.UNPAIRED));
  }

  private void addText(Kind kind, Token token, String value) {
    countText(value);
    if (!value.isEmpty()) {
      run.add(new Item(kind, token.start(), token.end(), value, Item.UNPAIRED));
    }
  }

  private void countText(String value) {
    tally.text(value);
    value
        .chars()
        .filter(c -> c == '⟦' || c == '⟧')
        .forEach(c -> tally.outside("placeholder-bracket", Character.toString(c)));
  }

  private void outside(String rule, String value) {
    tally.text(value);
    tally.outside(rule, value);
  }

  private int start(int i, StartTag tag) {
    int end = structure.partner(i);
    Element element = new Element(markup, tokens, i, end);
    Treatment treatment = vocabulary.treatment(element);
    boolean whole = end >= 0;
    switch (treatment.kind()) {
      case BLOCK -> {
        flush();
        Frame parent = frames.element();
        Optional<String> rule = parent.rule().or(treatment::rule);
        frames.push(new Frame(structure.scopeEnd(i), treatment.role().orElse(parent.role()), rule));
        ownAttributes(tag);
      }
      case INLINE -> {
        ownAttributes(tag);
        inline(tag, i, end);
      }
      case UNWRAPPED -> gone(tag.start(), tag.end());
      case BREAK -> {
        ownAttributes(tag);
        if (whole) {
          lineBreak(tag.start(), tokens.get(end).end());
          return end + 1;
        }
        lineBreak(tag.start(), tag.end());
      }
      case OPAQUE, KEPT, DROPPED, IGNORED -> {
        if (treatment.kind() == Treatment.Kind.OPAQUE) {
          ownAttributes(tag);
        }
        int last = whole ? end : i;
        swallow(treatment, i, last);
        return last + 1;
      }
    }
    return i + 1;
  }

  private void inline(StartTag tag, int i, int end) {
    if (end == i) {
      run.add(new Item(Kind.MARK, tag.start(), tag.end(), "", Item.UNPAIRED));
    } else if (end < 0) {
      run.add(new Item(Kind.OPEN, tag.start(), tag.end(), "", Item.UNPAIRED));
    } else {
      run.open(tag.start(), tag.end(), i);
    }
  }

  private void lineBreak(int start, int end) {
    if (run.endsWithBreak() && run.isVisible()) {
      flush();
    }
    run.add(new Item(Kind.BREAK, start, end, "\n", Item.UNPAIRED));
  }

  private void gone(int start, int end) {
    run.add(new Item(Kind.GONE, start, end, "", Item.UNPAIRED));
  }

  private void end(int i, EndTag tag) {
    int start = structure.partner(i);
    Treatment.Kind kind =
        start < 0
            ? Treatment.Kind.INLINE
            : vocabulary.treatment(new Element(markup, tokens, start, i)).kind();
    if (kind == Treatment.Kind.BLOCK) {
      flush();
    } else if (kind == Treatment.Kind.UNWRAPPED) {
      gone(tag.start(), tag.end());
    } else if (start < 0) {
      run.add(new Item(Kind.CLOSE, tag.start(), tag.end(), "", Item.UNPAIRED));
    } else {
      run.close(tag.start(), tag.end(), start);
    }
  }

  /** Takes a whole element out of the text and counts what it holds. */
  private void swallow(Treatment treatment, int from, int to) {
    int start = tokens.get(from).start();
    int end = tokens.get(to).end();
    StringBuilder shown = new StringBuilder();
    if (treatment.kind() != Treatment.Kind.IGNORED) {
      String rule = treatment.rule().orElse("markup");
      boolean ownAttributes = treatment.kind() == Treatment.Kind.OPAQUE;
      for (int i = from; i <= to; i++) {
        Token token = tokens.get(i);
        if (token instanceof StartTag tag && !(i == from && ownAttributes)) {
          textAttributes(tag).forEach(attribute -> outside(rule, attribute.value(markup)));
        } else if (token instanceof Text text) {
          shown.append(Characters.decode(markup, text.start(), text.end()));
        } else if (token instanceof CharacterData data) {
          shown.append(markup, data.contentStart(), data.contentEnd());
        }
      }
      outside(rule, shown.toString());
    }
    if (treatment.kind() == Treatment.Kind.DROPPED) {
      gone(start, end);
    } else {
      String text = SPACES.matcher(shown.toString().strip()).replaceAll(" ");
      run.add(new Item(Kind.ATOM, start, end, text, Item.UNPAIRED));
    }
  }

  private List<Attribute> textAttributes(StartTag tag) {
    Set<String> names = vocabulary.textAttributes(tag);
    return tag.attributes().stream().filter(a -> names.contains(a.name())).toList();
  }

  private void ownAttributes(StartTag tag) {
    Frame frame = frames.element();
    boolean hasText =
        !vocabulary.isVoid(tag.localName()) || !vocabulary.textAttributes(tag).isEmpty();
    if (hasText
        && frame.rule().isEmpty()
        && tag.attributes().stream().anyMatch(a -> LANGUAGE.contains(a.name()))) {
      languageTags.add(tag);
    }
    for (Attribute attribute : textAttributes(tag)) {
      if (frame.rule().isPresent()) {
        outside(frame.rule().get(), attribute.value(markup));
      } else {
        attribute(attribute);
      }
    }
  }

  private void attribute(Attribute attribute) {
    Run body = run;
    run = new Run();
    addMarkup(attribute.valueStart(), attribute.valueEnd());
    if (run.isVisible()) {
      char quote = attribute.quote();
      addUnit(CodedRun.of(markup, run.items()), Role.ATTRIBUTE, Optional.empty(), quote);
    }
    run = body;
  }

  /** Ends the run; where there is text in it, it is a segment. */
  private void flush() {
    if (run.isVisible()) {
      Frame frame = frames.element();
      addUnit(CodedRun.of(markup, run.items()), frame.role(), frame.rule(), Unit.CONTENT);
    }
    run = new Run();
  }

  private void addUnit(CodedRun coded, Role role, Optional<String> rule, char quote) {
    CodedText text = coded.text();
    SegmentId id = new SegmentId(place + "#p" + (units.size() + 1));
    Segment segment = new Segment(id, text, role, stream, rule);
    units.add(new Unit(segment, coded.start(), coded.end(), coded.slots(), quote));
  }
}
