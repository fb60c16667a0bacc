package dev.yiben.formats.block;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.TargetLookup;
import dev.yiben.formats.splice.SourceText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes pieces of markup for tests. */
final class Snippets {
  private Snippets() {}

  static MarkupDocument read(String markup) {
    return read(markup, XhtmlVocabulary.content());
  }

  static MarkupDocument read(String markup, Vocabulary vocabulary) {
    SourceText source = SourceText.decode(markup.getBytes(UTF_8), UTF_8).orElseThrow();
    return MarkupDocument.read(source, vocabulary, "x", "x");
  }

  static List<String> marked(String markup) {
    return read(markup).segments().stream().map(s -> s.source().marked()).toList();
  }

  static List<String> originals(String markup) {
    return read(markup).segments().get(0).source().codes().stream()
        .map(InlineCode::original)
        .toList();
  }

  /** Returns the markup with the marked targets in place of the first segments. */
  static String write(String markup, String... targets) {
    return write(read(markup), targets);
  }

  /** Returns the document with the marked targets in place of the first segments. */
  static String write(MarkupDocument document, String... targets) {
    Map<SegmentId, CodedText> byId = new HashMap<>();
    for (int i = 0; i < targets.length; i++) {
      Segment segment = document.segments().get(i);
      byId.put(segment.id(), segment.source().withMarked(targets[i]));
    }
    TargetLookup lookup =
        new TargetLookup() {
          @Override
          public String targetLanguage() {
            return "zh";
          }

          @Override
          public Optional<CodedText> target(SegmentId id) {
            return Optional.ofNullable(byId.get(id));
          }
        };
    return new String(document.write(lookup, List.of()), UTF_8);
  }
}
