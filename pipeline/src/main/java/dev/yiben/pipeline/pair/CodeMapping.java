package dev.yiben.pipeline.pair;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.InlineCode.Kind;
import dev.yiben.formats.document.TextRun;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Tells which codes of a source a translation has that was read by itself: a code has another
 * number there if it stands in another place.
 */
final class CodeMapping {
  /** Numbers of the source's codes by those of the translation. */
  private final Map<Integer, Integer> numbers = new HashMap<>();

  private final Map<Integer, InlineCode> free = new LinkedHashMap<>();

  private CodeMapping(CodedText source) {
    starts(source).forEach(code -> free.put(code.number(), code));
  }

  /**
   * Returns a translation whose codes are those of its source where they are the same or, failing
   * that, of the same name; what it has besides gets numbers that the source has not.
   *
   * @param source a text whose codes are numbered as they come
   */
  static CodedText map(CodedText target, CodedText source) {
    if (target.codes().isEmpty() || target.codes().equals(source.codes())) {
      return target;
    }
    CodeMapping mapping = new CodeMapping(source);
    List<InlineCode> codes = starts(target);
    mapping.take(codes, InlineCode::original);
    mapping.take(codes, CodeMapping::name);
    CodedText dictionary = mapping.dictionary(source, target);
    StringBuilder marked = new StringBuilder();
    for (Inline inline : target.content()) {
      marked.append(
          inline instanceof TextRun run ? run.text() : mapping.placeholder((InlineCode) inline));
    }
    return dictionary.withMarked(marked.toString());
  }

  private static List<InlineCode> starts(CodedText text) {
    return text.codes().stream().filter(code -> code.kind() != Kind.CLOSE).toList();
  }

  private void take(List<InlineCode> codes, Function<InlineCode, String> likeness) {
    Map<String, Deque<Integer>> waiting = new HashMap<>();
    free.values()
        .forEach(
            code ->
                waiting
                    .computeIfAbsent(code.kind() + likeness.apply(code), key -> new ArrayDeque<>())
                    .add(code.number()));
    for (InlineCode code : codes) {
      Deque<Integer> same = waiting.get(code.kind() + likeness.apply(code));
      if (same != null && !same.isEmpty() && !numbers.containsKey(code.number())) {
        int number = same.remove();
        numbers.put(code.number(), number);
        free.remove(number);
      }
    }
  }

  /** Returns the name of a tag, or what else comes first in a code. */
  static String name(InlineCode code) {
    String original = code.original();
    int start = 0;
    while (start < original.length() && !Character.isLetterOrDigit(original.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < original.length() && Character.isLetterOrDigit(original.charAt(end))) {
      end++;
    }
    return start == end ? original : original.substring(start, end);
  }

  /** Returns a text that has the codes of the source, and after them those that it has not. */
  private CodedText dictionary(CodedText source, CodedText target) {
    CodedText.Builder all = CodedText.builder();
    int last = 0;
    for (InlineCode code : source.codes()) {
      last = Math.max(last, code.number());
      switch (code.kind()) {
        case OPEN -> all.open(code.original());
        case CLOSE -> all.close(code.number(), code.original());
        case STANDALONE -> all.standalone(code.original(), code.text());
      }
    }
    Map<Integer, String> ends = new HashMap<>();
    target.codes().stream()
        .filter(code -> code.kind() == Kind.CLOSE)
        .forEach(code -> ends.put(code.number(), code.original()));
    for (InlineCode code : starts(target)) {
      if (!numbers.containsKey(code.number())) {
        last++;
        numbers.put(code.number(), last);
        if (code.kind() == Kind.OPEN) {
          all.close(all.open(code.original()), ends.getOrDefault(code.number(), ""));
        } else {
          all.standalone(code.original(), code.text());
        }
      }
    }
    return all.build();
  }

  private String placeholder(InlineCode code) {
    int number = numbers.get(code.number());
    return code.kind() == Kind.CLOSE ? "⟦/" + number + "⟧" : "⟦" + number + "⟧";
  }
}
