package dev.yiben.pipeline.terms;

import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.ConstraintSupport;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.OutputConstraint;
import dev.yiben.inference.Sampling;
import dev.yiben.pipeline.prompt.LanguagePair;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words in which a model is asked about a term, and the form of its answer. */
final class TermQuestion {
  private static final int ANSWER_TOKENS = 160;
  private static final double FREER = 0.4;
  private static final String CATEGORIES =
      Arrays.stream(Category.values())
          .map(category -> "\"\\\"" + category + "\\\"\"")
          .collect(Collectors.joining(" | "));
  private static final String GRAMMAR =
      """
      root ::= "{\\"category\\": " category ", \\"translation\\": \\"" text "\\", \\"note\\": \\"" note "\\"}"
      category ::= %s
      text ::= char{1,60}
      note ::= char{0,100}
      char ::= [^"\\\\\\x00-\\x1F]
      """
          .formatted(CATEGORIES);
  private static final String SCHEMA =
      """
      {"type": "object",
       "properties": {
         "category": {"type": "string", "enum": [%s]},
         "translation": {"type": "string"},
         "note": {"type": "string"}},
       "required": ["category", "translation", "note"],
       "additionalProperties": false}
      """
          .formatted(
              Arrays.stream(Category.values())
                  .map(category -> "\"" + category + "\"")
                  .collect(Collectors.joining(", ")));

  private final LanguagePair languages;
  private final Optional<OutputConstraint> constraint;

  TermQuestion(LanguagePair languages, ConstraintSupport support) {
    this.languages = languages;
    this.constraint =
        switch (support) {
          case GRAMMAR -> Optional.of(new OutputConstraint.Grammar(GRAMMAR));
          case JSON_SCHEMA -> Optional.of(new OutputConstraint.JsonSchema(SCHEMA));
          case NONE -> Optional.empty();
        };
  }

  /**
   * Returns a request about a term.
   *
   * @param vote number of the request about this term: the first takes the most probable answer
   */
  GenerationRequest request(String term, List<String> contexts, int vote) {
    return new GenerationRequest(
        List.of(ChatMessage.system(system()), ChatMessage.user(user(term, contexts))),
        constraint,
        vote == 0 ? Sampling.greedy() : Sampling.of(FREER, vote),
        ANSWER_TOKENS);
  }

  private String system() {
    return """
    You make a glossary for a translation from %s into %s. For each term you get sentences in \
    which it occurs. Answer with one JSON object: "category" is person, place, organisation, \
    thing (anything else that has a name), term (a special word of the subject), or none (an \
    ordinary word, or only a part of a name). "translation" is the term in %s, as it stands in \
    the middle of a sentence, and nothing else. "note" says in a few words of English who or what \
    it is; of a person it says whether it is a man or a woman, if the sentences tell. It may be \
    empty.\
    """
        .formatted(
            languages.sourceName().orElse("its language"),
            languages.targetName(),
            languages.targetName());
  }

  private static String user(String term, List<String> contexts) {
    String sentences =
        contexts.stream().map(context -> "\n- " + context).collect(Collectors.joining());
    return "Term: " + term + (sentences.isEmpty() ? "" : "\nSentences:" + sentences);
  }
}
