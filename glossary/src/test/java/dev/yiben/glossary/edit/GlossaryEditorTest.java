package dev.yiben.glossary.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.glossary.ExamplePair;
import dev.yiben.glossary.GlossaryException;
import dev.yiben.glossary.Persona;
import dev.yiben.glossary.Replacement;
import dev.yiben.glossary.Style;
import dev.yiben.glossary.Term;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlossaryEditorTest {
  private static final Path FILE = Path.of("glossary.yaml");
  private static final Term SEA = Term.of("sea", "海");
  private static final Term SHIP = Term.of("ship", "船");

  private static GlossaryEditor edit(String text) {
    return GlossaryEditor.of(FILE, text);
  }

  private static Term note(Term term, String note) {
    return new Term(
        term.source(),
        term.target(),
        note,
        term.caseSensitive(),
        term.wholeWord(),
        term.regex(),
        term.doNotTranslate(),
        term.forbidden());
  }

  @Test
  void beginsANewFile() {
    GlossaryEditor editor = GlossaryEditor.empty(FILE);
    editor.add(SEA);
    editor.add(new Term("a: b", "yes", "", true, false, false, false, List.of("x, y", "'")));
    editor.add(new Persona("Marlo", "马洛", "male", "", "old"));
    editor.addBefore(new Replacement("  ", "", false, false));
    editor.addAfter(new Replacement("a", "b", true, false));
    editor.addProtected("\\{\\w+\\}");
    editor.addForbidden("oops");
    editor.add(new ExamplePair("Hi", "嗨"));
    editor.style(new Style("dry", "formal"));
    assertThat(editor.text())
        .isEqualTo(
            """
            terms:
              - source: sea
                target: 海
              - source: 'a: b'
                target: 'yes'
                case_sensitive: true
                whole_word: false
                forbidden: ['x, y', '''']
            characters:
              - name: Marlo
                target: 马洛
                gender: male
                note: old
            forbidden:
              - oops
            replacements:
              before:
                - find: '  '
                  replace: ''
              after:
                - find: a
                  replace: b
                  case_sensitive: true
            protected:
              patterns:
                - \\{\\w+\\}
            examples:
              - source: Hi
                target: 嗨
            style:
              text: dry
              register: formal
            """);
  }

  @Test
  void leavesAFileAloneThatIsNotChanged() {
    String text = "\uFEFF# x\r\nterms:   []";
    assertThat(edit(text).text()).isEqualTo(text);
  }

  @Test
  void addsInTheStyleOfTheLastEntry() {
    GlossaryEditor block =
        edit(
            """
            # terms
            terms:
            -   source: "gull"   # a bird
                target: "鸥"

            -   source: "tower"
                target: "塔" # tall
            # the end
            """);
    block.add(SEA);
    block.add(SHIP);
    assertThat(block.text())
        .isEqualTo(
            """
            # terms
            terms:
            -   source: "gull"   # a bird
                target: "鸥"

            -   source: "tower"
                target: "塔" # tall

            -   source: "sea"
                target: "海"

            -   source: "ship"
                target: "船"
            # the end
            """);
    GlossaryEditor braces = edit("- {source: gull, target: 鸥}\r\n- {source: a, target: b}");
    braces.add(note(SEA, "x, y"));
    assertThat(braces.text())
        .isEqualTo(
            "- {source: gull, target: 鸥}\r\n- {source: a, target: b}\r\n"
                + "- {source: sea, target: 海, note: 'x, y'}");
    GlossaryEditor brackets = edit("terms: [{source: a, target: b}, ] # all\n");
    brackets.add(SEA);
    assertThat(brackets.text())
        .isEqualTo("terms: [{source: a, target: b}, {source: sea, target: 海}, ] # all\n");
  }

  @Test
  void changesOnlyTheValuesThatDiffer() {
    GlossaryEditor editor =
        edit(
            """
            - source: sea   # wide
              note: "deep" # and blue
              target:   '海'
              case_sensitive: false # or not
              forbidden: [洋,  湖] # both
            """);
    Term old = editor.terms().get(0);
    assertThat(
            editor.replace(old, new Term("sea", "大海", "", true, true, false, false, List.of("湖"))))
        .isTrue();
    assertThat(editor.text())
        .isEqualTo(
            """
            - source: sea   # wide
              # and blue
              target:   '大海'
              case_sensitive: true # or not
              forbidden: [湖] # both
            """);
  }

  @Test
  void addsKeysToAnEntry() {
    GlossaryEditor block = edit("- source: sea # a\n  target: 海 # b\n# c\n");
    block.replace(SEA, note(SEA, "wide"));
    assertThat(block.text()).isEqualTo("- source: sea # a\n  target: 海 # b\n  note: wide\n# c\n");
    GlossaryEditor braces = edit("- {source: sea, target: 海 }");
    braces.replace(SEA, note(SEA, "wide"));
    assertThat(braces.text()).isEqualTo("- {source: sea, target: 海, note: wide }");
  }

  @Test
  void keepsTheCommentsOfWhatIsRemoved() {
    GlossaryEditor editor =
        edit(
            """
            terms: # all
              # the sea
              - source: sea # one
                # two
                target: 海
                forbidden:
                  - 洋 # three
              - # four
                {source: ship, target: 船}
              - source: gull
                target: 鸥
            """);
    editor.terms().subList(0, 2).forEach(editor::remove);
    assertThat(editor.text())
        .isEqualTo(
            """
            terms: # all
              # the sea
              # one
              # two
              # three
              # four
              - source: gull
                target: 鸥
            """);
  }

  @Test
  void removesFromBrackets() {
    String text = "terms: [{source: sea, target: 海}, # a\n  {source: ship, target: 船},\n]\n";
    GlossaryEditor last = edit(text);
    last.remove(SHIP);
    assertThat(last.text()).isEqualTo("terms: [{source: sea, target: 海} # a\n  ,\n]\n");
    GlossaryEditor first = edit(text);
    first.remove(SEA);
    assertThat(first.text()).isEqualTo("terms: [ # a\n        {source: ship, target: 船},\n]\n");
    GlossaryEditor both = edit(text);
    both.remove(SEA);
    both.remove(SHIP);
    both.add(note(SEA, "n"));
    assertThat(edit(both.text()).terms()).containsExactly(note(SEA, "n"));
  }

  @Test
  void leavesAnEmptyListWhereNothingIsLeft() {
    GlossaryEditor keyed = edit("terms: # all\n  - source: sea\n    target: 海 # x\n");
    keyed.remove(SEA);
    assertThat(keyed.text()).isEqualTo("terms: [] # all\n  # x\n");
    GlossaryEditor bare = edit("# all\n- {source: sea, target: 海}\n");
    bare.remove(SEA);
    assertThat(bare.text()).isEqualTo("# all\n[]\n");
    GlossaryEditor again = edit(keyed.text());
    again.add(SEA);
    assertThat(again.text()).isEqualTo("terms: # all\n  - source: sea\n    target: 海\n  # x\n");
  }

  @Test
  void givesABareListAKeyWhenOthersComeBesideIt() {
    GlossaryEditor editor = edit("# mine\n- source: sea\n  target: 海\n# end");
    editor.addForbidden("oops");
    editor.add(SHIP);
    assertThat(editor.text())
        .isEqualTo(
            """
            # mine
            terms:
            - source: sea
              target: 海
            - source: ship
              target: 船
            # end
            forbidden:
              - oops\
            """);
  }

  @Test
  void addsSectionsToAMappingInBraces() {
    GlossaryEditor editor = edit("{terms: [{source: sea, target: 海}]}\n");
    editor.addForbidden("a");
    editor.addAfter(new Replacement("x", "y", false, false));
    assertThat(editor.text())
        .isEqualTo(
            "{terms: [{source: sea, target: 海}], forbidden: [a],"
                + " replacements: {after: [{find: x, replace: y}]}}\n");
  }

  @Test
  void addsToTheShortListOfThoseThatStayWhereThereIsOne() {
    GlossaryEditor editor = edit("do_not_translate: [GNU]\n");
    editor.add(Term.kept("NASA"));
    assertThat(editor.text()).isEqualTo("do_not_translate: [GNU, NASA]\n");
    editor.replace(Term.kept("GNU"), Term.of("GNU", "角马"));
    assertThat(editor.text())
        .isEqualTo("do_not_translate: [NASA]\nterms:\n  - source: GNU\n    target: 角马\n");
  }

  @Test
  void changesStyles() {
    GlossaryEditor text = edit("style: dry # and short\n");
    text.style(new Style("wet", ""));
    assertThat(text.text()).isEqualTo("style: wet # and short\n");
    text.style(new Style("wet", "formal"));
    assertThat(text.text()).isEqualTo("style: {text: wet, register: formal} # and short\n");
    GlossaryEditor keys = edit("style:\n  register: formal # x\n");
    keys.style(new Style("wet", "informal"));
    assertThat(keys.text()).isEqualTo("style:\n  register: informal # x\n  text: wet\n");
  }

  @Test
  void replacesLongNotesByOneLine() {
    GlossaryEditor editor =
        edit("- source: sea\n  note: | # long\n    one\n    two\n\n  target: 海\n");
    editor.replace(editor.terms().get(0), note(SEA, "three"));
    assertThat(editor.text()).isEqualTo("- source: sea\n  note: three # long\n\n  target: 海\n");
  }

  @Test
  void composesChanges() {
    GlossaryEditor editor = edit("- {source: sea, target: 海}\n");
    editor.add(SHIP);
    assertThat(editor.replace(SHIP, note(SHIP, "n"))).isTrue();
    assertThat(editor.remove(SHIP)).isFalse();
    assertThat(editor.remove(note(SHIP, "n"))).isTrue();
    assertThat(editor.text()).isEqualTo("- {source: sea, target: 海}\n");
  }

  @Test
  void refusesATermThatIsThereAlready() {
    GlossaryEditor editor = edit("- {source: sea, target: 海}\n");
    editor.add(Term.of("Sea", "洋"));
    assertThatThrownBy(editor::text)
        .isInstanceOf(GlossaryException.class)
        .hasMessage(
            "glossary.yaml: the change was not made: \"Sea\" is there on line 1 already; remove"
                + " one");
  }

  @Test
  void refusesToRemoveWhatAnAliasStandsFor() {
    GlossaryEditor editor =
        edit(
            """
            - {source: sea, target: 海, forbidden: &f [x]}
            - {source: b, target: c, forbidden: *f}
            """);
    editor.remove(editor.terms().get(0));
    assertThatThrownBy(editor::text)
        .isInstanceOf(GlossaryException.class)
        .hasMessageContaining("the change was not made");
    GlossaryEditor other = edit("- {source: sea, target: &t 海}\n- {source: b, target: *t}\n");
    other.replace(SEA, Term.of("sea", "洋"));
    assertThatThrownBy(other::text).isInstanceOf(GlossaryException.class);
  }

  @Test
  void readsNothingThatIsNoGlossary() {
    assertThatThrownBy(() -> edit("terms: 7\n")).isInstanceOf(GlossaryException.class);
  }
}
