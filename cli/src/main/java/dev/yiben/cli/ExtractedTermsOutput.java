package dev.yiben.cli;

import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.Term;
import dev.yiben.glossary.exchange.ExchangeFormat;
import dev.yiben.glossary.exchange.GlossaryExport;
import dev.yiben.glossary.exchange.GlossaryYaml;
import dev.yiben.glossary.exchange.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Where extracted terms go, and as what. */
final class ExtractedTermsOutput {
  @Option(
      names = "--save",
      paramLabel = "FILE",
      description =
          "File to write: a glossary (.yaml), a table (.csv, .tsv, .xlsx) or another format by"
              + " --as; default: the standard output.")
  private Optional<Path> save = Optional.empty();

  @Option(
      names = "--as",
      paramLabel = "FORMAT",
      description = "Format of that file, as 'translate glossary export' has them.")
  private Optional<String> format = Optional.empty();

  @Option(
      names = "--merge",
      description =
          "Add to a glossary that is there; what it has for the same source stays as it is.")
  private boolean merge;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /** Throws a usage exception if the terms could not be written later on. */
  void requireValid(Environment environment, boolean translated) {
    if (save.isEmpty() && (merge || format.isPresent())) {
      throw new UsageException("--merge and --as need --save FILE");
    }
    if (save.isEmpty()) {
      return;
    }
    ExchangeFormat chosen = GlossaryFormats.chosen(format, save.get());
    if (merge && (chosen != ExchangeFormat.YAML || !translated)) {
      throw new UsageException("--merge adds translated terms to a glossary in YAML; take a model");
    }
    if (!merge && java.nio.file.Files.exists(environment.resolve(save.get()))) {
      throw new UsageException(
          save.get() + ": is there already; --merge adds to it, or name another file");
    }
  }

  /** Returns the glossary that is added to. */
  Optional<Path> merged() {
    return save.filter(file -> merge);
  }

  /** Writes the terms. */
  void write(
      List<ExtractedTerm> terms,
      boolean translated,
      Optional<String> source,
      Optional<String> target,
      Environment environment,
      Console console) {
    if (json) {
      Json.print(environment.out(), terms.stream().map(ExtractedTerm::tree).toList());
    }
    if (save.isEmpty()) {
      if (!json) {
        environment.out().print(translated ? yaml(terms) : lines(terms));
      }
      return;
    }
    Path file = environment.resolve(save.get());
    ExchangeFormat chosen = GlossaryFormats.chosen(format, file);
    if (merge) {
      GlossaryMerge into = new GlossaryMerge(GlossaryStore.edit(file), false);
      terms.stream().map(ExtractedTerm::term).forEach(into::add);
      GlossaryStore.write(file, into.text());
    } else if (chosen == ExchangeFormat.YAML) {
      GlossaryStore.write(file, translated ? yaml(terms) : outline(terms));
    } else {
      GlossaryStore.write(file, exported(terms, chosen, source, target, console));
    }
    if (!json) {
      environment.out().println(file);
    }
  }

  private static String yaml(List<ExtractedTerm> terms) {
    Map<Term, String> comments =
        terms.stream()
            .collect(
                Collectors.toMap(
                    ExtractedTerm::term, ExtractedTerm::summary, (first, second) -> first));
    return GlossaryYaml.of(
        Glossary.of(terms.stream().map(ExtractedTerm::term).toList()), comments::get);
  }

  private static String lines(List<ExtractedTerm> terms) {
    return terms.stream()
        .map(one -> Texts.printable(one.candidate().source() + "  # " + one.summary()) + "\n")
        .collect(Collectors.joining());
  }

  /** Without translations these are no terms yet: comments to be completed. */
  private static String outline(List<ExtractedTerm> terms) {
    String entries =
        yaml(terms)
            .lines()
            .skip(1)
            .map(line -> line.replaceFirst("target: ''$", "target:"))
            .map(line -> "#" + line + "\n")
            .collect(Collectors.joining());
    return "# Complete what is a term, and take the # before it away.\nterms: []\n" + entries;
  }

  private static byte[] exported(
      List<ExtractedTerm> terms,
      ExchangeFormat format,
      Optional<String> source,
      Optional<String> target,
      Console console) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    List<Term> entries = terms.stream().map(ExtractedTermsOutput::withSummary).toList();
    try {
      new GlossaryExport(format, Part.TERMS, source, target)
          .write(Glossary.of(entries), content)
          .forEach(console::warning);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return content.toByteArray();
  }

  /** Tables have no comments: without a note, the counts are it. */
  private static Term withSummary(ExtractedTerm extracted) {
    Term term = extracted.term();
    return term.note().isEmpty()
        ? new Term(
            term.source(), term.target(), extracted.summary(), false, true, false, false, List.of())
        : term;
  }
}
