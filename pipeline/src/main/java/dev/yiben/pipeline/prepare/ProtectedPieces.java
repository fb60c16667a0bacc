package dev.yiben.pipeline.prepare;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.TagPairs;
import dev.yiben.formats.document.TextRun;
import dev.yiben.glossary.Splice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A text in pieces, some of which are protected and become codes. */
final class ProtectedPieces {
  /** What the text has there, or nothing for what is protected. */
  private final List<Inline> content = new ArrayList<>();

  private final Map<Integer, ProtectedText> kept = new HashMap<>();

  private ProtectedPieces() {}

  /**
   * Cuts a text.
   *
   * @param found what is protected in its runs, by their index in the content
   */
  static ProtectedPieces of(CodedText text, Map<Integer, List<Splice>> found) {
    ProtectedPieces pieces = new ProtectedPieces();
    List<Inline> content = text.content();
    for (int i = 0; i < content.size(); i++) {
      if (content.get(i) instanceof TextRun run) {
        pieces.add(run.text(), found.getOrDefault(i, List.of()));
      } else {
        pieces.content.add(content.get(i));
      }
    }
    return pieces;
  }

  private void add(String run, List<Splice> found) {
    int copied = 0;
    for (Splice splice : found) {
      addText(run.substring(copied, splice.start()));
      kept.put(content.size(), ProtectedText.of(splice.text()));
      content.add(null);
      copied = splice.end();
    }
    addText(run.substring(copied));
  }

  private void addText(String text) {
    if (!text.isEmpty()) {
      content.add(new TextRun(text));
    }
  }

  /**
   * Returns the text with what is protected as codes.
   *
   * @param lastNumber the highest number of the codes that it has already
   */
  CodedText coded(int lastNumber) {
    int[] partners = partners();
    List<Inline> coded = new ArrayList<>(content);
    int number = lastNumber;
    for (int i = 0; i < content.size(); i++) {
      if (coded.get(i) == null) {
        number++;
        String text = kept.get(i).text();
        int partner = partners[i];
        if (partner < 0) {
          // What it shows parts the words around it.
          coded.set(i, new InlineCode(number, InlineCode.Kind.STANDALONE, text, text));
        } else {
          coded.set(i, new InlineCode(number, InlineCode.Kind.OPEN, text, ""));
          coded.set(
              partner, new InlineCode(number, InlineCode.Kind.CLOSE, kept.get(partner).text(), ""));
        }
      }
    }
    return CodedText.of(coded);
  }

  /** Returns the other half of each protected tag; both halves stand between the same codes. */
  private int[] partners() {
    int[] partners = new int[content.size()];
    Arrays.fill(partners, -1);
    Deque<List<Integer>> levels = new ArrayDeque<>();
    levels.push(new ArrayList<>());
    for (int i = 0; i < content.size(); i++) {
      if (kept.containsKey(i)) {
        levels.element().add(i);
      } else if (content.get(i) instanceof InlineCode code) {
        switch (code.kind()) {
          case OPEN -> levels.push(new ArrayList<>());
          case CLOSE -> pair(levels.pop(), partners);
          case STANDALONE -> {}
        }
      }
    }
    pair(levels.pop(), partners);
    return partners;
  }

  private void pair(List<Integer> level, int[] partners) {
    TagPairs pairs = TagPairs.of(level.stream().map(kept::get).toList());
    for (int i = 0; i < level.size(); i++) {
      if (pairs.partner(i) >= 0) {
        partners[level.get(i)] = level.get(pairs.partner(i));
      }
    }
  }
}
