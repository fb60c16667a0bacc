package dev.yiben.formats.format.docx;

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

/** Tells what a paragraph consists of. */
final class ParagraphReader {
  /** Elements that only say what stands in them. */
  private static final Set<String> CONTAINERS = Set.of("hyperlink", "smartTag", "sdt");

  /** What Word finds out anew, or what nobody sees. */
  private static final Set<String> NOISE =
      Set.of("proofErr", "lastRenderedPageBreak", "softHyphen", "noBreakHyphen");

  private final List<XmlElement> paragraphs;
  private final TrackedChanges changes;
  private final RunRules rules;
  private final Tally tally;

  /**
   * Creates a reader.
   *
   * @param paragraphs the paragraph's elements, as {@link TrackedChanges#joined} tells them
   */
  ParagraphReader(
      List<XmlElement> paragraphs, TrackedChanges changes, RunRules rules, Tally tally) {
    this.paragraphs = paragraphs;
    this.changes = changes;
    this.rules = rules;
    this.tally = tally;
  }

  /** Returns the paragraph; nothing if there is no text in it. */
  Optional<Paragraph> read(String part) {
    List<XmlElement> content = changes.content(paragraphs);
    if (content.isEmpty()) {
      return Optional.empty();
    }
    ParagraphBuilder builder =
        new ParagraphBuilder(content.get(0).start(), content.get(content.size() - 1).end());
    content.forEach(child -> add(child, builder));
    return builder.build(part);
  }

  private void add(XmlElement element, ParagraphBuilder builder) {
    if (element.is(Namespaces.WORD, "r")) {
      addRun(element, builder);
    } else if (!element.isEmptyTag() && CONTAINERS.contains(element.local())) {
      XmlElement holder = element.child(Namespaces.WORD, "sdtContent").orElse(element);
      builder.open(element.start(), holder.contentStart());
      changes.children(holder).forEach(child -> add(child, builder));
      builder.close(holder.contentEnd(), element.end());
    } else if (!NOISE.contains(element.local())) {
      CodeKind kind =
          element.local().endsWith("Start") ? CodeKind.START_ANCHOR : CodeKind.END_ANCHOR;
      builder.code(kind, element.start(), element.end(), "", Optional.empty());
    }
  }

  private void addRun(XmlElement run, ParagraphBuilder builder) {
    RunStyle style = changes.properties(run).map(RunProperties::style).orElse(RunStyle.PLAIN);
    for (XmlElement child : run.children()) {
      if (TrackedChanges.isText(child)) {
        String text = child.text();
        tally.text(text);
        Optional<String> leftOut = rules.leftOut(child);
        if (leftOut.isPresent()) {
          tally.outside(leftOut.get(), text);
          builder.code(CodeKind.END_ANCHOR, child.start(), child.end(), "", Optional.of(style));
        } else {
          builder.text(text, style);
        }
      } else if (!child.is(Namespaces.WORD, "rPr") && !NOISE.contains(child.local())) {
        String shown = child.local().equals("br") ? "\n" : "";
        builder.code(CodeKind.MARK, child.start(), child.end(), shown, Optional.of(style));
      }
    }
  }
}
