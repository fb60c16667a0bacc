package dev.yiben.formats.format.pdf;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.pdf.font.FontStyle;
import dev.yiben.formats.pdf.layout.Alignment;
import dev.yiben.formats.pdf.page.Box;
import dev.yiben.formats.pdf.page.Direction;
import dev.yiben.formats.pdf.typeset.Frame;
import dev.yiben.formats.pdf.typeset.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes paragraphs of size 10 for tests. */
final class MadeParts {
  private MadeParts() {}

  /** Returns a paragraph that may grow to the right, up to a width. */
  static Part part(Role role, String text, double width, double roomWidth, int lines) {
    return part(role, text, width, roomWidth, lines, 0);
  }

  static Part part(Role role, String text, double width, double roomWidth, int lines, int page) {
    List<Double> baselines = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      baselines.add(100.0 - 12 * i);
    }
    Box box = new Box(0, 98 - 12 * (lines - 1), width, 108);
    Box room = new Box(0, box.bottom(), roomWidth, box.top());
    Frame frame =
        new Frame(box, List.of(box, room), baselines, 10, 12, 0, Alignment.LEFT, false, false);
    return new Part(
        page,
        0,
        role,
        Direction.HORIZONTAL,
        new ParagraphText(
            CodedText.of(text), new Look(FontStyle.PLAIN, 1, 0, -1), "", 0, Map.of(), List.of()),
        frame,
        Optional.empty(),
        false,
        false);
  }

  static Unit unit(Role role, String text, int page) {
    Part part = part(role, text, 80, 80, 1, page);
    Segment segment = new Segment(new SegmentId("page-1#p1"), CodedText.of(text), role, "pages");
    return new Unit(segment, List.of(part), List.of());
  }
}
