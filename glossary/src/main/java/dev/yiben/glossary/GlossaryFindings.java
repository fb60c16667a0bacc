package dev.yiben.glossary;

import dev.yiben.glossary.GlossaryFinding.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks for what is wrong with glossary files, beyond what reading them tells. */
public final class GlossaryFindings {
  private final List<Path> files;
  private final List<GlossaryFile> read = new ArrayList<>();
  private final List<GlossaryFinding> findings = new ArrayList<>();

  private GlossaryFindings(List<Path> files) {
    this.files = files;
  }

  /**
   * Returns the findings of files that are used together, by file and line; what is unsound in one
   * is told, and the rest looked at.
   */
  public static List<GlossaryFinding> of(List<Path> files) {
    return new GlossaryFindings(files).findings(Optional.empty(), List.of(), false);
  }

  /**
   * Returns the findings of files that are used together, with the entries that never match.
   *
   * @param language that of the texts, as a tag such as {@code en}, if it is known
   * @param texts what shall be translated, gone through once
   * @throws GlossaryException if a regular expression takes too many steps on one of them
   */
  public static List<GlossaryFinding> of(
      List<Path> files, Optional<String> language, Iterable<String> texts) {
    return new GlossaryFindings(files).findings(language, texts, true);
  }

  private List<GlossaryFinding> findings(
      Optional<String> language, Iterable<String> texts, boolean compare) {
    for (Path path : files) {
      try {
        GlossaryFile file = GlossaryFile.read(path);
        read.add(file);
        file.problems().forEach(this::addInvalid);
      } catch (GlossaryException e) {
        addInvalid(e);
      }
    }
    List<PlacedTerm> terms = PlacedTerm.of(read);
    findings.addAll(TermClashes.of(terms));
    findings.addAll(Contradictions.of(read, terms));
    if (compare) {
      findings.addAll(new UnusedEntries(read, terms, language).of(texts));
    }
    findings.sort(
        Comparator.<GlossaryFinding>comparingInt(finding -> files.indexOf(finding.file()))
            .thenComparingInt(GlossaryFinding::line)
            .thenComparing(GlossaryFinding::kind));
    return List.copyOf(findings);
  }

  private void addInvalid(GlossaryException problem) {
    findings.add(
        new GlossaryFinding(
            Kind.INVALID,
            problem.file().orElseThrow(),
            problem.line().orElse(0),
            problem.problem()));
  }
}
