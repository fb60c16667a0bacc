package dev.yiben.pipeline.terms;

import dev.yiben.formats.document.Segment;
import dev.yiben.formats.format.Document;
import dev.yiben.glossary.extract.Passage;
import dev.yiben.pipeline.work.LanguageDetection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What documents say that terms can be found in: the segments that are to be translated. */
public final class DocumentPassages {
  private final LanguageDetection detection = new LanguageDetection();

  /**
   * Returns the passages of a document.
   *
   * @param name of the document, such as its path, so that places in several can be told apart
   */
  public Stream<Passage> of(Document document, String name) {
    return document.segments().stream()
        .filter(segment -> segment.skipRule().isEmpty())
        .map(segment -> passage(segment, name));
  }

  private static Passage passage(Segment segment, String name) {
    return new Passage(
        segment.source().wordText().strip(),
        !segment.role().isLabel(),
        name + "#" + segment.stream(),
        segment.hints().speaker());
  }

  /** Returns the language of a document, as it declares it or its text shows. */
  public Optional<String> language(Document document) {
    List<Segment> segments =
        document.segments().stream().filter(segment -> segment.skipRule().isEmpty()).toList();
    return document.declaredLanguage().or(() -> detection.detect(segments));
  }
}
