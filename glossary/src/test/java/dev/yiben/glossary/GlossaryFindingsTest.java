package dev.yiben.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlossaryFindingsTest {
  @TempDir Path folder;

  private List<Path> files(String... texts) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String text : texts) {
      files.add(Files.writeString(folder.resolve(files.size() + 1 + ".yaml"), text));
    }
    return files;
  }

  private List<String> findings(String... texts) throws IOException {
    return GlossaryFindings.of(files(texts)).stream().map(this::shown).toList();
  }

  private List<String> unused(String glossary, String... texts) throws IOException {
    return GlossaryFindings.of(files(glossary), Optional.of("en"), List.of(texts)).stream()
        .map(this::shown)
        .toList();
  }

  private String shown(GlossaryFinding finding) {
    return finding.kind().id()
        + " "
        + folder.relativize(finding.file())
        + ":"
        + finding.line()
        + " "
        + finding.message().replace(folder + "/", "");
  }

  @Test
  void hasNothingToSayOfASoundGlossary() throws IOException {
    assertThat(
            findings(
                """
                terms:
                  - {source: keeper, target: 守塔人, forbidden: [守]}
                  - {source: lighthouse keeper, target: 灯塔的守塔人}
                  - {source: may, target: 可以}
                  - {source: May, target: 五月, case_sensitive: true}
                  - {source: MAY, target: 梅, case_sensitive: true}
                  - {source: '%s days', target: '%s 天'}
                  - {source: '(\\d+) km', target: $1公里, regex: true}
                characters:
                  - {name: Ann}
                do_not_translate: [GNU]
                forbidden: [oops]
                examples:
                  - {source: The keeper., target: 守塔人。}
                """))
        .isEmpty();
  }

  @Test
  void tellsAllMistakesAndLooksAtTheRest() throws IOException {
    assertThat(
            findings(
                """
                - {source: a, target: b, x: y}
                - {source: c}
                - {source: d, target: e}
                - {source: D, target: f}
                - {source: g, target: h, forbidden: [H]}
                """,
                "- [\n"))
        .containsExactly(
            "GLO-001 1.yaml:1 \"x\" is not a key of a term; known: source, target, note,"
                + " case_sensitive, whole_word, regex, inflect, do_not_translate, forbidden",
            "GLO-001 1.yaml:2 the entry has no \"target\"; add it, or \"do_not_translate: true\" to"
                + " keep it",
            "GLO-001 1.yaml:4 \"D\" is there on line 3 already; remove one",
            "GLO-006 1.yaml:5 \"g\" is \"h\", which it forbids; remove it from \"forbidden\"",
            "GLO-001 2.yaml:2 not valid YAML: expected the node content, but found '<stream end>'");
  }

  @Test
  void findsConflictsAndDuplicatesAcrossVariantsAndFiles() throws IOException {
    assertThat(
            findings(
                """
                terms:
                - {source: サクラ, target: 樱}
                - {source: さくら, target: 小樱}
                - {source: HP, target: 血}
                - {source: ＨＰ, target: 血, whole_word: false}
                - {source: Marlo, target: 马洛, case_sensitive: true}
                characters:
                - {name: Marlo, target: 马罗}
                """,
                "- {source: サクラ, target: 樱}\n- {source: hp, target: 体力}\n"))
        .containsExactly(
            "GLO-002 1.yaml:3 \"さくら\" is \"小樱\", but \"サクラ\" is \"樱\" on line 2; remove one, or"
                + " tell them apart by \"case_sensitive\"",
            "GLO-003 1.yaml:5 \"ＨＰ\" is \"血\" on line 4 too; remove one",
            "GLO-002 1.yaml:8 \"Marlo\" is \"马罗\", but \"Marlo\" is \"马洛\" on line 6; remove one, or"
                + " tell them apart by \"case_sensitive\"",
            "GLO-002 2.yaml:1 \"サクラ\" is \"樱\", but \"さくら\" is \"小樱\" on 1.yaml:3; remove one, or"
                + " tell them apart by \"case_sensitive\"",
            "GLO-002 2.yaml:2 \"hp\" is \"体力\", but \"ＨＰ\" is \"血\" on 1.yaml:5; remove one, or"
                + " tell them apart by \"case_sensitive\"");
  }

  @Test
  void findsTermsWithinOthersWhoseTargetsDisagree() throws IOException {
    assertThat(
            findings(
                "- {source: keeper, target: 守塔人}\n- {source: lighthouse keeper, target: 看守}\n"))
        .containsExactly(
            "GLO-004 1.yaml:2 \"lighthouse keeper\" is \"看守\", which has not the target of"
                + " \"keeper\" within it, \"守塔人\" on line 1; make them agree if one is a part of"
                + " the other");
  }

  @Test
  void findsWhatIsWantedAndForbidden() throws IOException {
    assertThat(findings("terms: [{source: sea, target: 海}]\nforbidden:\n- 海\n"))
        .containsExactly(
            "GLO-006 1.yaml:3 \"海\" is forbidden, but the target of \"sea\" in 1.yaml:1; remove"
                + " one");
  }

  @Test
  void findsLostPlaceholders() throws IOException {
    assertThat(
            findings(
                """
                terms:
                - {source: '\\N[1] won', target: 赢了}
                - {source: '<b>x</b> $VAR$', target: '<b>y</b>'}
                protected: {patterns: ['\\$\\w+\\$']}
                """))
        .containsExactly(
            "GLO-007 1.yaml:2 \"\\N[1] won\" is \"赢了\", which lacks \"\\N[1]\"; add it",
            "GLO-007 1.yaml:3 \"<b>x</b> $VAR$\" is \"<b>y</b>\", which lacks \"$VAR$\"; add it");
  }

  @Test
  void findsExamplesThatDoNotHonourTheTerms() throws IOException {
    assertThat(
            findings("terms: [{source: sea, target: 海}]\nexamples: [{source: Sea!, target: 洋！}]\n"))
        .containsExactly(
            "GLO-008 1.yaml:2 the example does not honour the glossary: \"Sea\" must be \"海\"");
  }

  @Test
  void findsEntriesThatNeverMatchAndTellsWhy() throws IOException {
    assertThat(
            unused(
                """
                terms:
                - {source: keeper, target: x}
                - {source: tower, target: x}
                - {source: gull, target: x}
                - {source: Sea, target: x, case_sensitive: true}
                - {source: York, target: x}
                - {source: New York, target: x}
                - {source: 'z+y', target: x, regex: true}
                - {source: moon, target: x}
                protected: {patterns: ['%a', '%b']}
                replacements: {before: [{find: q, replace: r}, {find: s, replace: t}]}
                """,
                "Two keepers and seagulls by the sea, and the tower.", "New York %a."))
        .containsExactly(
            "GLO-005 1.yaml:4 \"gull\" is never found in the texts but within other words; set"
                + " \"whole_word: false\" if these are meant",
            "GLO-005 1.yaml:5 \"Sea\" is never found in the texts but in other letter case or within"
                + " other words; see \"case_sensitive\"",
            "GLO-005 1.yaml:6 \"York\" is never found in the texts but where another term holds: a"
                + " longer one, or an earlier one of the same length",
            "GLO-005 1.yaml:8 \"z+y\" is never found in the texts",
            "GLO-005 1.yaml:9 \"moon\" is never found in the texts",
            "GLO-005 1.yaml:10 \"%b\" is never found in the texts",
            "GLO-005 1.yaml:11 \"q\" is never found in the texts");
  }
}
