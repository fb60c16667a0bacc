package dev.yiben.formats.drawing;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.office.OfficeLanguage;
import dev.yiben.formats.office.PartTexts;
import dev.yiben.formats.office.PlainText;
import dev.yiben.formats.office.TextUnit;
import dev.yiben.formats.run.Paragraph;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes texts of what a part says, and adds them to those of the part. */
public final class UnitFactory {
  /** Finds the segment that a text repeats. */
  @FunctionalInterface
  public interface Originals extends Function<CodedText, Optional<SegmentId>> {
    /** Texts that stand for themselves. */
    Originals NONE = text -> Optional.empty();
  }

  private final XmlText xml;
  private final PartTexts texts;
  private final String stream;
  private final Optional<String> outside;
  private final ParagraphReader paragraphs;

  /**
   * Creates a factory.
   *
   * @param stream of the segments
   * @param outside the rule by which all of them are left as they are; empty to translate them
   */
  public UnitFactory(XmlText xml, PartTexts texts, String stream, Optional<String> outside) {
    this.xml = xml;
    this.texts = texts;
    this.stream = stream;
    this.outside = outside;
    this.paragraphs = new ParagraphReader(xml.text(), texts.tally());
  }

  /** Returns the texts so far. */
  public PartTexts texts() {
    return texts;
  }

  /** Adds a paragraph of runs ({@code a:p}), if there is text in it. */
  public void paragraph(XmlElement element, TextPlace place, Originals originals) {
    paragraphs.read(element).ifPresent(paragraph -> add(element, paragraph, place, originals));
  }

  private void add(XmlElement element, Paragraph paragraph, TextPlace place, Originals originals) {
    String part = xml.text();
    Optional<XmlElement> properties =
        element.child(Namespaces.DRAWING, "pPr").filter(found -> found.end() <= paragraph.start());
    int start = properties.map(XmlElement::start).orElse(paragraph.start());
    int propertiesEnd = properties.map(XmlElement::end).orElse(paragraph.start());
    String prefix = element.prefix();
    add(
        paragraph.text(),
        place,
        originals,
        start,
        paragraph.end(),
        (target, merging) -> {
          OfficeLanguage language = OfficeLanguage.of(merging.targetLanguage());
          return Direction.turned(
                  properties,
                  part.substring(start, propertiesEnd),
                  prefix,
                  place.inherited(),
                  language.isRightToLeft())
              + paragraph.write(
                  target, new DrawingDialect(prefix, language.tag()), merging.markup());
        });
  }

  /** Adds what turns the columns of a table, once its first text is translated. */
  void table(XmlElement table, TextUnit first) {
    table
        .child(Namespaces.DRAWING, "tblPr")
        .ifPresent(
            properties ->
                texts.add(
                    new TextUnit(
                        first.segment(),
                        Optional.of(first.mirrored().orElse(first.segment().id())),
                        properties.start(),
                        properties.contentStart(),
                        (target, merging) ->
                            Direction.turned(
                                properties.tag(),
                                xml.text(),
                                OfficeLanguage.of(merging.targetLanguage()).isRightToLeft()))));
  }

  /** Adds an attribute's value, in which line ends are codes. */
  public void attribute(XmlElement element, String name, TextPlace place, Originals originals) {
    element
        .attribute(name)
        .ifPresent(
            attribute ->
                plain(
                    attribute.valueStart(),
                    attribute.valueEnd(),
                    RawPieces.BREAK,
                    place,
                    originals));
  }

  /** Adds the text of an element without markup in it. */
  public void content(XmlElement element, TextPlace place, Originals originals) {
    if (xml.text().substring(element.contentStart(), element.contentEnd()).indexOf('<') < 0) {
      plain(element.contentStart(), element.contentEnd(), RawPieces.SPACE, place, originals);
    } else {
      texts.outside("markup", element.text());
    }
  }

  private void plain(int start, int end, Pattern codes, TextPlace place, Originals originals) {
    CodedText.Builder text = CodedText.builder();
    for (RawPieces.Piece piece : RawPieces.split(xml.text(), start, end, codes)) {
      if (piece.isCode()) {
        text.standalone(xml.text().substring(piece.start(), piece.end()), piece.text());
      } else {
        Counts.text(piece.text(), texts.tally());
        text.text(piece.text().replaceAll("\\s", " "));
      }
    }
    CodedText source = text.build();
    if (!source.isBlank()) {
      add(source, place, originals, start, end, (target, merging) -> PlainText.written(target));
    }
  }

  private void add(
      CodedText source,
      TextPlace place,
      Originals originals,
      int start,
      int end,
      TextUnit.Writer writer) {
    Optional<String> rule = outside.or(place::outside);
    if (rule.isPresent()) {
      texts.tally().outside(rule.get(), source.plainText());
      return;
    }
    Optional<SegmentId> mirrored = originals.apply(source);
    if (mirrored.isPresent()) {
      texts.tally().outside("mirror", source.plainText());
    }
    texts.add(
        new TextUnit(
            new Segment(texts.nextId(), source, place.role(), stream),
            mirrored,
            start,
            end,
            writer));
  }
}
