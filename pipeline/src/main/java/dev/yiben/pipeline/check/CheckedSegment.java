package dev.yiben.pipeline.check;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Segment;
import dev.yiben.glossary.TermMatch;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A segment with its target, as the checks see it.
 *
 * @param segment the segment
 * @param target the target to check
 * @param sourceLanguage BCP 47 tag, if known
 * @param targetLanguage BCP 47 tag
 * @param terms terms found in the source
 * @param sentence targets of all segments that its sentence runs through, in order, as far as they
 *     are known: what belongs to the sentence may stand in any of them; empty for a segment whose
 *     sentences are its own
 * @param confidence geometric mean of the probabilities that the model gave to the tokens of the
 *     target, above 0 and at most 1; empty if they are not known
 */
public record CheckedSegment(
    Segment segment,
    CodedText target,
    Optional<String> sourceLanguage,
    String targetLanguage,
    List<TermMatch> terms,
    List<CodedText> sentence,
    OptionalDouble confidence) {
  public CheckedSegment {
    terms = List.copyOf(terms);
    sentence = List.copyOf(sentence);
  }

  /** Creates a segment of whose target no probabilities are known. */
  public CheckedSegment(
      Segment segment,
      CodedText target,
      Optional<String> sourceLanguage,
      String targetLanguage,
      List<TermMatch> terms,
      List<CodedText> sentence) {
    this(segment, target, sourceLanguage, targetLanguage, terms, sentence, OptionalDouble.empty());
  }

  /** Creates a segment whose sentences are its own. */
  public CheckedSegment(
      Segment segment,
      CodedText target,
      Optional<String> sourceLanguage,
      String targetLanguage,
      List<TermMatch> terms) {
    this(segment, target, sourceLanguage, targetLanguage, terms, List.of());
  }

  /** Returns this segment with what becomes of its target and of those of its sentence. */
  CheckedSegment finished(UnaryOperator<CodedText> finish) {
    return new CheckedSegment(
        segment,
        finish.apply(target),
        sourceLanguage,
        targetLanguage,
        terms,
        sentence.stream().map(finish).toList(),
        confidence);
  }

  /** Returns whether it is only a part of a sentence. */
  boolean isPart() {
    return !sentence.isEmpty();
  }

  /** Returns the target, or those of its sentence, as one text. */
  String whole(Function<CodedText, String> text, String between) {
    return isPart()
        ? sentence.stream().map(text).collect(Collectors.joining(between))
        : text.apply(target);
  }
}
