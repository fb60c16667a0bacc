package dev.yiben.pipeline;

import dev.yiben.formats.format.FormatOptions;
import dev.yiben.pipeline.convert.ChineseConversion;
import dev.yiben.pipeline.memory.MemoryUse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Files to translate, and how.
 *
 * @param files the files, translated in this order
 * @param settings how to translate
 * @param formatOptions how the files are read and written
 * @param jobFolder folder of the job's store, made if it is not there
 * @param onExists what to do where an output is there already
 * @param restart whether to forget what earlier runs of the job have done
 * @param parallel streams (chapters, scenes) that are translated at once; 0 for as many as the
 *     engine works on at once
 * @param memory how translation memories are used; empty for none
 * @param conversion what is done to Chinese targets when they are written; the results and the
 *     store have them as they were translated and checked
 */
public record TranslationJob(
    List<InputFile> files,
    TranslationSettings settings,
    FormatOptions formatOptions,
    Path jobFolder,
    OnExists onExists,
    boolean restart,
    int parallel,
    Optional<MemoryUse> memory,
    Optional<ChineseConversion> conversion) {
  public TranslationJob {
    files = List.copyOf(files);
    if (parallel < 0) {
      throw new IllegalArgumentException("Not so many streams can be translated: " + parallel);
    }
  }

  /** Creates a job without a translation memory, whose targets are written as they are. */
  public TranslationJob(
      List<InputFile> files,
      TranslationSettings settings,
      FormatOptions formatOptions,
      Path jobFolder,
      OnExists onExists,
      boolean restart,
      int parallel) {
    this(
        files,
        settings,
        formatOptions,
        jobFolder,
        onExists,
        restart,
        parallel,
        Optional.empty(),
        Optional.empty());
  }
}
