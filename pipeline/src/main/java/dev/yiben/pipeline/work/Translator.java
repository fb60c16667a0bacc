package dev.yiben.pipeline.work;

import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.DocumentResult.Status;
import dev.yiben.pipeline.InputFile;
import dev.yiben.pipeline.JobException;
import dev.yiben.pipeline.JobResult;
import dev.yiben.pipeline.OnExists;
import dev.yiben.pipeline.ProgressListener;
import dev.yiben.pipeline.TermUse;
import dev.yiben.pipeline.TranslationJob;
import dev.yiben.pipeline.TranslationSettings;
import dev.yiben.pipeline.Usage;
import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.convert.ChineseConversion;
import dev.yiben.pipeline.memory.JobMemory;
import dev.yiben.pipeline.memory.MemoryUse;
import dev.yiben.pipeline.plan.DocumentPlan;
import dev.yiben.pipeline.prepare.PreparedSegments;
import dev.yiben.pipeline.store.JobStore;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes jobs from files to files. */
public final class Translator {
  private static final Logger LOG = LoggerFactory.getLogger(Translator.class);

  /** Each stream has a thread, which mostly waits for an answer. */
  private static final int MOST_THREADS = 1024;

  private final FormatRegistry formats;
  private final InferenceEngine engine;

  /** Creates a translator; the engine stays the caller's to close. */
  public Translator(FormatRegistry formats, InferenceEngine engine) {
    this.formats = formats;
    this.engine = engine;
  }

  /**
   * Translates a job.
   *
   * <p>A file that cannot be read or written is a failed one in the result, and the next is taken.
   *
   * @throws JobException if the job cannot start, such as when its folder is in use
   * @throws dev.yiben.inference.InferenceException if the engine cannot go on; what is finished is
   *     in the store
   * @throws InterruptedException if the thread is interrupted; what is finished is in the store
   */
  public JobResult translate(TranslationJob job, ProgressListener progress)
      throws InterruptedException {
    try (JobStore store = JobStore.open(job.jobFolder())) {
      Set<InputFile> skipped = existing(job, store);
      if (job.restart()) {
        store.clear();
      }
      try (JobMemory memory = JobMemory.open(memory(job), job.jobFolder(), job.restart())) {
        List<DocumentResult> results = translate(job, skipped, store, memory, progress);
        memory.end();
        return new JobResult(results, Optional.empty(), terms(job, results));
      }
    }
  }

  /** What does not translate neither takes nor leaves anything. */
  private Optional<MemoryUse> memory(TranslationJob job) {
    return job.memory().filter(any -> !engine.capabilities().rehearsal());
  }

  /** Begins further files while the streams of those before leave threads idle. */
  private List<DocumentResult> translate(
      TranslationJob job,
      Set<InputFile> skipped,
      JobStore store,
      JobMemory memory,
      ProgressListener progress)
      throws InterruptedException {
    JobPlanner planner = new JobPlanner(engine, job.settings(), job.files().size());
    Map<InputFile, DocumentResult> results = new HashMap<>();
    Deque<FileWork> begun = new ArrayDeque<>();
    try (StreamPool pool = new StreamPool(parallel(job))) {
      for (InputFile file : job.files()) {
        if (skipped.contains(file)) {
          end(withoutSegments(file, Status.SKIPPED, Optional.empty()), file, results, progress);
          continue;
        }
        try {
          begun.add(
              FileWork.begin(
                  file,
                  format(file),
                  job.formatOptions(),
                  planner,
                  engine,
                  store,
                  memory,
                  pool,
                  progress));
        } catch (DocumentException | UncheckedIOException e) {
          end(failed(file, e), file, results, progress);
        }
        // Each file that is begun takes memory.
        while (!begun.isEmpty() && (begun.peek().isDone() || pool.isBusy())) {
          finish(begun.remove(), job.conversion(), results, progress);
        }
      }
      while (!begun.isEmpty()) {
        finish(begun.remove(), job.conversion(), results, progress);
      }
      List<Finding> found = new ArrayList<>();
      List<DocumentResult> documents =
          new Comparison(planner.checks(), job.settings().targetLanguage())
              .compare(job.files().stream().map(results::get).toList(), found);
      if (!found.isEmpty()) {
        synchronized (progress) {
          progress.onCompared(found);
        }
      }
      return documents;
    } finally {
      begun.forEach(FileWork::close);
    }
  }

  private static void finish(
      FileWork work,
      Optional<ChineseConversion> conversion,
      Map<InputFile, DocumentResult> results,
      ProgressListener progress)
      throws InterruptedException {
    DocumentResult result;
    try (work) {
      result = work.finish(conversion);
    } catch (DocumentException | UncheckedIOException e) {
      result = failed(work.file(), e);
    }
    end(result, work.file(), results, progress);
  }

  private static void end(
      DocumentResult result,
      InputFile file,
      Map<InputFile, DocumentResult> results,
      ProgressListener progress) {
    results.put(file, result);
    synchronized (progress) {
      progress.onDocumentFinished(result);
    }
  }

  /**
   * Plans a job: opens every file and counts, but asks for no translation and writes nothing.
   *
   * @return documents with the fates that are known beforehand and the usage to expect
   * @throws InterruptedException if the thread is interrupted
   */
  public JobResult plan(TranslationJob job) throws InterruptedException {
    JobPlanner planner = new JobPlanner(engine, job.settings(), job.files().size());
    SpeedTrial trial = new SpeedTrial(engine);
    List<DocumentResult> results = new ArrayList<>();
    try (JobMemory memory = JobMemory.forPlan(memory(job), job.restart())) {
      for (InputFile file : job.files()) {
        results.add(plan(file, job.formatOptions(), planner, memory, trial));
      }
    }
    Usage total = results.stream().map(DocumentResult::usage).reduce(Usage.NONE, Usage::plus);
    return new JobResult(results, trial.estimate(total), terms(job, results));
  }

  private static List<TermUse> terms(TranslationJob job, List<DocumentResult> results) {
    TranslationSettings settings = job.settings();
    return TermUse.of(settings.glossary(), settings.targetLanguage(), results);
  }

  private DocumentResult plan(
      InputFile file, FormatOptions options, JobPlanner planner, JobMemory memory, SpeedTrial trial)
      throws InterruptedException {
    try (Document document = file.open(format(file), options)) {
      RequestSettings settings = planner.requests(document);
      PreparedSegments segments = planner.prepare(document);
      DocumentPlan plan =
          planner.plan(
              segments,
              settings,
              memory
                  .document(planner.memoryRequest(file.document(), settings), segments.own())
                  .matches());
      Usage usage = new UsageEstimate(new PromptBuilder(engine, settings)).of(plan);
      trial.run(plan, settings);
      return new DocumentResult(
          file.input(),
          file.output(),
          Status.PLANNED,
          Optional.empty(),
          format(file).id(),
          settings.languages().source(),
          planner.own(segments).ofPlan(PlannedFates.of(plan)),
          Optional.of(document.coverage()),
          document.notices(),
          usage);
    } catch (DocumentException | UncheckedIOException e) {
      return failed(file, e);
    }
  }

  private DocumentFormat format(InputFile file) {
    return file.formatIn(formats);
  }

  private int parallel(TranslationJob job) {
    return job.parallel() == 0
        ? Math.min(engine.capabilities().slots(), MOST_THREADS)
        : job.parallel();
  }

  /**
   * Returns the files to skip since their outputs exist; an output that is still what this job
   * wrote does not count, so that a finished job can be run again, and one that is completed is
   * left alone only if told so.
   */
  private static Set<InputFile> existing(TranslationJob job, JobStore store) {
    List<InputFile> existing =
        job.onExists() == OnExists.REPLACE
            ? List.of()
            : job.files().stream()
                .filter(file -> !isKept(file, job))
                .filter(file -> new OutputFile(file.output(), store).isForeign())
                .toList();
    if (job.onExists() == OnExists.FAIL && !existing.isEmpty()) {
      String others = existing.size() == 1 ? "" : " (and " + (existing.size() - 1) + " more)";
      throw new JobException(
          existing.get(0).output()
              + ": exists already"
              + others
              + "; use --on-exists replace or skip, or choose another --output");
    }
    return new HashSet<>(existing);
  }

  /** Returns whether nothing is lost of what is there already. */
  private static boolean isKept(InputFile file, TranslationJob job) {
    return file.completed() && job.onExists() == OnExists.FAIL && !job.settings().retranslate();
  }

  /** An interrupt closes the file that is being read, which then looks damaged. */
  static void endIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private static DocumentResult failed(InputFile file, RuntimeException failure)
      throws InterruptedException {
    endIfInterrupted();
    LOG.info("Failed: {}", file.input(), failure);
    return withoutSegments(file, Status.FAILED, Optional.of(reason(failure)));
  }

  static String reason(Exception failure) {
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }

  private static DocumentResult withoutSegments(
      InputFile file, Status status, Optional<String> failure) {
    return new DocumentResult(
        file.input(),
        file.output(),
        status,
        failure,
        "",
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Usage.NONE);
  }
}
