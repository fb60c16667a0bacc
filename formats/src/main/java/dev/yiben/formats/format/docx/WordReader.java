package dev.yiben.formats.format.docx;

import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the texts of a Word document: the paragraphs of all its stories. */
final class WordReader implements OfficeReader {
  /** The types of the main part's relationships to other stories. */
  private static final List<String> STORIES =
      List.of("header", "footer", "footnotes", "endnotes", "comments");

  private final OfficePackage office;
  private final Styles styles;

  WordReader(OfficePackage office) {
    this.office = office;
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
    for (XmlElement element : xml.root().descendants()) {
      if (element.is(Namespaces.WORD, "p")) {
        RunRules rules = run -> hidden(run, element);
        Optional<Paragraph> read = new ParagraphReader(element, rules, tally).read(xml.text());
        read.ifPresent(
            paragraph -> {
              SegmentId id = new SegmentId(part + "#p" + (units.size() + 1));
              Segment segment = new Segment(id, paragraph.text(), Role.PARAGRAPH, part);
              units.add(
                  new TextUnit(
                      segment,
                      paragraph.start(),
                      paragraph.end(),
                      (target, merging) ->
                          paragraph.write(
                              target,
                              new WordDialect(element.prefix(), merging.targetLanguage()),
                              merging.markup())));
            });
      }
    }
    return new PartText(units, tally.coverage(), List.of());
  }

  private Optional<String> hidden(XmlElement run, XmlElement paragraph) {
    return styles.isOn("vanish", run.child(Namespaces.WORD, "rPr"), paragraph)
        ? Optional.of("hidden")
        : Optional.empty();
  }
}
