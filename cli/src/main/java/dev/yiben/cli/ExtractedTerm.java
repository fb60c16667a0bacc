package dev.yiben.cli;

import dev.yiben.glossary.Term;
import dev.yiben.glossary.extract.Candidate;
import dev.yiben.pipeline.terms.Proposal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A term that was found in documents.
 *
 * @param proposal what a model says of it; empty if none was asked
 */
record ExtractedTerm(Candidate candidate, Optional<Proposal> proposal) {
  static List<ExtractedTerm> of(List<Candidate> candidates) {
    return candidates.stream().map(one -> new ExtractedTerm(one, Optional.empty())).toList();
  }

  static List<ExtractedTerm> ofProposals(List<Proposal> proposals) {
    return proposals.stream()
        .map(one -> new ExtractedTerm(one.candidate(), Optional.of(one)))
        .toList();
  }

  /** Returns it as an entry of a glossary, whose target is empty if no model was asked. */
  Term term() {
    return new Term(
        candidate.source(),
        proposal.map(Proposal::translation).orElse(""),
        proposal.map(Proposal::note).orElse(""),
        false,
        true,
        false,
        false,
        List.of());
  }

  /** Returns what it is and how often it was found, as a comment says it. */
  String summary() {
    String places = candidate.places() == 1 ? "one place" : candidate.places() + " places";
    String votes =
        proposal.map(one -> ", " + one.agreeing() + " of " + one.asked() + " agree").orElse("");
    return kind() + ", " + candidate.count() + " times in " + places + votes;
  }

  private String kind() {
    return proposal
        .map(one -> one.category().toString())
        .orElse(candidate.kind().name().toLowerCase(Locale.ROOT));
  }

  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("source", candidate.source());
    tree.put("kind", kind());
    tree.put("count", candidate.count());
    tree.put("places", candidate.places());
    proposal.ifPresent(
        one -> {
          tree.put("target", one.translation());
          tree.put("note", one.note());
          tree.put("agreeing", one.agreeing());
          tree.put("asked", one.asked());
        });
    tree.put("contexts", candidate.contexts());
    return tree;
  }
}
