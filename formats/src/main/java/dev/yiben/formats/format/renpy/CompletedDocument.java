package dev.yiben.formats.format.renpy;

import dev.yiben.formats.document.Segment;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.TargetLookup;
import dev.yiben.formats.splice.SourceText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** A file with what is missing at its end, which is left out if nothing is translated. */
final class CompletedDocument implements Document {
  private final SourceText original;
  private final Document whole;

  /**
   * Creates a document.
   *
   * @param original the file as it is there
   * @param whole the file with what is missing
   */
  CompletedDocument(SourceText original, Document whole) {
    this.original = original;
    this.whole = whole;
  }

  @Override
  public Optional<String> declaredLanguage() {
    return whole.declaredLanguage();
  }

  @Override
  public List<Segment> segments() {
    return whole.segments();
  }

  @Override
  public Coverage coverage() {
    return whole.coverage();
  }

  @Override
  public List<String> notices() {
    return whole.notices();
  }

  @Override
  public List<String> merge(TargetLookup targets, OutputStream out) throws IOException {
    boolean translated =
        segments().stream()
            .anyMatch(
                segment ->
                    targets
                        .target(segment.id())
                        .filter(target -> !target.equals(segment.source()))
                        .isPresent());
    return translated
        ? whole.merge(targets, out)
        : original.write(List.of(), out).stream().toList();
  }

  @Override
  public void close() {
    whole.close();
  }
}
