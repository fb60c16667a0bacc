package dev.yiben.glossary.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.glossary.GlossaryFile;
import dev.yiben.glossary.Persona;
import dev.yiben.glossary.Placed;
import dev.yiben.glossary.Term;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Long sequences of edits, on files as people write them. */
class RandomEditsTest {
  private static final Path FILE = Path.of("glossary.yaml");
  private static final int EDITS = 12;
  private static final int ENTRIES = 7;

  /** A way to write a file: its entries as they stand, and the whole. */
  private enum Form {
    BLOCK {
      @Override
      String entry(int i) {
        return "  - source: s%d  # c%d1\n    # c%d2\n    target: t%d # c%d3\n    note: |  # c%d4\n      n\n"
            .formatted(i, i, i, i, i, i);
      }

      @Override
      String file(List<String> entries) {
        return "# c01\n\nterms:   # c02\n"
            + joined(entries, "\n  # c9%d\n")
            + "# c03\ncharacters: [] # c04\n\n# c05";
      }
    },
    INDENTLESS {
      @Override
      String entry(int i) {
        return "-   source: \"s%d\" # c%d1\n    target: \"t%d\"\n    forbidden:  # c%d2\n    - \"f%d\" # c%d3\n    - g\n"
            .formatted(i, i, i, i, i, i);
      }

      @Override
      String file(List<String> entries) {
        return "style: dry # c01\nterms:\n"
            + joined(entries, "# c9%d\n")
            + "forbidden: [a, b] # c02\n";
      }
    },
    BARE {
      @Override
      String entry(int i) {
        return "- {source: s%d, target: 't%d'} # c%d1\n".formatted(i, i, i);
      }

      @Override
      String file(List<String> entries) {
        return "# c01\n---\n# c02\n" + joined(entries, "\n# c9%d 'x\n") + "# c03\n";
      }
    },
    BRACES_OVER_LINES {
      @Override
      String entry(int i) {
        return "  {source: s%d, # c%d1\n   target: t%d, forbidden: [a, 'b # c'] # c%d2\n  }"
            .formatted(i, i, i, i);
      }

      @Override
      String file(List<String> entries) {
        return "terms: [ # c01\n"
            + joined(entries, ", # c9%d\n")
            + "\n] # c02\nforbidden:\n- a # c03\n";
      }
    },
    ONE_LINE {
      @Override
      String entry(int i) {
        return "{source: s%d, target: t%d}".formatted(i, i);
      }

      @Override
      String file(List<String> entries) {
        return "# c01\n{terms: [" + String.join(", ", entries) + "], characters: []} # c02\n";
      }
    },
    ANCHORS {
      @Override
      String entry(int i) {
        return "  - source: s%d\n    target: t%d # c%d1\n    forbidden: %s # c%d2\n"
            .formatted(i, i, i, i == 0 ? "&f [x, y]" : "*f", i);
      }

      @Override
      String file(List<String> entries) {
        return "%YAML 1.1\n--- # c01\nterms: &all\n"
            + joined(entries, "  # c9%d\n\n")
            + "... # c02\n";
      }
    };

    abstract String entry(int i);

    abstract String file(List<String> entries);

    String joined(List<String> entries, String between) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < entries.size(); i++) {
        text.append(i == 0 ? "" : between.formatted(i)).append(entries.get(i));
      }
      return text.toString();
    }
  }

  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void keepEveryCommentAndTheOrder(int seed) {
    Random random = new Random(seed);
    Form form = Form.values()[seed % Form.values().length];
    String lineBreak = random.nextInt(3) == 0 ? "\r\n" : "\n";
    List<String> entries = IntStream.range(0, ENTRIES).mapToObj(form::entry).toList();
    String original =
        (random.nextInt(4) == 0 ? "\uFEFF" : "") + form.file(entries).replace("\n", lineBreak);
    List<String> comments = comments(original);
    String text = original;
    List<Term> terms = new ArrayList<>(GlossaryEditor.of(FILE, text).terms());
    List<Persona> personas = new ArrayList<>();
    Set<String> touched = new HashSet<>();
    int names = 0;
    for (int round = 0; round < 4; round++) {
      GlossaryEditor editor = GlossaryEditor.of(FILE, text);
      for (int i = 0; i < EDITS / 4; i++) {
        int index = form == Form.ANCHORS ? 1 : 0;
        boolean any = terms.size() > index;
        index += any ? random.nextInt(terms.size() - index) : 0;
        int kind = random.nextInt(8);
        if (kind < 3 || !any) {
          Term added = term("added " + names++, random);
          editor.add(added);
          terms.add(added);
        } else if (kind < 5) {
          Term removed = terms.remove(index);
          touched.add(removed.source());
          assertThat(editor.remove(removed)).isTrue();
        } else if (kind < 7) {
          Term old = terms.get(index);
          Term changed = term(old.source(), random);
          touched.add(old.source());
          terms.set(index, changed);
          assertThat(editor.replace(old, changed)).isTrue();
        } else {
          Persona persona = new Persona("name " + names++, "", "x: y", "", "");
          editor.add(persona);
          personas.add(persona);
        }
      }
      text = editor.text();
      GlossaryFile file = GlossaryFile.of(FILE, text).sound();
      assertThat(file.terms()).extracting(Placed::value).containsExactlyElementsOf(terms);
      assertThat(file.personas()).extracting(Placed::value).containsExactlyElementsOf(personas);
      assertThat(comments(text)).isEqualTo(comments);
    }
    String result = text;
    for (int i = 0; i < ENTRIES; i++) {
      if (!touched.contains("s" + i)) {
        assertThat(result).contains(entries.get(i).stripTrailing().replace("\n", lineBreak));
      }
    }
    assertThat(result.startsWith("\uFEFF")).isEqualTo(original.startsWith("\uFEFF"));
    assertThat(result.replace(lineBreak, "")).doesNotContain("\r", "\n");
  }

  private static Term term(String source, Random random) {
    List<String> texts =
        List.of("t", "x: y", "yes", "- a", "a, b", "#", "'", "\"", "海 {", "a\tb", "&x");
    String target = texts.get(random.nextInt(texts.size())) + random.nextInt(100);
    String note = random.nextBoolean() ? "" : texts.get(random.nextInt(texts.size()));
    List<String> forbidden = random.nextBoolean() ? List.of() : List.of("x", target + ",");
    return new Term(
        source,
        target,
        note,
        random.nextBoolean(),
        random.nextBoolean(),
        false,
        false,
        forbidden,
        random.nextBoolean());
  }

  private static List<String> comments(String text) {
    Matcher matcher = Pattern.compile("# c\\d+").matcher(text);
    return matcher.results().map(found -> found.group()).collect(Collectors.toList());
  }
}
