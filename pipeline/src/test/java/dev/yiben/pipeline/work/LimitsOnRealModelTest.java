package dev.yiben.pipeline.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.LengthLimit;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.formats.format.SubtitleOptions;
import dev.yiben.formats.lines.Columns;
import dev.yiben.glossary.GlossaryReader;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.LocalEngine;
import dev.yiben.inference.load.LlamaCppSettings;
import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.InputFile;
import dev.yiben.pipeline.OnExists;
import dev.yiben.pipeline.ProgressListener;
import dev.yiben.pipeline.SamplingSettings;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.TranslationJob;
import dev.yiben.pipeline.TranslationSettings;
import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.prompt.PromptProfiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Real subtitles, translated by a real model, have room where they are shown. */
@ParameterizedClass
@EnumSource
class LimitsOnRealModelTest {
  private static final Path MODEL = Path.of("../samples/demo-model/demo-en-zh.gguf");
  private static final Path SUBTITLES = Path.of("../samples/lighthouse.srt");

  private static final Path GLOSSARY = Path.of("../samples/glossary.yaml");

  @Parameter private LocalEngine kind;
  private InferenceEngine engine;

  @TempDir private Path folder;

  @BeforeEach
  void load() {
    engine = kind.open(LlamaCppSettings.of(MODEL));
  }

  @AfterEach
  void close() {
    if (engine != null) {
      engine.close();
    }
  }

  @Test
  void everySubtitleKeepsItsLimit() throws InterruptedException {
    DocumentResult result = translate("usual", SubtitleOptions.DEFAULT);

    assertThat(result.segments())
        .allSatisfy(
            segment -> {
              assertThat(segment.fate()).isEqualTo(Fate.TRANSLATED);
              assertThat(columns(segment)).isLessThanOrEqualTo(limit(segment).columns());
              assertThat(segment.findings())
                  .noneMatch(finding -> finding.id().startsWith("LEN-00"));
            });
  }

  @Test
  void whatIsLongerWhereThereIsVeryLittleRoomIsTold() throws InterruptedException {
    SubtitleOptions tight = SubtitleOptions.DEFAULT.withCharactersPerLine(OptionalInt.of(5));
    DocumentResult result = translate("tight", tight);

    assertThat(result.segments())
        .allSatisfy(
            segment -> {
              boolean told =
                  segment.findings().stream().map(Finding::id).anyMatch("LEN-002"::equals);
              assertThat(columns(segment) > limit(segment).columns()).isEqualTo(told);
              assertThat(columns(segment))
                  .isLessThanOrEqualTo(limit(segment).columns() * 3 / 2 + 1);
            });
    assertThat(result.segments()).anyMatch(segment -> segment.requests() > 1);
    assertThat(translate("again", tight).segments())
        .extracting(segment -> segment.target().marked())
        .isEqualTo(result.segments().stream().map(segment -> segment.target().marked()).toList());
  }

  private DocumentResult translate(String name, SubtitleOptions limits)
      throws InterruptedException {
    return new Translator(FormatRegistry.load(), engine)
        .translate(
            new TranslationJob(
                List.of(new InputFile(SUBTITLES, folder.resolve(name + ".srt"), Optional.empty())),
                new TranslationSettings(
                    Optional.of("en"),
                    "zh",
                    GlossaryReader.read(List.of(GLOSSARY)),
                    TranslationSettings.DEFAULT_CONTEXT_SEGMENTS,
                    0,
                    Map.of(),
                    SamplingSettings.ofProfile(),
                    PromptProfiles.bundled(),
                    false,
                    false),
                FormatOptions.DEFAULT.into("zh").with(limits),
                folder.resolve(name),
                OnExists.FAIL,
                false,
                2),
            ProgressListener.NONE)
        .documents()
        .get(0);
  }

  private static int columns(SegmentOutcome segment) {
    return Columns.of(segment.target().visibleText());
  }

  private static LengthLimit limit(SegmentOutcome segment) {
    return segment.segment().hints().limit().orElseThrow();
  }
}
