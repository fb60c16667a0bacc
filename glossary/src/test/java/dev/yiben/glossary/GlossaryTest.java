package dev.yiben.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GlossaryTest {
  private static final Persona WILL = new Persona("Will", "威尔", "male", "gruff", "old");

  private static Glossary of(List<Term> terms, Persona... personas) {
    return new Glossary(
        terms,
        List.of(personas),
        Style.NONE,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void takesNamesForTermsWhereTheyHaveATarget() {
    Glossary glossary = of(List.of(), WILL, new Persona("Ann", "", "", "", ""));
    assertThat(new TermMatcher(glossary).match("Will Ann, will you?"))
        .extracting(TermMatch::text, TermMatch::target, match -> match.term().note())
        .containsExactly(org.assertj.core.api.Assertions.tuple("Will", "威尔", "male; gruff; old"));
  }

  @Test
  void letsTermsWinOverNames() {
    Term term = Term.of("will", "遗嘱");
    assertThat(of(List.of(term), WILL).allTerms()).containsExactly(term);
  }

  @Test
  void tellsWhoIsNamed() {
    Persona ann = new Persona("Ann", "", "", "", "");
    PersonaMatcher matcher = new PersonaMatcher(List.of(WILL, ann));
    assertThat(matcher.match("Ann's hat, Ann and Will")).containsExactly(ann, WILL);
    assertThat(matcher.match("Anne will")).isEmpty();
  }
}
