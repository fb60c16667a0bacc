package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.office.TextUnit;
import dev.yiben.formats.run.Paragraph;
import dev.yiben.formats.run.ParagraphBuilder;
import dev.yiben.formats.run.RunStyle;
import dev.yiben.formats.xml.XmlName;
import java.util.Optional;
import java.util.Set;

/** A string, plain or of runs (CT_Rst, ISO/IEC 29500-1, 18.4.8), as it is read. */
final class StringItem {
  /** Properties that no reader sees. */
  private static final Set<String> UNSEEN = Set.of("charset", "family", "scheme");

  private static final Set<String> ON_SPACES = Set.of("u", "strike");

  private final String part;
  private final String prefix;
  private final ParagraphBuilder builder;
  private final StringBuilder seen = new StringBuilder();
  private final StringBuilder readings = new StringBuilder();
  private final StringBuilder key = new StringBuilder();
  private RunStyle style = RunStyle.PLAIN;
  private boolean rich;
  private boolean inText;
  private boolean inReading;
  private int propertiesStart = -1;
  private int propertyStart = -1;
  private int propertyDepth;
  private boolean showsOnSpaces;

  /**
   * Creates a string.
   *
   * @param tag the start tag of the element that it is the content of
   */
  StringItem(String part, StartTag tag) {
    this.part = part;
    this.prefix = tag.name().substring(0, tag.name().indexOf(':') + 1);
    this.builder = new ParagraphBuilder(tag.end(), tag.end());
  }

  /** An element in the string begins. */
  void start(XmlName name, StartTag tag) {
    if (propertiesStart >= 0) {
      if (propertyDepth++ == 0) {
        propertyStart = tag.start();
        showsOnSpaces |= ON_SPACES.contains(name.local());
      }
      return;
    }
    switch (name.local()) {
      case "r" -> {
        rich = true;
        style = RunStyle.PLAIN;
      }
      case "rPr" -> {
        propertiesStart = tag.start();
        key.setLength(0);
        showsOnSpaces = false;
      }
      case "t" -> inText = true;
      case "rPh" -> inReading = true;
      default -> {}
    }
  }

  /** An element in the string ends. */
  void end(XmlName name, int end) {
    if (propertiesStart >= 0 && propertyDepth > 0) {
      if (--propertyDepth == 0 && !UNSEEN.contains(name.local())) {
        key.append(part, propertyStart, end);
      }
      return;
    }
    switch (name.local()) {
      case "rPr" -> {
        style = new RunStyle(key.toString(), part.substring(propertiesStart, end), showsOnSpaces);
        propertiesStart = -1;
      }
      case "t" -> inText = false;
      case "rPh" -> inReading = false;
      default -> {}
    }
  }

  /** Text in the string. */
  void text(int start, int end, boolean literal) {
    if (inReading && inText) {
      readings.append(CellText.decode(new Content(start, end, literal).text(part)));
    } else if (inText) {
      CellText.add(part, new Content(start, end, literal), style, builder, seen);
    }
  }

  /** Returns the text as it is seen, with newlines. */
  String seen() {
    return seen.toString();
  }

  /** Returns the phonetic readings. */
  String readings() {
    return readings.toString();
  }

  /** Returns the paragraph; nothing if there is no text. */
  Optional<Paragraph> paragraph() {
    return builder.build(part);
  }

  /**
   * Returns what writes the content of the element.
   *
   * @param keepReadings whether phonetic readings stay, as one over the whole translation
   */
  TextUnit.Writer writer(Paragraph paragraph, boolean keepReadings) {
    StringDialect dialect = new StringDialect(prefix, rich);
    String kept = keepReadings ? readings() : "";
    return (target, merging) ->
        paragraph.write(target, dialect, merging.markup())
            + (kept.isEmpty() ? "" : dialect.reading(kept, target.visibleText().length()));
  }
}
