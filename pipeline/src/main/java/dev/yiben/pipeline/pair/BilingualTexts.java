package dev.yiben.pipeline.pair;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.TextRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Recognises translations that show their source too, and leaves it out of them: as segments of its
 * own among those of the translation, or within each of them.
 */
final class BilingualTexts {
  private static final double MOST = 0.8;

  private BilingualTexts() {}

  /** Returns the segments of a translation without those that repeat the source. */
  static List<Segment> withoutSource(List<Segment> targets, List<Segment> sources) {
    List<Segment> texts = sources.stream().filter(BilingualTexts::isText).toList();
    if (texts.isEmpty() || targets.size() < sources.size() + texts.size() * MOST) {
      return targets;
    }
    Map<String, Integer> wanted = new HashMap<>();
    texts.forEach(segment -> wanted.merge(text(segment), 1, Integer::sum));
    List<Segment> others = new ArrayList<>();
    int repeated = 0;
    for (Segment target : targets) {
      Integer left = wanted.get(text(target));
      if (left != null && left > 0) {
        wanted.put(text(target), left - 1);
        repeated++;
      } else {
        others.add(target);
      }
    }
    return repeated >= texts.size() * MOST ? others : targets;
  }

  /**
   * Returns pairs whose translations have their source no longer before or behind them, if that is
   * so for most.
   */
  static List<Pairing> withoutSource(List<Pairing> pairs) {
    long both = 0;
    long bilingual = 0;
    for (Pairing pair : pairs) {
      if (pair.isPair() && isText(pair.source().get())) {
        both++;
        bilingual += isBilingual(pair) ? 1 : 0;
      }
    }
    if (both == 0 || bilingual < both * MOST) {
      return pairs;
    }
    return pairs.stream().map(pair -> isBilingual(pair) ? stripped(pair) : pair).toList();
  }

  private static boolean isBilingual(Pairing pair) {
    if (!pair.isPair()) {
      return false;
    }
    String source = text(pair.source().get());
    String target = text(pair.target().get());
    return !source.isEmpty()
        && target.length() > source.length()
        && (target.startsWith(source) || target.endsWith(source));
  }

  private static Pairing stripped(Pairing pair) {
    Segment target = pair.target().get();
    String source = text(pair.source().get());
    boolean before = text(target).startsWith(source);
    List<Inline> content = target.source().content();
    int length = source.length();
    List<Inline> kept = new ArrayList<>();
    for (int i = 0; i < content.size(); i++) {
      Inline inline = content.get(before ? i : content.size() - 1 - i);
      if (inline instanceof TextRun run && length > 0) {
        int end = covering(run.text(), length, before);
        length -= letters(run.text());
        String rest = before ? run.text().substring(end) : run.text().substring(0, end);
        if (!rest.isBlank()) {
          boolean cut = rest.length() < run.text().length();
          String text = cut ? before ? rest.stripLeading() : rest.stripTrailing() : rest;
          kept.add(before ? kept.size() : 0, new TextRun(text));
        }
      } else if (length <= 0 && !(kept.isEmpty() && isSpace(inline))) {
        kept.add(before ? kept.size() : 0, inline);
      }
    }
    return pair.withTarget(target.with(copy(kept)));
  }

  /** What parts a source from its translation. */
  private static boolean isSpace(Inline inline) {
    return inline instanceof InlineCode code
        ? code.kind() == InlineCode.Kind.STANDALONE && code.text().isBlank()
        : ((TextRun) inline).text().isBlank();
  }

  /** Returns where the text ends, or begins, that has so many characters that are no space. */
  private static int covering(String text, int characters, boolean before) {
    int left = characters;
    int at = before ? 0 : text.length();
    while (left > 0 && (before ? at < text.length() : at > 0)) {
      char c = before ? text.charAt(at) : text.charAt(at - 1);
      left -= Character.isWhitespace(c) ? 0 : 1;
      at += before ? 1 : -1;
    }
    return at;
  }

  private static CodedText copy(List<Inline> content) {
    CodedText.Builder copy = CodedText.builder();
    Map<Integer, Integer> open = new HashMap<>();
    for (Inline inline : content) {
      if (inline instanceof TextRun run) {
        copy.text(run.text());
      } else if (inline instanceof InlineCode code) {
        switch (code.kind()) {
          case OPEN -> open.put(code.number(), copy.open(code.original()));
          case CLOSE -> {
            Integer number = open.remove(code.number());
            if (number != null) {
              copy.close(number, code.original());
            }
          }
          case STANDALONE -> copy.standalone(code.original(), code.text());
        }
      }
    }
    open.values().forEach(number -> copy.close(number, ""));
    return copy.build();
  }

  private static boolean isText(Segment segment) {
    return segment.skipRule().isEmpty()
        && segment.source().plainText().codePoints().anyMatch(Character::isLetter);
  }

  private static int letters(String text) {
    return (int) text.chars().filter(c -> !Character.isWhitespace(c)).count();
  }

  /** The text without its spaces, which the layout may have changed. */
  private static String text(Segment segment) {
    return segment.source().plainText().replaceAll("\\s+", "");
  }
}
