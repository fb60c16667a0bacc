package dev.yiben.pipeline.work;

import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.DocumentResult.Status;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.InputFile;
import dev.yiben.pipeline.ProgressListener;
import dev.yiben.pipeline.Review;
import dev.yiben.pipeline.SegmentOutcome;
import dev.yiben.pipeline.convert.ChineseConversion;
import dev.yiben.pipeline.memory.DocumentMemory;
import dev.yiben.pipeline.memory.JobMemory;
import dev.yiben.pipeline.plan.DocumentPlan;
import dev.yiben.pipeline.plan.Recaller;
import dev.yiben.pipeline.prepare.PreparedSegments;
import dev.yiben.pipeline.store.JobStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file whose segments are being translated. */
final class FileWork implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FileWork.class);

  private final InputFile file;
  private final DocumentFormat format;
  private final Document document;
  private final JobPlanner planner;
  private final RequestSettings settings;
  private final JobStore store;
  private final OwnOutcomes own;
  private final OutputFile output;
  private final DocumentWork work;
  private final DocumentMemory memory;

  private FileWork(
      InputFile file,
      DocumentFormat format,
      Document document,
      OutputFile output,
      JobPlanner planner,
      InferenceEngine engine,
      JobStore store,
      JobMemory memories,
      StreamPool pool,
      ProgressListener progress)
      throws InterruptedException {
    this.file = file;
    this.format = format;
    this.document = document;
    this.planner = planner;
    this.output = output;
    this.store = store;
    settings = planner.requests(document);
    PreparedSegments segments = planner.prepare(document);
    own = planner.own(segments);
    memory = memories.document(planner.memoryRequest(file.document(), settings), segments.own());
    DocumentPlan plan = planner.plan(segments, settings, memory.matches());
    PromptBuilder prompts = new PromptBuilder(engine, settings);
    work = DocumentWork.start(file, plan, prompts, store, pool, progress);
  }

  /**
   * Opens and plans a file and puts its streams into the pool.
   *
   * @throws DocumentException if the file cannot be read
   */
  static FileWork begin(
      InputFile file,
      DocumentFormat format,
      FormatOptions options,
      JobPlanner planner,
      InferenceEngine engine,
      JobStore store,
      JobMemory memories,
      StreamPool pool,
      ProgressListener progress)
      throws InterruptedException {
    OutputFile output = output(file, store);
    Document document = file.open(format, options);
    try {
      return new FileWork(
          file, format, document, output, planner, engine, store, memories, pool, progress);
    } catch (RuntimeException | InterruptedException e) {
      document.close();
      throw e;
    }
  }

  private static OutputFile output(InputFile file, JobStore store) {
    try {
      return file.completed()
          ? OutputFile.completed(file.output(), store)
          : new OutputFile(file.output(), store);
    } catch (IOException e) {
      throw DocumentException.unreadable(file.output(), e);
    }
  }

  /**
   * Waits for the translations and writes the file; all earlier files must be finished.
   *
   * @param conversion what is done to targets when they are written
   * @throws DocumentException if the file can no longer be read
   */
  DocumentResult finish(Optional<ChineseConversion> conversion) throws InterruptedException {
    List<SegmentOutcome> outcomes = own.of(work.await(planner.memory()));
    OutcomeKeeper.keep(file.document(), settings.languages().target(), outcomes, store);
    Targets targets = new Targets(settings.languages().target(), outcomes, conversion);
    List<String> notices = new ArrayList<>(document.notices());
    conversion.map(ChineseConversion::notice).ifPresent(notices::add);
    reviewed(outcomes).ifPresent(notices::add);
    Status status;
    Optional<String> failure = Optional.empty();
    try {
      boolean changed = output.write(out -> notices.addAll(document.merge(targets, out)));
      status = changed ? Status.WRITTEN : Status.UP_TO_DATE;
    } catch (IOException e) {
      Translator.endIfInterrupted();
      LOG.info("Not written: {}", file.output(), e);
      status = Status.FAILED;
      failure = Optional.of(file.output() + ": cannot be written: " + Translator.reason(e));
    }
    save(outcomes);
    return new DocumentResult(
        file.input(),
        file.output(),
        status,
        failure,
        format.id(),
        settings.languages().source(),
        outcomes,
        Optional.of(document.coverage()),
        notices,
        work.usage());
  }

  private static Optional<String> reviewed(List<SegmentOutcome> outcomes) {
    long improved = outcomes.stream().filter(o -> o.review() == Review.IMPROVED).count();
    long looked = outcomes.stream().filter(o -> o.review() != Review.NONE).count();
    return looked == 0
        ? Optional.empty()
        : Optional.of(looked + " segments were looked at again; " + improved + " came out better");
  }

  private void save(List<SegmentOutcome> outcomes) {
    List<DocumentMemory.Accepted> accepted = new ArrayList<>();
    for (int index = 0; index < outcomes.size(); index++) {
      SegmentOutcome outcome = outcomes.get(index);
      boolean made =
          outcome.fate() == Fate.TRANSLATED
              || (outcome.fate() == Fate.REUSED && !outcome.reason().equals(ReuseReasons.EXISTING));
      if (made) {
        accepted.add(
            new DocumentMemory.Accepted(
                index, outcome.target().marked(), Recaller.known(outcome.findings())));
      }
    }
    memory.save(outcomes.stream().map(SegmentOutcome::segment).toList(), accepted);
  }

  /** Returns whether nothing has to be waited for any more. */
  boolean isDone() {
    return work.isDone();
  }

  InputFile file() {
    return file;
  }

  @Override
  public void close() {
    document.close();
  }
}
