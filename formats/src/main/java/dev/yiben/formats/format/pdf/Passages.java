package dev.yiben.formats.format.pdf;

import com.ibm.icu.util.ULocale;
import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.TextRun;
import dev.yiben.formats.pdf.page.Direction;
import dev.yiben.formats.pdf.typeset.Frame;
import dev.yiben.formats.pdf.typeset.Item;
import dev.yiben.formats.pdf.typeset.Look;
import dev.yiben.formats.pdf.typeset.Passage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes of targets what is to be set. */
final class Passages {
  private static final Set<String> VERTICAL = Set.of("zh", "ja", "ko", "yue");

  private final String language;
  private final boolean canBeVertical;

  Passages(String language) {
    this.language = language;
    this.canBeVertical = VERTICAL.contains(ULocale.forLanguageTag(language).getLanguage());
  }

  /** Returns the direction that a part is set in. */
  Direction direction(Part part, Unit unit) {
    return turnsUpright(part, unit) ? Direction.HORIZONTAL : part.direction();
  }

  private Frame frame(Part part, Unit unit) {
    return turnsUpright(part, unit) ? Frames.upright(part.frame(), part.direction()) : part.frame();
  }

  /** Returns whether vertical lines become ones from left to right; drawings would not turn. */
  private boolean turnsUpright(Part part, Unit unit) {
    return part.frame().vertical()
        && !canBeVertical
        && Frames.canTurnUpright(part.frame(), part.direction())
        && unit.parts().stream()
            .flatMap(any -> any.text().meanings().values().stream())
            .noneMatch(Meaning.Drawn.class::isInstance);
  }

  /** Returns what is to be set: each run of text in the look of the codes around it. */
  Passage passage(Unit unit, CodedText target, double mostScale) {
    Map<Integer, Meaning> meanings = new HashMap<>();
    for (int i = 0; i < unit.parts().size(); i++) {
      int before = unit.codesBefore(i);
      unit.parts()
          .get(i)
          .text()
          .meanings()
          .forEach((number, meaning) -> meanings.put(number + before, meaning));
    }
    ParagraphText first = unit.parts().get(0).text();
    Look plain = first.base();
    Look base = new Look(plain.style().of(first.font()), plain.ratio(), plain.rise(), plain.ink());
    Deque<Integer> open = new ArrayDeque<>();
    List<Item> items = new ArrayList<>();
    for (Inline inline : target.content()) {
      if (inline instanceof TextRun run) {
        items.add(new Item.Text(run.text(), look(open, meanings, base), anchor(open, meanings)));
      } else if (inline instanceof InlineCode code) {
        switch (code.kind()) {
          case OPEN -> open.push(code.number());
          case CLOSE -> open.pop();
          case STANDALONE -> {
            if (meanings.get(code.number()) instanceof Meaning.Drawn drawn) {
              items.add(
                  new Item.Inset(
                      code.number(),
                      drawn.width(),
                      drawn.ascent(),
                      drawn.descent(),
                      anchor(open, meanings)));
            } else {
              items.add(
                  new Item.Text(code.text(), look(open, meanings, base), anchor(open, meanings)));
            }
          }
        }
      }
    }
    return new Passage(
        items, unit.parts().stream().map(part -> frame(part, unit)).toList(), language, mostScale);
  }

  /** Returns the glyph of the page that text is painted as; -1 for that of its paragraph. */
  static int ink(Look look, Unit unit, int part) {
    int page = unit.parts().get(part).page();
    return look.ink() >= 0
            && unit.parts().stream()
                .filter(any -> any.page() == page)
                .flatMap(any -> any.text().meanings().values().stream())
                .anyMatch(
                    meaning ->
                        meaning instanceof Meaning.Styled styled && styled.glyph() == look.ink())
        ? look.ink()
        : -1;
  }

  private static Look look(Deque<Integer> open, Map<Integer, Meaning> meanings, Look base) {
    for (int number : open) {
      if (meanings.get(number) instanceof Meaning.Styled styled) {
        Look look = styled.look();
        return new Look(look.style().of(styled.font()), look.ratio(), look.rise(), styled.glyph());
      }
    }
    return new Look(base.style(), base.ratio(), base.rise(), -1);
  }

  private static int anchor(Deque<Integer> open, Map<Integer, Meaning> meanings) {
    for (int number : open) {
      if (meanings.get(number) instanceof Meaning.Link) {
        return number;
      }
    }
    return -1;
  }
}
