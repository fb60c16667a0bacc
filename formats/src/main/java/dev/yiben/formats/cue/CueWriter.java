package dev.yiben.formats.cue;

import dev.yiben.formats.cue.Piece.Kind;
import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Layout;
import dev.yiben.formats.lines.Columns;
import dev.yiben.formats.lines.LineBalancer;
import dev.yiben.formats.splice.Patch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes targets so that each stays one cue, in lines of even length.
 *
 * <p>Each speaker's words begin on a line of their own. What is written reads back as the same
 * target: where wrapped lines would not, they are not wrapped. An instance is not for several
 * threads at once.
 */
public final class CueWriter {
  /** As much as shows whether a number or a timing line follows a cue. */
  private static final int FOLLOWING = 200;

  private final CueSyntax syntax;
  private final Layout layout;
  private final ReadingRoom room;
  private final LineBalancer balancer;

  /**
   * Creates a writer.
   *
   * @param language of the targets, as a BCP 47 tag
   */
  public CueWriter(CueSyntax syntax, String language, FormatOptions options) {
    this.syntax = syntax;
    this.layout = options.layout();
    this.room = ReadingRoom.of(language, options);
    this.balancer = new LineBalancer(language);
  }

  /**
   * Returns what puts a target in its place: instead of its source, or in lines below or above it.
   *
   * @param text of the file
   */
  public Patch patch(String text, CueText cue, CodedText target) {
    return switch (layout) {
      case TARGET -> new Patch(cue.start(), cue.end(), write(text, cue, target));
      case BILINGUAL, BILINGUAL_SIDE ->
          new Patch(cue.end(), cue.end(), syntax.lineBreak() + write(text, cue, target));
      case BILINGUAL_ABOVE ->
          new Patch(cue.start(), cue.start(), write(text, cue, target) + syntax.lineBreak());
    };
  }

  /**
   * Returns a target as it stands in a cue.
   *
   * @param text of the file
   */
  public String write(String text, CueText cue, CodedText target) {
    List<Part> parts = parts(target);
    String following =
        text.substring(cue.outerEnd(), Math.min(text.length(), cue.outerEnd() + FOLLOWING));
    String whole = written(parts, following, Collections.nCopies(parts.size(), List.of()));
    if (room.lineColumns() == 0 || parts.isEmpty()) {
      return whole;
    }
    List<List<Integer>> cuts = new ArrayList<>();
    int[] lines = lines(parts);
    LineMeaning meaning = LineMeaning.of(target.visibleText());
    for (int i = 0; i < lines.length; i++) {
      Part part = parts.get(i);
      cuts.add(
          balancer.cuts(
              part.visible(), room.lineColumns(), lines[i], place -> part.isFree(place, meaning)));
    }
    if (cuts.stream().allMatch(List::isEmpty)) {
      return whole;
    }
    String wrapped = written(parts, following, cuts);
    return read(text, cue, wrapped).equals(read(text, cue, whole)) ? wrapped : whole;
  }

  private Optional<CodedText> read(String text, CueText cue, String written) {
    String changed =
        text.substring(cue.outerStart(), cue.start())
            + written
            + text.substring(cue.end(), cue.outerEnd());
    return CueText.of(changed, 0, changed.length(), syntax).map(CueText::source);
  }

  private String written(List<Part> parts, String following, List<List<Integer>> cuts) {
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      written.append(i == 0 ? "" : parts.get(i).lead());
      written.append(parts.get(i).write(cuts.get(i), syntax));
    }
    return syntax.guard(written.toString(), following);
  }

  /** Gives each part one line, and those that are left to the longest. */
  private int[] lines(List<Part> parts) {
    int[] lines = new int[parts.size()];
    int[] columns = new int[parts.size()];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = 1;
      columns[i] = Columns.of(parts.get(i).visible());
    }
    for (int left = room.lines() - lines.length; left > 0; left--) {
      int longest = 0;
      for (int i = 1; i < lines.length; i++) {
        if ((long) columns[i] * lines[longest] > (long) columns[longest] * lines[i]) {
          longest = i;
        }
      }
      lines[longest]++;
    }
    return lines;
  }

  /** Returns what stands between line breaks, without empty lines. */
  private List<Part> parts(CodedText target) {
    List<Part> parts = new ArrayList<>();
    Part part = new Part("");
    for (Inline inline : target.content()) {
      if (!(inline instanceof InlineCode code)) {
        part.add(inline);
      } else if (CueText.isBreak(code)) {
        part = next(parts, part, original(code));
      } else {
        part.add(new InlineCode(code.number(), code.kind(), original(code), code.text()));
      }
    }
    if (!part.isBlank() || parts.isEmpty()) {
      parts.add(part);
    } else {
      Part last = parts.get(parts.size() - 1);
      last.addAll(codes(part.lead()));
      last.addAll(part);
    }
    return parts;
  }

  private String original(InlineCode code) {
    return layout == Layout.TARGET ? code.original() : syntax.again(code.original());
  }

  private Part next(List<Part> parts, Part part, String lead) {
    if (!part.isBlank()) {
      parts.add(part);
      return new Part(lead);
    }
    Part merged = new Part(parts.isEmpty() ? "" : lead);
    merged.addAll(parts.isEmpty() ? part : codes(part.lead()));
    if (parts.isEmpty()) {
      merged.addAll(codes(lead));
    } else {
      merged.addAll(part);
    }
    return merged;
  }

  /** Returns the codes that stand beside a line break in what is left out with it. */
  private Part codes(String lead) {
    String codes =
        syntax.pieces(lead, 0, lead.length()).stream()
            .filter(piece -> !piece.is(Kind.BREAK))
            .map(piece -> lead.substring(piece.start(), piece.end()))
            .collect(Collectors.joining());
    Part part = new Part("");
    if (!codes.isEmpty()) {
      part.add(new InlineCode(1, InlineCode.Kind.STANDALONE, codes, ""));
    }
    return part;
  }
}
