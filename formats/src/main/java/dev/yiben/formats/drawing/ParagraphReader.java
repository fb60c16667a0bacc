package dev.yiben.formats.drawing;

import dev.yiben.formats.format.Tally;
import dev.yiben.formats.run.CodeKind;
import dev.yiben.formats.run.Paragraph;
import dev.yiben.formats.run.ParagraphBuilder;
import dev.yiben.formats.run.RunStyle;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what a paragraph consists of ({@code a:p}; ISO/IEC 29500-1, 21.1.2.2.6). */
final class ParagraphReader {
  private static final Set<String> PROPERTIES = Set.of("pPr", "endParaRPr");

  private final String part;
  private final Tally tally;

  /**
   * Creates a reader.
   *
   * @param part the text of the part
   * @param tally counts all text
   */
  ParagraphReader(String part, Tally tally) {
    this.part = part;
    this.tally = tally;
  }

  /** Returns the paragraph; nothing if there is no text in it. */
  Optional<Paragraph> read(XmlElement paragraph) {
    List<XmlElement> content =
        paragraph.children().stream().filter(child -> !PROPERTIES.contains(child.local())).toList();
    if (content.isEmpty()) {
      return Optional.empty();
    }
    ParagraphBuilder builder =
        new ParagraphBuilder(content.get(0).start(), content.get(content.size() - 1).end());
    addAll(content, builder);
    return builder.build(part);
  }

  /** Adds content; neighbouring runs that lead to the same place are in one link. */
  private void addAll(List<XmlElement> content, ParagraphBuilder builder) {
    String link = "";
    for (XmlElement child : content) {
      String next = link(child);
      if (!next.equals(link)) {
        end(link, child.start(), builder);
        if (!next.isEmpty()) {
          builder.open(child.start(), child.start());
        }
        link = next;
      }
      add(child, builder);
    }
    end(link, content.get(content.size() - 1).end(), builder);
  }

  private static void end(String link, int offset, ParagraphBuilder builder) {
    if (!link.isEmpty()) {
      builder.close(offset, offset);
    }
  }

  /** Returns where a run leads, and what it does; empty for most. */
  private static String link(XmlElement element) {
    return element.child(Namespaces.DRAWING, "rPr").stream()
        .flatMap(properties -> properties.children().stream())
        .filter(child -> child.local().startsWith("hlink"))
        .map(XmlElement::markup)
        .collect(Collectors.joining());
  }

  private void add(XmlElement child, ParagraphBuilder builder) {
    if (child.is(Namespaces.DRAWING, "r")) {
      addRun(child, builder);
    } else if (child.is(Namespaces.DRAWING, "br")) {
      builder.code(CodeKind.MARK, child.start(), child.end(), "\n", Optional.empty());
    } else {
      boolean field = child.is(Namespaces.DRAWING, "fld");
      String shown = shown(child);
      tally.text(shown);
      tally.outside(field ? "field" : "math", shown);
      builder.code(CodeKind.WORD, child.start(), child.end(), field ? shown : "", Optional.empty());
    }
  }

  private void addRun(XmlElement run, ParagraphBuilder builder) {
    RunStyle style = RunLook.of(run, part);
    for (XmlElement child : run.descendants()) {
      if (child.is(Namespaces.DRAWING, "t")) {
        addText(child, style, builder);
      } else if (child.local().startsWith("hlink")) {
        String tooltip = child.value("tooltip");
        tally.text(tooltip);
        tally.outside("tooltip", tooltip);
      }
    }
  }

  private void addText(XmlElement text, RunStyle style, ParagraphBuilder builder) {
    String raw = part.substring(text.contentStart(), text.contentEnd());
    if (raw.indexOf('<') >= 0) {
      addText(text.text(), style, builder);
      return;
    }
    for (RawPieces.Piece piece :
        RawPieces.split(part, text.contentStart(), text.contentEnd(), RawPieces.TAB)) {
      if (piece.isCode()) {
        builder.code(CodeKind.MARK, piece.start(), piece.end(), "\t", Optional.of(style));
      } else {
        addText(piece.text(), style, builder);
      }
    }
  }

  private void addText(String text, RunStyle style, ParagraphBuilder builder) {
    Counts.text(text, tally);
    builder.text(text, style);
  }

  /** Returns the text in an element and in those within it. */
  private static String shown(XmlElement element) {
    return element.descendants().stream()
        .filter(descendant -> descendant.local().equals("t"))
        .map(XmlElement::text)
        .collect(Collectors.joining());
  }
}
