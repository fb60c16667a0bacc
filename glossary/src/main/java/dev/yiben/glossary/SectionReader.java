package dev.yiben.glossary;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the sections of one glossary file, going on after what is wrong with one entry. */
final class SectionReader {
  static final List<String> SECTIONS =
      List.of(
          "terms",
          "characters",
          "style",
          "do_not_translate",
          "forbidden",
          "replacements",
          "protected",
          "examples");

  private static final String NO_GLOSSARY =
      "a list of terms, bare or under the key \"terms:\", or another part of a glossary such as"
          + " \"characters:\"";

  private final Path file;
  private final List<GlossaryException> problems = new ArrayList<>();

  SectionReader(Path file) {
    this.file = file;
  }

  GlossaryFile read(Node root) {
    if (root instanceof SequenceNode list) {
      return file(read(list.getValue(), TermNode::read), Optional.empty());
    }
    return file(
        List.of(), attempt(root, node -> new EntryNode(node, "a glossary", NO_GLOSSARY, SECTIONS)));
  }

  private GlossaryFile file(List<Placed<Term>> bare, Optional<EntryNode> sections) {
    List<Placed<Term>> terms = new ArrayList<>(bare);
    terms.addAll(list(sections, "terms", "\"- source: Marlo\"", TermNode::read));
    List<Placed<Term>> kept =
        list(sections, "do_not_translate", "[GNU]", item -> Term.kept(text(item)));
    List<Placed<Term>> all = new ArrayList<>(terms);
    all.addAll(kept);
    refuseRepeated(all, TermKey::of, Term::source);
    List<Placed<Persona>> personas =
        list(sections, "characters", "\"- name: Marlo\"", SectionReader::persona);
    refuseRepeated(personas, persona -> FoldedText.fold(persona.name()), Persona::name);
    Style style = value(sections, "style", SectionReader::style).orElse(Style.NONE);
    Optional<EntryNode> replacements =
        value(sections, "replacements", node -> mapping(node, "replacements", "before", "after"));
    Optional<EntryNode> protection =
        value(sections, "protected", node -> mapping(node, "protected", "presets", "patterns"));
    List<Placed<String>> presets = list(protection, "presets", "[renpy]", SectionReader::preset);
    List<Placed<String>> patterns =
        list(protection, "patterns", "['%\\w+%']", SectionReader::pattern);
    List<Placed<String>> forbidden = list(sections, "forbidden", "[one]", SectionReader::text);
    String shown = "\"- {find: colour, replace: color}\"";
    List<Placed<Replacement>> before =
        list(replacements, "before", shown, SectionReader::replacement);
    List<Placed<Replacement>> after =
        list(replacements, "after", shown, SectionReader::replacement);
    List<Placed<ExamplePair>> examples =
        list(sections, "examples", "\"- {source: Hello, target: Hallo}\"", SectionReader::example);
    problems.sort(Comparator.comparingInt(problem -> problem.line().orElse(0)));
    return new GlossaryFile(
        file, terms, kept, personas, style, forbidden, before, after, presets, patterns, examples,
        problems);
  }

  private <T> Optional<T> attempt(Node node, Function<Node, T> reading) {
    try {
      return Optional.of(reading.apply(node));
    } catch (PlacedProblem e) {
      problems.add(new GlossaryException(file, e.line(), e.getMessage()));
      return Optional.empty();
    }
  }

  private <T> Optional<T> value(
      Optional<EntryNode> mapping, String key, Function<Node, T> reading) {
    return mapping.flatMap(entry -> entry.value(key)).flatMap(node -> attempt(node, reading));
  }

  private <T> List<Placed<T>> list(
      Optional<EntryNode> mapping, String key, String example, Function<Node, T> reading) {
    return value(mapping, key, node -> EntryNode.items(key, node, example))
        .map(items -> read(items, reading))
        .orElse(List.of());
  }

  private <T> List<Placed<T>> read(List<Node> items, Function<Node, T> reading) {
    List<Placed<T>> entries = new ArrayList<>();
    for (Node item : items) {
      attempt(item, reading)
          .ifPresent(value -> entries.add(new Placed<>(value, EntryNode.line(item))));
    }
    return entries;
  }

  private <T> void refuseRepeated(
      List<Placed<T>> entries, Function<T, Object> identity, Function<T, String> name) {
    Map<Object, Integer> lines = new HashMap<>();
    for (Placed<T> entry : entries) {
      Integer earlier = lines.putIfAbsent(identity.apply(entry.value()), entry.line());
      if (earlier != null) {
        problems.add(
            new GlossaryException(
                file,
                entry.line(),
                "\"%s\" is there on line %d already; remove one"
                    .formatted(name.apply(entry.value()), earlier)));
      }
    }
  }

  private static EntryNode mapping(Node node, String name, String first, String second) {
    return new EntryNode(
        node,
        "\"%s\"".formatted(name),
        "\"%s:\" or \"%s:\" below \"%s:\"".formatted(first, second, name),
        List.of(first, second));
  }

  private static Persona persona(Node node) {
    EntryNode entry =
        new EntryNode(
            node,
            "a character",
            "a character with \"name:\"",
            List.of("name", "target", "gender", "speech", "note"));
    return new Persona(
        entry.required("name"),
        entry.optional("target"),
        entry.note("gender"),
        entry.note("speech"),
        entry.note("note"));
  }

  private static Style style(Node node) {
    if (node instanceof ScalarNode) {
      return new Style(EntryNode.note("style", node), "");
    }
    EntryNode entry =
        new EntryNode(
            node,
            "the style",
            "a text, or \"text:\" and \"register:\" below \"style:\"",
            List.of("text", "register"));
    return new Style(entry.note("text"), entry.note("register"));
  }

  private static Replacement replacement(Node node) {
    EntryNode entry =
        new EntryNode(
            node,
            "a replacement",
            "a replacement with \"find:\" and \"replace:\"",
            List.of("find", "replace", "case_sensitive", "regex"));
    Replacement replacement =
        new Replacement(
            entry.requiredRaw("find", "add it"),
            entry.requiredRaw("replace", "add it, as \"\" to remove what is found"),
            entry.flag("case_sensitive", false),
            entry.flag("regex", false));
    if (replacement.find().isEmpty()) {
      throw entry.fault("\"find\" is empty; write what is to be replaced");
    }
    EntryNode.checked(node, () -> new TextReplacer(replacement));
    return replacement;
  }

  private static ExamplePair example(Node node) {
    EntryNode entry =
        new EntryNode(
            node,
            "an example",
            "an example with \"source:\" and \"target:\"",
            List.of("source", "target"));
    return new ExamplePair(entry.required("source"), entry.required("target"));
  }

  private static String preset(Node node) {
    String name = text(node);
    EntryNode.checked(node, () -> ProtectedPresets.patterns(name));
    return name;
  }

  private static String pattern(Node node) {
    String pattern = EntryNode.raw("patterns", node);
    EntryNode.checked(node, () -> new ProtectedPatterns(List.of(pattern)));
    return pattern;
  }

  private static String text(Node node) {
    return EntryNode.text("an item", node);
  }
}
