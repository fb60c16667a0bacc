package dev.yiben.pipeline.testing;

import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.formats.format.ProjectFile;
import dev.yiben.glossary.Glossary;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.InputFile;
import dev.yiben.pipeline.JobResult;
import dev.yiben.pipeline.OnExists;
import dev.yiben.pipeline.ProgressListener;
import dev.yiben.pipeline.SamplingSettings;
import dev.yiben.pipeline.TranslationJob;
import dev.yiben.pipeline.TranslationSettings;
import dev.yiben.pipeline.memory.MemoryPlace;
import dev.yiben.pipeline.memory.MemoryReuse;
import dev.yiben.pipeline.memory.MemoryUse;
import dev.yiben.pipeline.prompt.PromptProfiles;
import dev.yiben.pipeline.work.Translator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A job on files of lines in a folder, to be run by a fake engine. */
public final class Job {
  private final Path folder;
  private final List<InputFile> files = new ArrayList<>();
  private Glossary glossary = Glossary.empty();
  private int context = TranslationSettings.DEFAULT_CONTEXT_SEGMENTS;
  private int batchTokens;
  private String source = "en";
  private PromptProfiles profiles = PromptProfiles.bundled();
  private OnExists onExists = OnExists.FAIL;
  private boolean restart;
  private boolean retranslate;
  private boolean review;
  private int parallel = 1;
  private Optional<MemoryUse> memory = Optional.empty();

  public Job(Path folder) {
    this.folder = folder;
  }

  /** Writes an input file of these lines and adds it. */
  public Job file(String name, String... lines) {
    try {
      Path input = Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
      files.add(new InputFile(input, folder.resolve("out").resolve(name), Optional.of("lines")));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a file of a project that is made from an input file, and completed where it is there. */
  public Job completed(String name, String... lines) {
    try {
      Path input = Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
      ProjectFile part = new LinesFormat().completed(input, outputPath(name));
      files.add(
          new InputFile(
              part.source(), outputPath(name), Optional.of("lines"), Optional.of(part), true));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Job glossary(Glossary terms) {
    this.glossary = terms;
    return this;
  }

  public Job context(int segments) {
    this.context = segments;
    return this;
  }

  public Job batchTokens(int tokens) {
    this.batchTokens = tokens;
    return this;
  }

  public Job from(String language) {
    this.source = language;
    return this;
  }

  public Job profile(String name) {
    this.profiles = profiles.fixedTo(name);
    return this;
  }

  public Job onExists(OnExists choice) {
    this.onExists = choice;
    return this;
  }

  public Job restart() {
    this.restart = true;
    return this;
  }

  public Job retranslate() {
    this.retranslate = true;
    return this;
  }

  public Job review() {
    this.review = true;
    return this;
  }

  public Job parallel(int streams) {
    this.parallel = streams;
    return this;
  }

  /** Has the job use the translation memories of a folder. */
  public Job memory(Path folderOfMemories, MemoryReuse reuse) {
    this.memory =
        Optional.of(
            new MemoryUse(
                MemoryPlace.folder(folderOfMemories),
                reuse,
                InstantSource.fixed(Instant.ofEpochSecond(1_000_000_000))));
    return this;
  }

  public Job memory(Path folderOfMemories) {
    return memory(folderOfMemories, MemoryReuse.SAME);
  }

  public JobResult run(InferenceEngine engine) throws InterruptedException {
    return run(engine, ProgressListener.NONE);
  }

  public JobResult run(InferenceEngine engine, ProgressListener progress)
      throws InterruptedException {
    return translator(engine).translate(job(), progress);
  }

  public JobResult plan(InferenceEngine engine) throws InterruptedException {
    return translator(engine).plan(job());
  }

  /** Runs a job of one file and returns what became of it. */
  public DocumentResult runOne(InferenceEngine engine) throws InterruptedException {
    return run(engine).documents().get(0);
  }

  private static Translator translator(InferenceEngine engine) {
    return new Translator(new FormatRegistry(List.of(new LinesFormat())), engine);
  }

  private TranslationJob job() {
    return new TranslationJob(
        files,
        new TranslationSettings(
            Optional.of(source),
            "zh",
            glossary,
            context,
            batchTokens,
            Map.of(),
            SamplingSettings.ofProfile(),
            profiles,
            retranslate,
            review),
        FormatOptions.DEFAULT,
        folder.resolve("job"),
        onExists,
        restart,
        parallel,
        memory,
        Optional.empty());
  }

  /** Returns the output of a file as lines. */
  public List<String> output(String name) {
    try {
      return Files.readAllLines(folder.resolve("out").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path outputPath(String name) {
    return folder.resolve("out").resolve(name);
  }
}
