package dev.yiben.formats.pdf.score;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.formats.format.TargetLookup;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Translates files without an engine. */
public final class Trial {
  private static final FormatRegistry FORMATS = FormatRegistry.load();

  private Trial() {}

  /** Writes a file with another text in the place of each segment, and tells with what. */
  public static Translated translate(Path file, Path written, UnaryOperator<CodedText> translation)
      throws IOException {
    FormatOptions options = FormatOptions.DEFAULT.into("fr");
    try (Document document = FORMATS.byId("pdf").orElseThrow().open(file, options);
        OutputStream out = Files.newOutputStream(written)) {
      Map<SegmentId, CodedText> targets = new HashMap<>();
      for (Segment segment : document.segments()) {
        if (segment.skipRule().isEmpty()) {
          targets.put(segment.id(), translation.apply(segment.source()));
        }
      }
      List<String> problems =
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
      return new Translated(document.segments(), targets, problems, document.coverage());
    }
  }
}
