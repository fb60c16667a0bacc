package dev.yiben.glossary.exchange;

import dev.yiben.glossary.ExamplePair;
import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.Persona;
import dev.yiben.glossary.Replacement;
import dev.yiben.glossary.Style;
import dev.yiben.glossary.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes a glossary as a new file of our own. */
public final class GlossaryYaml {
  private final StringBuilder yaml = new StringBuilder();

  private GlossaryYaml() {}

  /** Returns the text of the file. */
  public static String of(Glossary glossary) {
    return of(glossary, term -> "");
  }

  /**
   * Returns the text of the file.
   *
   * @param comments what to say behind a term; empty for nothing
   */
  public static String of(Glossary glossary, Function<Term, String> comments) {
    GlossaryYaml writer = new GlossaryYaml();
    writer.write(glossary, comments);
    return writer.yaml.toString();
  }

  private void write(Glossary glossary, Function<Term, String> comments) {
    yaml.append(glossary.terms().isEmpty() ? "terms: []\n" : "terms:\n");
    for (Term term : glossary.terms()) {
      entry(term(term), comments.apply(term));
    }
    list("characters", glossary.personas(), GlossaryYaml::persona);
    if (!glossary.style().equals(Style.NONE)) {
      yaml.append("style:\n");
      texts("text", glossary.style().text(), "register", glossary.style().register())
          .forEach(
              (key, value) ->
                  yaml.append("  ").append(key).append(": ").append(value).append('\n'));
    }
    scalars("forbidden", "", glossary.forbidden());
    if (!glossary.before().isEmpty() || !glossary.after().isEmpty()) {
      yaml.append("replacements:\n");
      nested("before", glossary.before());
      nested("after", glossary.after());
    }
    if (!glossary.protectedPatterns().isEmpty()) {
      yaml.append("protected:\n");
      scalars("patterns", "  ", glossary.protectedPatterns());
    }
    list("examples", glossary.examples(), GlossaryYaml::example);
  }

  private <T> void list(String key, List<T> values, Function<T, Map<String, String>> fields) {
    if (!values.isEmpty()) {
      yaml.append(key).append(":\n");
      values.forEach(value -> entry(fields.apply(value), ""));
    }
  }

  private void scalars(String key, String indent, List<String> values) {
    if (!values.isEmpty()) {
      yaml.append(indent).append(key).append(":\n");
      values.forEach(
          value -> yaml.append(indent).append("  - ").append(scalar(value)).append('\n'));
    }
  }

  private void nested(String key, List<Replacement> replacements) {
    if (!replacements.isEmpty()) {
      yaml.append("  ").append(key).append(":\n");
      replacements.forEach(one -> entry("    ", replacement(one), ""));
    }
  }

  private void entry(Map<String, String> fields, String comment) {
    entry("  ", fields, comment);
  }

  private void entry(String indent, Map<String, String> fields, String comment) {
    String start = indent + "- ";
    for (Map.Entry<String, String> field : fields.entrySet()) {
      yaml.append(start).append(field.getKey()).append(": ").append(field.getValue());
      if (!comment.isEmpty() && start.endsWith("- ")) {
        yaml.append("  # ").append(comment.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " "));
      }
      yaml.append('\n');
      start = indent + "  ";
    }
  }

  private static Map<String, String> term(Term term) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("source", scalar(term.source()));
    if (term.doNotTranslate()) {
      fields.put("do_not_translate", "true");
    } else {
      fields.put("target", scalar(term.target()));
    }
    if (!term.note().isEmpty()) {
      fields.put("note", scalar(term.note()));
    }
    if (term.caseSensitive()) {
      fields.put("case_sensitive", "true");
    }
    if (!term.wholeWord()) {
      fields.put("whole_word", "false");
    }
    if (term.regex()) {
      fields.put("regex", "true");
    }
    if (!term.inflect()) {
      fields.put("inflect", "false");
    }
    if (!term.forbidden().isEmpty()) {
      fields.put(
          "forbidden",
          term.forbidden().stream()
              .map(GlossaryYaml::scalar)
              .collect(Collectors.joining(", ", "[", "]")));
    }
    return fields;
  }

  private static Map<String, String> persona(Persona persona) {
    return texts(
        "name",
        persona.name(),
        "target",
        persona.target(),
        "gender",
        persona.gender(),
        "speech",
        persona.speech(),
        "note",
        persona.note());
  }

  private static Map<String, String> replacement(Replacement replacement) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("find", scalar(replacement.find()));
    fields.put("replace", scalar(replacement.replace()));
    if (replacement.caseSensitive()) {
      fields.put("case_sensitive", "true");
    }
    if (replacement.regex()) {
      fields.put("regex", "true");
    }
    return fields;
  }

  private static Map<String, String> example(ExamplePair pair) {
    return texts("source", pair.source(), "target", pair.target());
  }

  private static Map<String, String> texts(String... keysAndValues) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      if (!keysAndValues[i + 1].isEmpty()) {
        fields.put(keysAndValues[i], scalar(keysAndValues[i + 1]));
      }
    }
    return fields;
  }

  /** Plain where nothing could be taken for anything else, else in single or double quotes. */
  private static String scalar(String text) {
    if (text.matches("[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{Nd} .'’·・-]*")
        && !text.endsWith(" ")
        && !text.matches("(?i)null|true|false|yes|no|on|off|y|n")) {
      return text;
    }
    if (text.codePoints().allMatch(c -> c == ' ' || isPrintable(c))) {
      return "'" + text.replace("'", "''") + "'";
    }
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else if (c == '\n') {
                quoted.append("\\n");
              } else if (isPrintable(c)) {
                quoted.appendCodePoint(c);
              } else {
                quoted.append(c > 0xFFFF ? "\\U%08X".formatted(c) : "\\u%04X".formatted(c));
              }
            });
    return quoted.append('"').toString();
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> c != 0xFEFF;
    };
  }
}
