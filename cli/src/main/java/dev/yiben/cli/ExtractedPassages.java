package dev.yiben.cli;

import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.DocumentException;
import dev.yiben.formats.format.DocumentFormat;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.FormatRegistry;
import dev.yiben.formats.format.ProjectFile;
import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.Persona;
import dev.yiben.glossary.Term;
import dev.yiben.glossary.extract.Candidate;
import dev.yiben.glossary.extract.ExtractionLimits;
import dev.yiben.glossary.extract.Passage;
import dev.yiben.glossary.extract.TermExtractor;
import dev.yiben.pipeline.terms.DocumentPassages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what terms are looked for in from the user's files. */
final class ExtractedPassages {
  private final Console console;
  private final FormatRegistry formats;
  private final Optional<String> language;
  private final Optional<String> format;
  private final DocumentPassages documents = new DocumentPassages();
  private final List<Passage> passages = new ArrayList<>();
  private final Map<String, Long> languages = new TreeMap<>();
  private boolean complete = true;
  private FormatOptions options = FormatOptions.DEFAULT;

  /**
   * Creates a reader.
   *
   * @param language of the files; empty for what they declare, or are detected as
   * @param format id of their format; empty for what each is
   */
  ExtractedPassages(
      Console console, FormatRegistry formats, Optional<String> language, Optional<String> format) {
    this.console = console;
    this.formats = formats;
    this.language = language;
    this.format = format;
  }

  /** Begins to find files and projects. */
  SourceFiles find(Environment environment, FormatOptions reading) {
    options = reading;
    Projects projects = new Projects(formats, format, List.of(reading), true);
    return new SourceFiles(environment, formats, projects, Optional.empty());
  }

  /** Reads them and returns whether any could be read; what cannot be read is told. */
  boolean read(SourceFiles sources) {
    int read = 0;
    for (Source source : sources.found()) {
      if (source instanceof SourceFile file) {
        read += read(file.path().toString(), () -> formatOf(file).open(file.path(), options));
      } else if (source instanceof SourceProject project) {
        for (ProjectFile file : project.translations().get(0).files()) {
          read += read(file.target().toString(), file::open);
        }
      }
    }
    return read > 0;
  }

  private DocumentFormat formatOf(SourceFile file) {
    return format.flatMap(formats::byId).orElseGet(() -> formats.detect(file.path()));
  }

  private int read(String name, Supplier<Document> opener) {
    try (Document document = opener.get()) {
      int before = passages.size();
      documents.of(document, name).forEach(passages::add);
      documents
          .language(document)
          .ifPresent(tag -> languages.merge(tag, (long) passages.size() - before, Long::sum));
      return 1;
    } catch (DocumentException e) {
      console.error(e.getMessage());
      complete = false;
      return 0;
    }
  }

  /** Returns whether all could be read. */
  boolean isComplete() {
    return complete;
  }

  /** Returns the language that the user named, else that of most passages. */
  String language() {
    return language.orElseGet(
        () ->
            languages.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("und"));
  }

  /** Returns what was read. */
  List<Passage> passages() {
    return passages;
  }

  /** Returns the candidates that a glossary does not have. */
  List<Candidate> candidates(ExtractionLimits limits, Glossary known) {
    Set<String> sources =
        Stream.concat(
                known.terms().stream().map(Term::source),
                known.personas().stream().map(Persona::name))
            .map(source -> source.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    ExtractionLimits all =
        new ExtractionLimits(
            limits.leastCount(), limits.most() + sources.size(), limits.contexts());
    TermExtractor extractor = new TermExtractor(language(), all);
    passages.forEach(extractor::add);
    return extractor.candidates().stream()
        .filter(candidate -> !sources.contains(candidate.source().toLowerCase(Locale.ROOT)))
        .limit(limits.most())
        .toList();
  }
}
