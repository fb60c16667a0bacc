package dev.yiben.pipeline.prompt;

import dev.yiben.inference.Sampling;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a prompt profile from YAML, as docs/profiles.md describes it. */
final class ProfileReader {
  private static final int MOST_LINES = 64;
  private static final int MOST_TOP_K = 1_000_000;
  private static final int MOST_EXCHANGES = 1000;
  private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");
  private static final Set<String> USER_PLACES =
      Set.of(
          "source",
          "target",
          "glossary",
          "context",
          "similar",
          "characters",
          "speakers",
          "sentences",
          "limits",
          "faults",
          "lines");

  /** The texts of a profile, each with the places that may stand in it. */
  private static final Map<String, Set<String>> TEXTS =
      Map.ofEntries(
          Map.entry(
              "system", Set.of("source", "target", "answer", "register", "style", "examples")),
          Map.entry("register", Set.of("text")),
          Map.entry("usual_register", Set.of()),
          Map.entry("style", Set.of("text")),
          Map.entry("examples", Set.of("list")),
          Map.entry("example", Set.of("source", "target")),
          Map.entry("characters", Set.of("list")),
          Map.entry("character", Set.of("name", "traits")),
          Map.entry("answer", Set.of()),
          Map.entry("json_answer", Set.of()),
          Map.entry("user", USER_PLACES),
          Map.entry("user_with_terms", USER_PLACES),
          Map.entry("user_with_context", USER_PLACES),
          Map.entry("context", Set.of("source", "target", "sources", "targets")),
          Map.entry("glossary", Set.of("terms")),
          Map.entry("term", Set.of("source", "target", "note")),
          Map.entry("kept_term", Set.of("source", "target", "note")),
          Map.entry("note", Set.of("text")),
          Map.entry("similar", Set.of("pairs")),
          Map.entry("similar_pair", Set.of("source", "target")),
          Map.entry("speakers", Set.of("list")),
          Map.entry("speaker", Set.of("numbers", "name")),
          Map.entry("sentences", Set.of("list")),
          Map.entry("sentence", Set.of("first", "last")),
          Map.entry("limits", Set.of("list")),
          Map.entry("limit", Set.of("number", "most")),
          Map.entry("faults", Set.of("list")),
          Map.entry("fault", Set.of("number", "message")));

  private static final Set<String> OTHERS =
      Set.of("models", "lines", "most_lines", "most_exchanges", "sampling", "languages", "names");

  private static final Set<String> SAMPLING =
      Set.of(
          "temperature",
          "top_k",
          "top_p",
          "min_p",
          "repeat_penalty",
          "frequency_penalty",
          "presence_penalty");

  /** Takes the most probable tokens, and does not go far when asked again at a temperature. */
  private static final Sampling USUAL_SAMPLING = new Sampling(0, 0, 0, 1, 0.05, 1, 0, 0);

  private ProfileReader() {}

  /**
   * Reads a profile.
   *
   * @param file where it comes from, for messages
   * @throws ProfileException naming file and line, if it is no profile
   */
  static PromptTemplate read(String name, String file, String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setNestingDepthLimit(10);
    options.setMaxAliasesForCollections(10);
    try {
      Node root = new Yaml(options).compose(new StringReader(yaml));
      if (root == null) {
        throw new ProfileException(file + ": the profile is empty; give it at least a text 'user'");
      }
      return template(name, yaml, new ProfileNode(file, root));
    } catch (MarkedYAMLException e) {
      throw new ProfileException(
          file + ":" + (e.getProblemMark().getLine() + 1) + ": not valid YAML: " + e.getProblem(),
          e);
    } catch (YAMLException e) {
      throw new ProfileException(file + ": not valid YAML: " + e.getMessage(), e);
    }
  }

  private static PromptTemplate template(String name, String yaml, ProfileNode root) {
    Map<String, ProfileNode> entries = root.entries(union(TEXTS.keySet(), OTHERS));
    ProfileTexts texts = texts(entries);
    if (!texts.has("user")) {
      throw root.problem("the text 'user' is missing");
    }
    Map<String, ProfileTexts> ofLanguages = new LinkedHashMap<>();
    if (entries.containsKey("languages")) {
      entries
          .get("languages")
          .entries()
          .forEach(
              (language, node) ->
                  ofLanguages.put(
                      language, texts(node.entries(union(TEXTS.keySet(), Set.of("names"))))));
    }
    boolean contextInMessage =
        texts.has("context") || ofLanguages.values().stream().anyMatch(t -> t.has("context"));
    List<ModelPattern> models = new ArrayList<>();
    if (entries.containsKey("models")) {
      entries.get("models").texts().forEach(glob -> models.add(new ModelPattern(glob)));
    }
    return new PromptTemplate(
        name,
        yaml,
        new PromptTemplate.Form(
            form(entries),
            entries.containsKey("most_lines")
                ? entries.get("most_lines").integer(1, MOST_LINES)
                : 16,
            contextInMessage
                ? 1
                : entries.containsKey("most_exchanges")
                    ? entries.get("most_exchanges").integer(1, MOST_EXCHANGES)
                    : MOST_EXCHANGES,
            sampling(entries)),
        models,
        texts,
        ofLanguages);
  }

  private static LineForm form(Map<String, ProfileNode> entries) {
    if (!entries.containsKey("lines")) {
      return LineForm.NUMBERED;
    }
    ProfileNode node = entries.get("lines");
    return switch (node.text()) {
      case "numbered" -> LineForm.NUMBERED;
      case "plain" -> LineForm.PLAIN;
      default -> throw node.problem("'lines' must be numbered or plain");
    };
  }

  private static ProfileTexts texts(Map<String, ProfileNode> entries) {
    Map<String, String> texts = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    entries.forEach(
        (key, node) -> {
          if (TEXTS.containsKey(key)) {
            texts.put(key, checked(key, node));
          } else if (key.equals("names")) {
            node.entries().forEach((tag, languageName) -> names.put(tag, languageName.text()));
          }
        });
    return new ProfileTexts(texts, new LanguageNames(names));
  }

  private static String checked(String key, ProfileNode node) {
    String text = node.text();
    Matcher place = PLACE.matcher(text);
    while (place.find()) {
      if (!TEXTS.get(key).contains(place.group(1))) {
        throw node.problem(
            "'"
                + key
                + "' has no "
                + place.group()
                + "; it may have "
                + new TreeSet<>(TEXTS.get(key)));
      }
    }
    if (key.startsWith("user") && !text.contains("${lines}")) {
      throw node.problem("'" + key + "' must have ${lines}, where the lines to translate stand");
    }
    return text;
  }

  private static Sampling sampling(Map<String, ProfileNode> entries) {
    if (!entries.containsKey("sampling")) {
      return USUAL_SAMPLING;
    }
    ProfileNode node = entries.get("sampling");
    Map<String, ProfileNode> values = node.entries(SAMPLING);
    try {
      return new Sampling(
          number(values, "temperature", USUAL_SAMPLING.temperature()),
          0,
          values.containsKey("top_k") ? values.get("top_k").integer(0, MOST_TOP_K) : 0,
          number(values, "top_p", USUAL_SAMPLING.topP()),
          number(values, "min_p", USUAL_SAMPLING.minP()),
          number(values, "repeat_penalty", USUAL_SAMPLING.repeatPenalty()),
          number(values, "frequency_penalty", USUAL_SAMPLING.frequencyPenalty()),
          number(values, "presence_penalty", USUAL_SAMPLING.presencePenalty()));
    } catch (IllegalArgumentException e) {
      throw node.problem(e.getMessage());
    }
  }

  private static double number(Map<String, ProfileNode> values, String key, double otherwise) {
    return values.containsKey(key) ? values.get(key).number() : otherwise;
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }
}
