package dev.yiben.cli.bench;

import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.glossary.Glossary;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.pipeline.InputFile;
import dev.yiben.pipeline.JobResult;
import dev.yiben.pipeline.OnExists;
import dev.yiben.pipeline.ProgressListener;
import dev.yiben.pipeline.SamplingSettings;
import dev.yiben.pipeline.TranslationJob;
import dev.yiben.pipeline.TranslationSettings;
import dev.yiben.pipeline.check.QaChecks;
import dev.yiben.pipeline.check.Severity;
import dev.yiben.pipeline.prompt.PromptProfiles;
import dev.yiben.pipeline.work.Translator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A translation as the command would do it, of files on the disk to files on the disk.
 *
 * @param files the files
 * @param context preceding segments that are shown
 * @param batchTokens most source tokens in a batch
 * @param folder where outputs and the job's store go
 */
record BenchJob(List<Path> files, int context, int batchTokens, Path folder) {
  private static final int WORDS = 26;

  /** Batches of some five lines, of which three are context. */
  static final int CONTEXT = 15;

  private static final int BATCH_TOKENS = 190;

  /** Creates a job on subtitles, so many files of so many cues of some 30 tokens. */
  static BenchJob ofSubtitles(Path folder, int files, int cues) throws IOException {
    Files.createDirectories(folder);
    List<Path> written = new ArrayList<>();
    for (int file = 0; file < files; file++) {
      StringBuilder text = new StringBuilder();
      for (int cue = 0; cue < cues; cue++) {
        text.append(
            "%d\n00:%02d:%02d,000 --> 00:%02d:%02d,900\n%s.\n\n"
                .formatted(
                    cue + 1,
                    cue / 60,
                    cue % 60,
                    cue / 60,
                    cue % 60,
                    BenchText.sentence(file * 10_000 + cue, WORDS)));
      }
      written.add(Files.writeString(folder.resolve("part" + file + ".srt"), text.toString()));
    }
    return new BenchJob(written, CONTEXT, BATCH_TOKENS, folder);
  }

  /** Creates a job on the samples that come along. */
  static BenchJob ofSamples(Path repository, Path folder) throws IOException {
    Files.createDirectories(folder);
    Path samples = repository.resolve("samples");
    return new BenchJob(
        List.of(samples.resolve("lighthouse.epub"), samples.resolve("lighthouse.srt")),
        TranslationSettings.DEFAULT_CONTEXT_SEGMENTS,
        0,
        folder);
  }

  /** Translates everything anew. */
  JobResult run(InferenceEngine engine) throws InterruptedException {
    List<InputFile> inputs =
        files.stream()
            .map(
                file ->
                    new InputFile(
                        file,
                        folder.resolve("out").resolve(file.getFileName().toString()),
                        Optional.empty()))
            .toList();
    // The models of the benchmarks do not translate.
    Map<String, Severity> noChecks =
        QaChecks.ids().stream().collect(Collectors.toMap(Function.identity(), id -> Severity.OFF));
    TranslationSettings settings =
        new TranslationSettings(
            Optional.of("en"),
            "zh",
            Glossary.empty(),
            context,
            batchTokens,
            noChecks,
            SamplingSettings.ofProfile(),
            PromptProfiles.bundled(),
            false,
            false);
    TranslationJob job =
        new TranslationJob(
            inputs,
            settings,
            FormatOptions.DEFAULT,
            folder.resolve("job"),
            OnExists.REPLACE,
            true,
            engine.capabilities().slots());
    return new Translator(FormatRegistry.load(), engine).translate(job, ProgressListener.NONE);
  }
}
