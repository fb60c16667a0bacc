package dev.yiben.formats.format.docx;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.OfficeOptions;
import dev.yiben.formats.format.Revisions;
import dev.yiben.formats.format.Tally;
import dev.yiben.formats.markup.MarkupException;
import dev.yiben.formats.office.OfficePackage;
import dev.yiben.formats.office.OfficePart;
import dev.yiben.formats.office.OfficeReader;
import dev.yiben.formats.office.PartText;
import dev.yiben.formats.office.TextUnit;
import dev.yiben.formats.run.Paragraph;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the texts of a Word document: the paragraphs of all its stories. */
final class WordReader implements OfficeReader {
  /** The types of the main part's relationships to other stories. */
  private static final List<String> STORIES =
      List.of("header", "footer", "footnotes", "endnotes", "comments");

  private final OfficePackage office;
  private final Styles styles;
  private final Revisions revisions;
  private final RevisionTally tracked = new RevisionTally();

  WordReader(OfficePackage office, OfficeOptions options) {
    this.office = office;
    this.revisions = options.revisions();
    this.styles = Styles.read(xml(office.main().name(), "styles"));
  }

  /** Returns a part that the document may have one of; nothing if it is missing or broken. */
  private Optional<XmlText> xml(String document, String type) {
    return office.related(document, type).stream().findFirst().flatMap(this::xml);
  }

  private Optional<XmlText> xml(OfficePart part) {
    try {
      return office.text(part.name()).map(source -> XmlText.read(source.text()));
    } catch (IOException | MarkupException e) {
      // Then the text is read as if there were none: what it looks like is lost, not the text.
      return Optional.empty();
    }
  }

  @Override
  public List<String> parts() {
    String main = office.main().name();
    return Stream.concat(
            Stream.of(main),
            STORIES.stream()
                .flatMap(type -> office.related(main, type).stream())
                .map(OfficePart::name))
        .distinct()
        .toList();
  }

  @Override
  public PartText read(String part, String text) {
    XmlText xml = XmlText.read(text);
    List<TextUnit> units = new ArrayList<>();
    Tally tally = new Tally();
    TrackedChanges changes = new TrackedChanges(revisions);
    Set<Integer> joined = new HashSet<>();
    int goneUntil = 0;
    for (XmlElement element : xml.root().descendants()) {
      tracked.add(element);
      if (element.end() > goneUntil && changes.hides(element)) {
        goneUntil = element.end();
      }
      if (element.start() < goneUntil) {
        if (TrackedChanges.isText(element)) {
          tally.text(element.text());
          tally.outside("revision", element.text());
        }
      } else if (element.is(Namespaces.WORD, "p") && !joined.contains(element.start())) {
        List<XmlElement> paragraphs = changes.joined(element);
        paragraphs.forEach(paragraph -> joined.add(paragraph.start()));
        RunRules rules = run -> hidden(run, element);
        Optional<Paragraph> read =
            new ParagraphReader(paragraphs, changes, rules, tally).read(xml.text());
        read.ifPresent(
            paragraph -> {
              SegmentId id = new SegmentId(part + "#p" + (units.size() + 1));
              Segment segment = new Segment(id, paragraph.text(), Role.PARAGRAPH, part);
              ParagraphWriter writer =
                  new ParagraphWriter(xml.text(), paragraphs, paragraph, changes);
              units.add(new TextUnit(segment, writer.start(), writer.end(), writer));
            });
      }
    }
    return new PartText(units, tally.coverage(), List.of());
  }

  @Override
  public List<String> notices() {
    return tracked.notice(revisions).stream().toList();
  }

  private Optional<String> hidden(XmlElement run, XmlElement paragraph) {
    return styles.isOn("vanish", run.child(Namespaces.WORD, "rPr"), paragraph)
        ? Optional.of("hidden")
        : Optional.empty();
  }
}
