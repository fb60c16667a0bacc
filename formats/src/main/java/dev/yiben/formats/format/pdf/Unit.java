package dev.yiben.formats.format.pdf;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * A segment and where it stands: one paragraph, or several of columns and pages that follow each
 * other.
 *
 * @param segment the segment; its codes are those of the parts, one part after the other
 * @param parts where it stands, in the order of reading
 * @param mirrors other paragraphs with the same text that get the same translation, such as the
 *     headers of other pages
 */
record Unit(Segment segment, List<Part> parts, List<Part> mirrors) {
  Unit {
    parts = List.copyOf(parts);
    mirrors = List.copyOf(mirrors);
  }

  /** Returns this unit where it stands first, and as it stands in each of its mirrors. */
  List<Unit> instances() {
    List<Unit> instances = new ArrayList<>(List.of(this));
    mirrors.forEach(mirror -> instances.add(new Unit(segment, List.of(mirror), List.of())));
    return instances;
  }

  /** Returns how many codes come before those of a part. */
  int codesBefore(int part) {
    int codes = 0;
    for (int i = 0; i < part; i++) {
      codes += codes(parts.get(i).text().source());
    }
    return codes;
  }

  /**
   * Returns what a code draws, wherever among the parts its source stands.
   *
   * @throws IllegalArgumentException if the code draws nothing
   */
  Meaning.Drawn drawn(int code) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).text().meanings().get(code - codesBefore(i))
          instanceof Meaning.Drawn drawn) {
        return drawn;
      }
    }
    throw new IllegalArgumentException("No drawing: " + code);
  }

  /** Returns the highest number of the codes of a text. */
  static int codes(CodedText text) {
    return text.codes().stream().mapToInt(InlineCode::number).max().orElse(0);
  }
}
