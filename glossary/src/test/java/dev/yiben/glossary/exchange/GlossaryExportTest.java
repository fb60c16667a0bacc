package dev.yiben.glossary.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.yiben.glossary.ExamplePair;
import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.GlossaryException;
import dev.yiben.glossary.Persona;
import dev.yiben.glossary.Replacement;
import dev.yiben.glossary.Style;
import dev.yiben.glossary.Term;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GlossaryExportTest {
  private static final Glossary FULL =
      new Glossary(
          List.of(
              new Term(
                  "Marlo",
                  "马洛",
                  "the old, \"gruff\" keeper",
                  true,
                  true,
                  false,
                  false,
                  List.of("马罗", "马|尔\\洛")),
              Term.of("the Grey Gull", "灰鸥号"),
              new Term("yes", "=1+1", "", false, false, false, false, List.of()),
              new Term("GNU", "GNU", "", false, true, false, true, List.of()),
              new Term("sea", "海", "", false, true, false, false, List.of(), false),
              new Term(
                  "Chapter (?<n>\\d+) of (\\d+)",
                  "第${n}章$2",
                  "",
                  false,
                  true,
                  true,
                  false,
                  List.of())),
          List.of(
              new Persona("Selby", "塞尔比", "female", "short; rude", "from Tarvel"),
              new Persona("Orin", "", "", "", "")),
          new Style("a fairy tale, told to children", "formal"),
          List.of("尼玛", "#1"),
          List.of(
              new Replacement("teh", "the", false, false),
              new Replacement("(\\d+)\\$", "$1 dollars", true, true)),
          List.of(new Replacement("...", "……", true, false)),
          List.of("\\\\[Nn]\\[\\d+\\]", "%s"),
          List.of(new ExamplePair("Come here.", "过来。")));

  private static final Glossary PLAIN =
      Glossary.of(
          List.of(
              new Term(
                  "Marlo", "马洛", "the old, \"gruff\" keeper", false, true, false, false, List.of()),
              Term.of("a\tb; c", "=x | y")));

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = {"YAML", "XLSX"})
  void keepsAllOfAGlossary(ExchangeFormat format) {
    assertThat(readBack(FULL, format, Part.TERMS)).isEqualTo(FULL);
    assertThat(lines(FULL, format, Part.TERMS)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV", "TSV", "JSON"})
  void keepsAllOfEachPart(ExchangeFormat format) {
    assertThat(readBack(FULL, format, Part.TERMS).terms()).isEqualTo(FULL.terms());
    assertThat(readBack(FULL, format, Part.CHARACTERS).personas()).isEqualTo(FULL.personas());
    assertThat(readBack(FULL, format, Part.BEFORE).before()).isEqualTo(FULL.before());
    assertThat(readBack(FULL, format, Part.AFTER).after()).isEqualTo(FULL.after());
    assertThat(readBack(FULL, format, Part.PROTECTED).protectedPatterns())
        .isEqualTo(FULL.protectedPatterns());
    assertThat(readBack(FULL, format, Part.FORBIDDEN).forbidden()).isEqualTo(FULL.forbidden());
    assertThat(readBack(FULL, format, Part.EXAMPLES).examples()).isEqualTo(FULL.examples());
    assertThat(readBack(FULL, format, Part.STYLE).style()).isEqualTo(FULL.style());
    assertThat(lines(FULL, format, Part.STYLE))
        .contains("left out, since the file has style only: terms")
        .hasSize(7);
  }

  @ParameterizedTest
  @EnumSource
  void keepsPlainTermsAndWritesTheSameAgain(ExchangeFormat format) {
    Glossary back = readBack(PLAIN, format, Part.TERMS);

    assertThat(back.terms()).extracting(Term::source).containsExactly("Marlo", sourceIn(format));
    assertThat(back.terms()).extracting(Term::target).containsExactly("马洛", "=x | y");
    assertThat(written(PLAIN, format, Part.TERMS))
        .as("independent of the time")
        .isEqualTo(written(PLAIN, format, Part.TERMS));
  }

  /** TBX has no white space but spaces. */
  private static String sourceIn(ExchangeFormat format) {
    return format == ExchangeFormat.TBX ? "a b; c" : "a\tb; c";
  }

  @ParameterizedTest
  @EnumSource(names = {"LINGUAGACHA", "LINGUAGACHA_XLSX"})
  void writesTheRulesOfLinguaGacha(ExchangeFormat format) {
    Glossary terms = readBack(FULL, format, Part.TERMS);

    assertThat(terms.terms())
        .extracting(Term::source, Term::target, Term::note, Term::caseSensitive, Term::regex)
        .containsExactly(
            tuple("Marlo", "马洛", "the old, \"gruff\" keeper", true, false),
            tuple("the Grey Gull", "灰鸥号", "", false, false),
            tuple("yes", "=1+1", "", false, false),
            tuple("GNU", "GNU", "", false, false),
            tuple("sea", "海", "", false, false),
            tuple("Chapter (?<n>\\d+) of (\\d+)", "第${n}章$2", "", false, true),
            tuple("Selby", "塞尔比", "female; short; rude; from Tarvel", true, false));
    assertThat(lines(FULL, format, Part.TERMS))
        .contains(
            "forbidden translations are left out: Marlo",
            "characters without a translation are left out: Orin",
            "left out, since the file has terms only: before");
    assertThat(readBack(FULL, format, Part.BEFORE).before()).isEqualTo(FULL.before());
    assertThat(readBack(FULL, format, Part.PROTECTED).protectedPatterns())
        .containsExactly("(?iu)\\\\[Nn]\\[\\d+\\]", "(?iu)%s");
    assertThatThrownBy(() -> lines(FULL, format, Part.STYLE))
        .isInstanceOf(GlossaryException.class)
        .hasMessage("LinguaGacha has no file for the part \"style\"");
  }

  @ParameterizedTest
  @EnumSource(names = {"AINIEE", "AINIEE_XLSX"})
  void writesTheFilesOfAiNiee(ExchangeFormat format) {
    assertThat(readBack(FULL, format, Part.TERMS).terms())
        .extracting(Term::source)
        .containsExactly("Marlo", "the Grey Gull", "yes", "GNU", "sea");
    assertThat(lines(FULL, format, Part.TERMS))
        .contains("regular expressions are left out: Chapter (?<n>\\d+) of (\\d+)");
    assertThat(readBack(FULL, format, Part.CHARACTERS).personas()).isEqualTo(FULL.personas());
    assertThat(readBack(FULL, format, Part.PROTECTED).protectedPatterns())
        .isEqualTo(FULL.protectedPatterns());
    assertThat(readBack(FULL, format, Part.EXAMPLES).examples()).isEqualTo(FULL.examples());
    assertThat(readBack(FULL, format, Part.BEFORE).before())
        .extracting(Replacement::find, Replacement::replace, Replacement::regex)
        .containsExactly(tuple("teh", "the", false), tuple("(\\d+)\\$", "$1 dollars", true));
  }

  @Test
  void writesWhatTheToolsRead() {
    assertThat(text(FULL, ExchangeFormat.LINGUAGACHA, Part.TERMS))
        .startsWith("[\n  {\n    \"src\" : \"Marlo\",\n    \"dst\" : \"马洛\",")
        .contains("\"src\" : \"Chapter (?P<n>\\\\d+) of (\\\\d+)\"")
        .contains("\"dst\" : \"第\\\\g<n>章\\\\2\"");
    assertThat(text(FULL, ExchangeFormat.AINIEE, Part.PROTECTED)).contains("\"markers\" : \"%s\"");
    assertThat(text(PLAIN, ExchangeFormat.MAP, Part.TERMS))
        .isEqualTo("{\n  \"Marlo\" : \"马洛\",\n  \"a\\tb; c\" : \"=x | y\"\n}\n");
  }

  @Test
  void writesTbx() {
    assertThat(text(FULL, ExchangeFormat.TBX, Part.TERMS))
        .contains("<tbx xmlns=\"urn:iso:std:iso:30042:ed-2\" style=\"dca\" type=\"TBX-Basic\"")
        .contains("<langSec xml:lang=\"zh\">")
        .contains("<termNote type=\"administrativeStatus\">deprecatedTerm-admn-sts</termNote>")
        .contains("<note>the old, \"gruff\" keeper</note>")
        .doesNotContain("Chapter");
    Glossary back = readBack(FULL, ExchangeFormat.TBX, Part.TERMS);
    assertThat(back.terms())
        .extracting(Term::source)
        .containsExactly("Marlo", "the Grey Gull", "yes", "GNU", "sea", "Selby");
    assertThat(back.terms().get(0).forbidden()).containsExactly("马罗", "马|尔\\洛");
    assertThat(back.terms().get(3).doNotTranslate()).isTrue();
  }

  @Test
  void needsLanguagesForTbx() {
    GlossaryExport export =
        new GlossaryExport(ExchangeFormat.TBX, Part.TERMS, Optional.empty(), Optional.of("zh"));

    assertThatThrownBy(() -> export.write(FULL, new ByteArrayOutputStream()))
        .isInstanceOf(GlossaryException.class)
        .hasMessageContaining("--from and --to");
  }

  private Glossary readBack(Glossary glossary, ExchangeFormat format, Part part) {
    String extension =
        switch (format) {
          case YAML -> ".yaml";
          case CSV -> ".csv";
          case TSV -> ".tsv";
          case XLSX, LINGUAGACHA_XLSX, AINIEE_XLSX -> ".xlsx";
          case TBX -> ".tbx";
          case JSON, MAP, LINGUAGACHA, AINIEE -> ".json";
        };
    try {
      Path file = folder.resolve(part + extension);
      Files.write(file, written(glossary, format, part));
      ImportOptions options =
          switch (format) {
            case LINGUAGACHA_XLSX, AINIEE_XLSX -> as(part);
            default -> ImportOptions.DEFAULT;
          };
      Imported imported = GlossaryImport.read(file, options);
      assertThat(imported.notices()).isEmpty();
      return imported.glossary();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ImportOptions as(Part part) {
    return new ImportOptions(
        Optional.of(part), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static String text(Glossary glossary, ExchangeFormat format, Part part) {
    return new String(written(glossary, format, part), StandardCharsets.UTF_8);
  }

  private static byte[] written(Glossary glossary, ExchangeFormat format, Part part) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(glossary, format, part, out);
    return out.toByteArray();
  }

  private static List<String> lines(Glossary glossary, ExchangeFormat format, Part part) {
    return write(glossary, format, part, new ByteArrayOutputStream());
  }

  private static List<String> write(
      Glossary glossary, ExchangeFormat format, Part part, ByteArrayOutputStream out) {
    try {
      return new GlossaryExport(format, part, Optional.of("en"), Optional.of("zh"))
          .write(glossary, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
