package dev.yiben.formats.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.formats.format.TargetLookup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Holds what becomes of an office document to what holds for every one. */
final class DocumentJudge {
  private static final FormatRegistry FORMATS = FormatRegistry.load();
  private static final String FOLLOWING =
      ".*/diagrams/drawing[0-9]*\\.xml|xl/workbook\\.xml|xl/worksheets/sheet[0-9]+\\.xml";

  private DocumentJudge() {}

  /** Returns the text with an accent on each vowel: other words that take as much room. */
  static CodedText accented(CodedText source) {
    return source.withMarked(
        source
            .marked()
            .replace('a', '\u00E1')
            .replace('e', '\u00E9')
            .replace('i', '\u00ED')
            .replace('o', '\u00F3')
            .replace('u', '\u00FA'));
  }

  static Document open(Path file) {
    return FORMATS.detect(file).open(file, FormatOptions.DEFAULT);
  }

  /** Asserts that a document comes back byte for byte, and that all of its text is counted. */
  static void assertIdentity(Path file) throws IOException {
    byte[] original = Files.readAllBytes(file);
    try (Document document = open(file)) {
      assertThat(merged(document, source -> source)).as("%s", file).isEqualTo(original);
      assertThat(merged(document, Map.of())).as("%s", file).isEqualTo(original);
      assertThat(document.notices()).allMatch(notice -> notice.lines().count() == 1);
      Coverage coverage = document.coverage();
      long inside =
          document.segments().stream()
              .mapToLong(segment -> Coverage.characters(segment.source().plainText()))
              .sum();
      long outside = coverage.outside().values().stream().mapToLong(Long::longValue).sum();
      assertThat(inside + outside).as("%s", file).isEqualTo(coverage.total());
    }
  }

  /** Asserts that what a document counts is at least the text of all runs in all of its parts. */
  static void assertNoRunIsForgotten(Path file) throws IOException {
    try (Document document = open(file)) {
      assertThat(document.coverage().total())
          .as("characters of %s", file)
          .isGreaterThanOrEqualTo(characters(ZipParts.read(file)));
    }
  }

  private static long characters(ZipParts parts) {
    return parts.names().stream()
        .filter(name -> name.endsWith(".xml"))
        .mapToLong(name -> PackageShape.of(parts.content(name)).characters())
        .sum();
  }

  /**
   * Translates all of a document, asserts that nothing but texts has changed and that the
   * translation is read as it was written, and returns it.
   *
   * @param written where to write it
   */
  static Path translated(Path file, Path written) throws IOException {
    List<Segment> segments = write(file, written);
    assertOnlyTextsDiffer(file, written, segments);
    try (Document again = open(written)) {
      List<Segment> others = again.segments();
      for (int i = 0; i < Math.min(segments.size(), others.size()); i++) {
        assertThat(essence(others.get(i), others.get(i).source()))
            .as("%s", file)
            .isEqualTo(essence(segments.get(i), target(segments.get(i))));
      }
      assertThat(isTranslation(segments, others)).as("%s", file).isTrue();
    }
    return written;
  }

  /** Translates all of a document, twice with the same result, and returns its segments. */
  static List<Segment> write(Path file, Path written) throws IOException {
    try (Document document = open(file)) {
      byte[] translation = merged(document, DocumentJudge::accented);
      assertThat(merged(document, DocumentJudge::accented)).as("%s", file).isEqualTo(translation);
      Files.write(written, translation);
      List<Segment> segments = document.segments();
      assertThat(segments.stream().map(Segment::id)).as("%s", file).doesNotHaveDuplicates();
      return segments;
    }
  }

  /** Returns whether the segments of a translation are the targets of the others. */
  static boolean isTranslation(List<Segment> segments, List<Segment> translation) {
    return segments.stream()
        .map(segment -> essence(segment, target(segment)))
        .toList()
        .equals(translation.stream().map(segment -> essence(segment, segment.source())).toList());
  }

  private static CodedText target(Segment segment) {
    return segment.skipRule().isPresent() ? segment.source() : accented(segment.source());
  }

  /** What is the same in a translation as in its source, and the text that is to be there. */
  private static String essence(Segment segment, CodedText text) {
    return String.join(
        " ",
        segment.id().value(),
        segment.role().name(),
        segment.skipRule().orElse("-"),
        text.marked());
  }

  private static void assertOnlyTextsDiffer(Path file, Path written, List<Segment> segments)
      throws IOException {
    ZipParts before = ZipParts.read(file);
    ZipParts after = ZipParts.read(written);
    assertThat(after.names()).as("%s", file).containsExactlyElementsOf(before.names());
    Set<String> differing = before.differing(after);
    Set<String> withText = new HashSet<>();
    segments.forEach(segment -> withText.add(segment.id().value().replaceFirst("#[^#]*$", "")));
    // A drawing of SmartArt shows the text of its data once more; a workbook with formulas is told
    // to compute them, and its sheets keep what they gave.
    withText.addAll(differing.stream().filter(name -> name.matches(FOLLOWING)).toList());
    assertThat(withText).as("parts with text of %s", file).containsAll(differing);
    for (String name : differing) {
      PackageShape shape = PackageShape.of(before.content(name));
      PackageShape other = PackageShape.of(after.content(name));
      assertThat(other.elements()).as("%s of %s", name, file).isEqualTo(shape.elements());
      // One character for another, each where it is shown, so that no place is forgotten or filled
      // twice.
      assertThat(other.characters()).as("%s of %s", name, file).isEqualTo(shape.characters());
    }
  }

  private static byte[] merged(Document document, UnaryOperator<CodedText> translation)
      throws IOException {
    Map<SegmentId, CodedText> targets = new HashMap<>();
    for (Segment segment : document.segments()) {
      if (segment.skipRule().isEmpty()) {
        targets.put(segment.id(), translation.apply(segment.source()));
      }
    }
    return merged(document, targets);
  }

  private static byte[] merged(Document document, Map<SegmentId, CodedText> targets)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.merge(
        new TargetLookup() {
          @Override
          public String targetLanguage() {
            return "fr";
          }

          @Override
          public Optional<CodedText> target(SegmentId id) {
            return Optional.ofNullable(targets.get(id));
          }
        },
        out);
    return out.toByteArray();
  }
}
