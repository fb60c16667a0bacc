package dev.yiben.pipeline.work;

import dev.yiben.formats.format.Document;
import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.LanguageTerms;
import dev.yiben.inference.Capabilities;
import dev.yiben.inference.ConstraintSupport;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.Sampling;
import dev.yiben.pipeline.TranslationSettings;
import dev.yiben.pipeline.check.QaChecks;
import dev.yiben.pipeline.memory.JobMemory;
import dev.yiben.pipeline.memory.MemoryLanguages;
import dev.yiben.pipeline.plan.BatchPlanner;
import dev.yiben.pipeline.plan.DocumentPlan;
import dev.yiben.pipeline.plan.DocumentPlanner;
import dev.yiben.pipeline.plan.Fingerprint;
import dev.yiben.pipeline.plan.MemoryMatch;
import dev.yiben.pipeline.plan.RunMemory;
import dev.yiben.pipeline.prepare.Preparation;
import dev.yiben.pipeline.prepare.PreparedSegments;
import dev.yiben.pipeline.prompt.LanguagePair;
import dev.yiben.pipeline.prompt.PromptTemplate;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds what the documents of a job have in common, and plans them. */
final class JobPlanner {
  /** Changes when the same request would be worded or checked otherwise. */
  private static final String PIPELINE_VERSION = "4";

  private static final int MOST_BATCH_TOKENS = 512;

  /** A batch with its answer and the context with its translation share the window. */
  private static final int WINDOW_PARTS = 6;

  private final Capabilities capabilities;
  private final TranslationSettings settings;
  private final PromptTemplate template;
  private final Sampling sampling;
  private final Preparation preparation;
  private final DocumentPlanner documents;
  private final LanguageDetection detection = new LanguageDetection();
  private final RunMemory memory;
  private final int batchTokens;
  private final QaChecks checks;

  /**
   * Creates the planner of a job.
   *
   * @param files how many it has
   */
  JobPlanner(InferenceEngine engine, TranslationSettings settings, int files) {
    this.memory = new RunMemory(files);
    this.capabilities = engine.capabilities();
    this.settings = settings;
    PromptTemplate found = settings.profiles().choose(capabilities).template();
    Glossary glossary = settings.glossary();
    this.template =
        (capabilities.constraint() == ConstraintSupport.JSON_SCHEMA
                ? found.answeredInJson()
                : found)
            .guidedBy(new HeadRoom(engine).guidance(glossary));
    if (capabilities.rehearsal()) {
      this.preparation = Preparation.protecting(glossary);
      this.checks = QaChecks.structural();
    } else {
      this.preparation = Preparation.of(glossary);
      this.checks =
          QaChecks.all(settings.severities(), List.of(template.text()), glossary.forbidden())
              .finishing(preparation::finished);
    }
    this.sampling = settings.sampling().over(template.sampling());
    this.batchTokens =
        settings.batchTokens() > 0
            ? settings.batchTokens()
            : Math.min(MOST_BATCH_TOKENS, capabilities.contextWindow() / WINDOW_PARTS);
    this.documents =
        new DocumentPlanner(
            new BatchPlanner(batchTokens, template.mostLines()),
            new LanguageTerms(glossary),
            template.guidance(),
            engine::countTokens,
            settings.retranslate());
  }

  /** Returns the memory of the run. */
  RunMemory memory() {
    return memory;
  }

  /** Returns the checks of the job. */
  QaChecks checks() {
    return checks;
  }

  PreparedSegments prepare(Document document) {
    return preparation.prepare(document.segments());
  }

  /** Returns what leads from the outcomes of prepared segments to the document's own. */
  OwnOutcomes own(PreparedSegments segments) {
    return new OwnOutcomes(preparation, segments);
  }

  /**
   * Plans a document.
   *
   * @param matches what a translation memory has for its segments, by index
   */
  DocumentPlan plan(
      PreparedSegments segments, RequestSettings requests, Map<Integer, MemoryMatch> matches) {
    return documents.plan(
        segments.segments(),
        requests.languages(),
        requests.checks(),
        Fingerprint.of(
            Stream.concat(Stream.of(PIPELINE_VERSION), shaping(requests.languages())).toList()),
        memory,
        PreparedMatches.of(matches, segments));
  }

  /** Returns what decides which units of a memory a document gets. */
  JobMemory.Request memoryRequest(Path document, RequestSettings requests) {
    return new JobMemory.Request(
        document,
        MemoryLanguages.of(requests.languages()),
        capabilities.model(),
        Fingerprint.of(
                Stream.concat(shaping(requests.languages()), preparation.recipe().stream())
                    .toList())
            .value(),
        template.showsSimilar());
  }

  /** Returns all that shapes a translation but the segment, its terms and this program. */
  private Stream<String> shaping(LanguagePair languages) {
    return Stream.of(
        capabilities.fingerprint(),
        template.text(),
        languages.source().orElse(""),
        languages.target(),
        String.valueOf(settings.contextSegments()),
        String.valueOf(batchTokens),
        sampling.toString(),
        template.guidance().style().toString(),
        template.guidance().examples().toString());
  }

  RequestSettings requests(Document document) {
    return new RequestSettings(
        template,
        languages(document),
        checks,
        Math.min(settings.contextSegments(), template.mostLines()),
        sampling,
        settings.review());
  }

  private LanguagePair languages(Document document) {
    Optional<String> source =
        settings
            .sourceLanguage()
            .or(document::declaredLanguage)
            .or(() -> detection.detect(document.segments()));
    return new LanguagePair(source, settings.targetLanguage());
  }
}
