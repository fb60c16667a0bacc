package dev.yiben.formats.block;

import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.TextRun;
import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.markup.MarkupScanner;
import dev.yiben.formats.markup.Token;
import dev.yiben.formats.markup.Token.EndTag;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.splice.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What of a segment's markup stands in both copies of it, and what only once. */
final class Copies {
  private static final Set<String> PICTURES = Set.of("img", "image", "picture", "svg");

  /** What is played, filled in or run, and what marks a place. */
  private static final Set<String> ONCE =
      Set.of(
          "applet",
          "audio",
          "button",
          "canvas",
          "embed",
          "iframe",
          "input",
          "map",
          "object",
          "pagenum",
          "script",
          "select",
          "style",
          "template",
          "textarea",
          "video");

  private static final Pattern GLYPH = Pattern.compile("(?i).*(?:gaiji|glyph|inline).*");
  private static final int GLYPH_PIXELS = 48;
  private static final int GLYPH_NAME = 2;

  private final String text;
  private final List<Token> tokens;
  private final Structure structure;
  private final TagIndex tags;

  Copies(String text, List<Token> tokens, Structure structure) {
    this.text = text;
    this.tokens = tokens;
    this.structure = structure;
    this.tags = new TagIndex(text, tokens, structure);
  }

  /** Returns the slots of the pictures that a segment begins or ends with. */
  List<Slot> edgePictures(Unit unit, boolean atEnd) {
    Map<String, Slot> slots =
        unit.slots().stream().collect(Collectors.toMap(Slot::placeholder, Function.identity()));
    List<Slot> pictures = new ArrayList<>();
    List<Inline> content = unit.segment().source().content();
    for (int i = 0; i < content.size(); i++) {
      Inline inline = content.get(atEnd ? content.size() - 1 - i : i);
      Slot slot = inline instanceof InlineCode code ? slots.get(code.placeholder()) : null;
      if (slot != null && isLargePicture((InlineCode) inline, slot)) {
        pictures.add(atEnd ? 0 : pictures.size(), slot);
      } else if (!(inline instanceof TextRun run && run.text().isBlank())) {
        break;
      }
    }
    return pictures;
  }

  private boolean isLargePicture(InlineCode code, Slot slot) {
    List<StartTag> tags = startTags(slot.start(), slot.end());
    return code.kind() == InlineCode.Kind.STANDALONE
        && tags.stream().anyMatch(tag -> PICTURES.contains(tag.localName()))
        && tags.stream().noneMatch(this::isGlyph)
        && tags.stream().noneMatch(tag -> value(tag, "href").contains("#"));
  }

  /** Returns whether a picture stands for a character. */
  private boolean isGlyph(StartTag tag) {
    String name = value(tag, "alt").strip();
    return GLYPH.matcher(value(tag, "class")).matches()
        || (!name.isEmpty() && name.codePointCount(0, name.length()) <= GLYPH_NAME)
        || isSmall(value(tag, "height"));
  }

  private static boolean isSmall(String height) {
    String digits = height.strip().replaceFirst("px$", "");
    return digits.matches("[0-9]{1,4}") && Integer.parseInt(digits) <= GLYPH_PIXELS;
  }

  private String value(StartTag tag, String name) {
    return tag.attributes().stream()
        .filter(attribute -> attribute.localName().equals(name))
        .map(attribute -> attribute.value(text))
        .findFirst()
        .orElse("");
  }

  /** Returns whether all tags in a range have their other halves in it. */
  boolean isWhole(int start, int end) {
    int first = indexAt(start);
    int last = indexAt(end);
    for (int i = first; i < last; i++) {
      boolean tag = tokens.get(i) instanceof StartTag || tokens.get(i) instanceof EndTag;
      if (tag && (structure.partner(i) < first || structure.partner(i) >= last)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the patches that make of a range a second copy. */
  List<Patch> repeated(int start, int end) {
    List<Patch> patches = new ArrayList<>();
    int done = start;
    for (int i = indexAt(start); i < indexAt(end); i++) {
      if (!(tokens.get(i) instanceof StartTag tag) || tag.start() < done) {
        continue;
      }
      int partner = structure.partner(i);
      int tagEnd = partner < 0 ? tag.end() : tokens.get(partner).end();
      if (isOnce(i, tag) && tagEnd <= end) {
        patches.add(new Patch(tag.start(), tagEnd, ""));
        done = tagEnd;
      } else {
        patches.addAll(withoutAnchors(text, tag));
      }
    }
    return patches;
  }

  /** Returns markup of a segment's own without what links lead to. */
  static String withoutAnchors(String markup) {
    List<Patch> patches = new ArrayList<>();
    for (Token token : MarkupScanner.scan(markup, Set.of())) {
      if (token instanceof StartTag tag) {
        patches.addAll(withoutAnchors(markup, tag));
      }
    }
    StringBuilder without = new StringBuilder();
    int done = 0;
    for (Patch patch : patches) {
      without.append(markup, done, patch.start());
      done = patch.end();
    }
    return without.append(markup, done, markup.length()).toString();
  }

  private boolean isOnce(int i, StartTag tag) {
    return ONCE.contains(tag.localName())
        || Markers.rule(new Element(text, tokens, i, structure.partner(i), tags)).isPresent();
  }

  /** Returns the patches that take from a tag what links lead to. */
  private static List<Patch> withoutAnchors(String text, StartTag tag) {
    List<Patch> patches = new ArrayList<>();
    for (Attribute attribute : tag.attributes()) {
      String name = attribute.localName();
      if (name.equals("id") || (name.equals("name") && tag.localName().equals("a"))) {
        int from = attribute.start();
        while (Character.isWhitespace(text.charAt(from - 1))) {
          from--;
        }
        int quote = attribute.quote() == '\0' ? 0 : 1;
        patches.add(new Patch(from, attribute.valueEnd() + quote, ""));
      }
    }
    return patches;
  }

  /** Returns the tags that are wholly in a range. */
  private List<StartTag> startTags(int start, int end) {
    List<StartTag> tags = new ArrayList<>();
    for (int i = indexAt(start); i < tokens.size() && tokens.get(i).start() < end; i++) {
      if (tokens.get(i) instanceof StartTag tag && tag.start() >= start) {
        tags.add(tag);
      }
    }
    return tags;
  }

  /** Returns the first token that ends after an offset. */
  private int indexAt(int offset) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
