package dev.yiben.formats.pdf.beside;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.TextRun;
import java.io.IOException;
import java.util.List;

/**
 * A text beside the pages.
 *
 * @param segment the text; its codes are line ends and the like
 * @param places where it stands in the file; the same text may stand in several
 */
public record BesideText(Segment segment, List<Place> places) {
  public BesideText {
    places = List.copyOf(places);
  }

  /** A place that a text is written into. */
  public interface Place {
    /** Writes another text in the place of the one that was read. */
    void write(String text) throws IOException;
  }

  /** Writes a text in all places. */
  public void write(String text) throws IOException {
    for (Place place : places) {
      place.write(text);
    }
  }

  /** Returns a text as it stands in a file. */
  public static String written(CodedText text) {
    StringBuilder written = new StringBuilder();
    text.content()
        .forEach(
            inline ->
                written.append(
                    inline instanceof TextRun run ? run.text() : ((InlineCode) inline).original()));
    return written.toString();
  }
}
