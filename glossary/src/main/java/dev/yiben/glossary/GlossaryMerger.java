package dev.yiben.glossary;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts files together to one glossary, in which later ones win. */
final class GlossaryMerger {
  private final Map<TermKey, Term> terms = new LinkedHashMap<>();
  private final Map<String, Persona> personas = new LinkedHashMap<>();
  private final Set<String> forbidden = new LinkedHashSet<>();
  private final Map<TermKey, Replacement> before = new LinkedHashMap<>();
  private final Map<TermKey, Replacement> after = new LinkedHashMap<>();
  private final Set<String> protectedPatterns = new LinkedHashSet<>();
  private final Map<String, ExamplePair> examples = new LinkedHashMap<>();
  private Style style = Style.NONE;

  void add(GlossaryFile file) {
    file.allTerms().forEach(term -> terms.put(TermKey.of(term.value()), term.value()));
    file.personas()
        .forEach(persona -> personas.put(FoldedText.fold(persona.value().name()), persona.value()));
    file.forbidden().forEach(text -> forbidden.add(text.value()));
    putAll(before, file.before());
    putAll(after, file.after());
    file.presets()
        .forEach(preset -> protectedPatterns.addAll(ProtectedPresets.patterns(preset.value())));
    file.patterns().forEach(pattern -> protectedPatterns.add(pattern.value()));
    file.examples().forEach(example -> examples.put(example.value().source(), example.value()));
    style =
        new Style(
            later(style.text(), file.style().text()),
            later(style.register(), file.style().register()));
  }

  Glossary glossary() {
    return new Glossary(
        copy(terms.values()),
        copy(personas.values()),
        style,
        copy(forbidden),
        copy(before.values()),
        copy(after.values()),
        copy(protectedPatterns),
        copy(examples.values()));
  }

  private static void putAll(
      Map<TermKey, Replacement> replacements, List<Placed<Replacement>> added) {
    for (Placed<Replacement> replacement : added) {
      replacements.put(TermKey.of(replacement.value()), replacement.value());
    }
  }

  private static String later(String earlier, String later) {
    return later.isEmpty() ? earlier : later;
  }

  private static <T> List<T> copy(Collection<T> values) {
    return List.copyOf(values);
  }
}
