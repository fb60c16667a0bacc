package dev.yiben.formats.block;

import dev.yiben.formats.block.Item.Kind;
import dev.yiben.formats.format.Tally;
import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.markup.Characters;
import dev.yiben.formats.markup.Token;
import dev.yiben.formats.markup.Token.CharacterData;
import dev.yiben.formats.markup.Token.Doctype;
import dev.yiben.formats.markup.Token.EndTag;
import dev.yiben.formats.markup.Token.Instruction;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.markup.Token.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Walks over the tokens of one document and cuts them into units. */
final class BlockReader {
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Set<String> LANGUAGE = Set.of("dir", "lang", "xml:lang");

  /**
   * An element whose content is apart from the text around it.
   *
   * @param outer the run that it stands in
   */
  private record Embedding(int start, int end, Run outer) {}

  private final String markup;
  private final List<Token> tokens;
  private final Vocabulary vocabulary;
  private final Structure structure;
  private final TagIndex tags;
  private final UnitBuilder units;
  private final Deque<Block> blocks = new ArrayDeque<>();
  private final Deque<Embedding> embeddings = new ArrayDeque<>();
  private final Map<Integer, Readings> readings = new HashMap<>();
  private final Deque<Readings> openReadings = new ArrayDeque<>();
  private final List<StartTag> languageTags = new ArrayList<>();

  BlockReader(
      String markup, List<Token> tokens, Vocabulary vocabulary, String place, String stream) {
    this.markup = markup;
    this.tokens = tokens;
    this.vocabulary = vocabulary;
    this.structure = Structure.of(tokens, vocabulary);
    this.tags = new TagIndex(markup, tokens, structure);
    this.units = new UnitBuilder(markup, place, stream, entities(tokens), vocabulary);
    push(Block.OUTERMOST);
  }

  private static Map<String, String> entities(List<Token> tokens) {
    return tokens.stream()
        .filter(Doctype.class::isInstance)
        .map(token -> ((Doctype) token).entities())
        .findFirst()
        .orElse(Map.of());
  }

  void read() {
    int next = 0;
    while (next < tokens.size()) {
      while (blocks.element().scopeEnd() < next) {
        units.flush();
        pop();
      }
      if (!embeddings.isEmpty() && embeddings.element().end() == next) {
        endEmbedding(embeddings.remove());
        next++;
        continue;
      }
      next = read(next);
    }
    units.flush();
  }

  private void push(Block block) {
    blocks.push(block);
    units.enter(block);
  }

  private void pop() {
    blocks.remove();
    units.enter(blocks.element());
  }

  List<Unit> units() {
    return units.units();
  }

  Tally tally() {
    return units.tally();
  }

  /** Returns the start tags with a language or direction whose content is translated. */
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
      units.text(text.start(), text.end());
    } else if (token instanceof CharacterData data) {
      String content = markup.substring(data.contentStart(), data.contentEnd());
      units.encoded(data.start(), data.end(), content);
    } else {
      // In the place of an instruction of a template language there may be text.
      boolean shows = token instanceof Instruction && vocabulary.templateCode().isPresent();
      units.code(shows ? Kind.ATOM : Kind.MARK, token.start(), token.end(), "");
    }
    return i + 1;
  }

  private int start(int i, StartTag tag) {
    int end = structure.partner(i);
    Treatment treatment = vocabulary.treatment(new Element(markup, tokens, i, end, tags));
    switch (treatment.kind()) {
      case BLOCK -> {
        units.flush();
        push(blocks.element().with(treatment, structure.scopeEnd(i)));
        ownAttributes(tag);
      }
      case ESCAPED -> {
        units.flush();
        push(blocks.element().with(treatment, structure.scopeEnd(i)));
        if (end == i + 2 && EscapedMarkup.read(markup, tokens.get(i + 1), units)) {
          return end;
        }
      }
      case EMBEDDED -> embed(i, tag, treatment);
      case INLINE -> {
        if (treatment.isReleased() && blocks.element().rule().isPresent()) {
          embed(i, tag, treatment);
        } else {
          ownAttributes(tag);
          inline(tag, i, end);
        }
      }
      case RUBY -> {
        ownAttributes(tag);
        inline(tag, i, end);
        if (end > i) {
          Readings own = new Readings(markup, tokens, structure);
          readings.put(i, own);
          openReadings.push(own);
        }
      }
      case UNWRAPPED -> gone(tag, tag.end());
      case BREAK -> {
        ownAttributes(tag);
        int last = Math.max(i, end);
        units.lineBreak(tag.start(), tokens.get(last).end());
        return last + 1;
      }
      case OPAQUE, KEPT, MARKER, DROPPED, IGNORED -> {
        if (treatment.kind() == Treatment.Kind.OPAQUE) {
          ownAttributes(tag);
        }
        int last = Math.max(i, end);
        swallow(treatment, i, last);
        return last + 1;
      }
    }
    return i + 1;
  }

  private void inline(StartTag tag, int i, int end) {
    if (end == i) {
      units.code(Kind.MARK, tag.start(), tag.end(), "");
    } else if (end < 0) {
      units.code(Kind.OPEN, tag.start(), tag.end(), "");
    } else {
      units.run().open(tag.start(), tag.end(), i);
    }
  }

  private void embed(int i, StartTag tag, Treatment treatment) {
    int end = structure.partner(i);
    if (end > i) {
      embeddings.push(new Embedding(i, end, units.begin()));
    } else if (end < 0) {
      units.flush();
    }
    push(blocks.element().with(treatment, structure.scopeEnd(i)));
    ownAttributes(tag);
    if (end == i) {
      pop();
      units.code(Kind.ATOM, tag.start(), tag.end(), "");
    }
  }

  private void endEmbedding(Embedding embedding) {
    units.flush();
    while (blocks.element().scopeEnd() <= embedding.end()) {
      pop();
    }
    units.resume(embedding.outer());
    int start = tokens.get(embedding.start()).start();
    units.code(Kind.ATOM, start, tokens.get(embedding.end()).end(), "");
  }

  /** Leaves a tag out of translated text, but not the link targets that it is. */
  private void gone(StartTag tag, int end) {
    String anchors = Readings.anchors(markup, tag);
    Kind kind = anchors.isEmpty() ? Kind.GONE : Kind.MARK;
    units.run().add(new Item(kind, tag.start(), end, "", Item.UNPAIRED, anchors));
  }

  private void end(int i, EndTag tag) {
    int start = structure.partner(i);
    if (start < 0) {
      strayEnd(tag);
      return;
    }
    switch (vocabulary.treatment(new Element(markup, tokens, start, i, tags)).kind()) {
      case BLOCK, ESCAPED -> units.flush();
      case UNWRAPPED -> units.gone(tag.start(), tag.end());
      case RUBY -> endRuby(start, tag);
      case EMBEDDED, INLINE, OPAQUE, KEPT, MARKER, BREAK, DROPPED, IGNORED ->
          units.run().close(tag.start(), tag.end(), start);
    }
  }

  private void strayEnd(EndTag tag) {
    if (vocabulary.endsSegments(tag.localName())) {
      units.flush();
    } else {
      units.code(Kind.CLOSE, tag.start(), tag.end(), "");
    }
  }

  private void endRuby(int start, EndTag tag) {
    Readings own = readings.remove(start);
    openReadings.remove(own);
    String endTag = markup.substring(tag.start(), tag.end());
    units.run().close(tag.start(), tag.end(), start, own.written() + endTag);
  }

  /** Takes a whole element out of the text and counts what it holds. */
  private void swallow(Treatment treatment, int from, int to) {
    String shown = treatment.kind() == Treatment.Kind.IGNORED ? "" : count(treatment, from, to);
    int start = tokens.get(from).start();
    int end = tokens.get(to).end();
    String text = SPACES.matcher(shown.strip()).replaceAll(" ");
    if (treatment.kind() == Treatment.Kind.MARKER) {
      units.code(Kind.MARK, start, end, text);
    } else if (treatment.kind() != Treatment.Kind.DROPPED) {
      units.code(Kind.ATOM, start, end, text);
    } else if (openReadings.isEmpty()) {
      StringBuilder anchors = new StringBuilder();
      for (Token token : tokens.subList(from, to + 1)) {
        if (token instanceof StartTag tag) {
          anchors.append(Readings.anchors(markup, tag));
        }
      }
      Kind kind = anchors.isEmpty() ? Kind.GONE : Kind.MARK;
      units.run().add(new Item(kind, start, end, "", Item.UNPAIRED, anchors.toString()));
    } else {
      openReadings.element().add(from, to);
      units.gone(start, end);
    }
  }

  private String count(Treatment treatment, int from, int to) {
    String rule = treatment.rule().orElse("markup");
    boolean ownAttributes = treatment.kind() == Treatment.Kind.OPAQUE;
    StringBuilder shown = new StringBuilder();
    for (int i = from; i <= to; i++) {
      Token token = tokens.get(i);
      if (token instanceof StartTag tag && !(i == from && ownAttributes)) {
        textAttributes(tag).forEach(attribute -> units.outside(rule, attribute.value(markup)));
      } else if (token instanceof Text text) {
        shown.append(Characters.decode(markup, text.start(), text.end()));
      } else if (token instanceof CharacterData data) {
        shown.append(markup, data.contentStart(), data.contentEnd());
      }
    }
    units.outside(rule, shown.toString());
    return shown.toString();
  }

  private List<Attribute> textAttributes(StartTag tag) {
    Set<String> names = vocabulary.textAttributes(tag);
    return tag.attributes().stream()
        .filter(a -> names.contains(a.name()) || names.contains(lower(a.name())))
        .toList();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private void ownAttributes(StartTag tag) {
    if (tag.attributes().isEmpty()) {
      return;
    }
    Block block = blocks.element();
    boolean hasText =
        !vocabulary.isVoid(tag.localName()) || !vocabulary.textAttributes(tag).isEmpty();
    if (hasText
        && block.rule().isEmpty()
        && tag.attributes().stream().anyMatch(a -> LANGUAGE.contains(lower(a.name())))) {
      languageTags.add(tag);
    }
    for (Attribute attribute : textAttributes(tag)) {
      if (block.rule().isPresent()) {
        units.outside(block.rule().get(), attribute.value(markup));
      } else {
        units.attribute(attribute);
      }
    }
  }
}
