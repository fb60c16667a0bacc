package dev.yiben.formats.style;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;

/**
 * One selector with what is said of the text of elements that it selects.
 *
 * @param key what an element needs to be selected: {@code #id}, {@code .class}, a name in lower
 *     case, or {@code *}
 * @param strength decides between rules
 * @param order decides between rules of equal strength
 */
record TextRule(Evaluator selector, String key, int strength, int order, TextStyle style) {
  static final Comparator<TextRule> WEAKEST_FIRST =
      Comparator.comparingInt(TextRule::strength).thenComparingInt(TextRule::order);

  /** What depends on more than elements and attributes, or takes long to find out. */
  private static final Pattern UNSUPPORTED =
      Pattern.compile("::|:(?!first-child|last-child|not\\()|~(?!=)|\\|=");

  private static final Pattern STRING = Pattern.compile("\"[^\"]*+\"|'[^']*+'");
  private static final Pattern WORD = Pattern.compile("~=\\s*([\"']?)([\\w:.-]+)\\1");
  private static final Pattern NAMESPACE = Pattern.compile("\\\\:|(?<=\\w)\\|(?=\\w)");
  private static final Pattern COMPOUND = Pattern.compile("(?:\\[[^\\]]*+\\]|[^\\s>+\\[]++)++$");
  private static final Pattern ID = Pattern.compile("#([\\w-]+)");
  private static final Pattern CLASS = Pattern.compile("\\.([\\w-]+)");
  private static final Pattern NAME = Pattern.compile("^[A-Za-z][\\w-]*+(?![|:])");
  private static final int LONGEST = 300;
  private static final int IMPORTANT = 1 << 24;

  /** Returns the rules that say something of text, one for each selector. */
  static List<TextRule> of(StyleRule rule, int order) {
    List<Declaration> normal = rule.declarations().stream().filter(d -> !d.important()).toList();
    List<Declaration> important =
        rule.declarations().stream().filter(Declaration::important).toList();
    List<TextRule> rules = new ArrayList<>();
    for (String selector : rule.prelude().split(",", -1)) {
      add(rules, selector.strip(), TextStyle.of(normal), 0, order);
      add(rules, selector.strip(), TextStyle.of(important), IMPORTANT, order);
    }
    return rules;
  }

  private static void add(
      List<TextRule> rules, String selector, TextStyle style, int least, int order) {
    if (style.equals(TextStyle.UNSAID) || selector.isEmpty() || selector.length() > LONGEST) {
      return;
    }
    String bare = STRING.matcher(NAMESPACE.matcher(selector).replaceAll("-")).replaceAll("''");
    Matcher compound = COMPOUND.matcher(bare);
    if (UNSUPPORTED.matcher(bare).find() || !compound.find()) {
      return;
    }
    query(selector)
        .ifPresent(
            evaluator ->
                rules.add(
                    new TextRule(
                        evaluator,
                        key(compound.group()),
                        least + specificity(bare),
                        order,
                        style)));
  }

  /** Writes a selector as jsoup understands it. */
  private static Optional<Evaluator> query(String selector) {
    String query = NAMESPACE.matcher(selector).replaceAll(":");
    String words = WORD.matcher(query).replaceAll("~=(?:^|\\\\s)\\\\Q$2\\\\E(?:\\\\s|\\$)");
    try {
      return Optional.of(QueryParser.parse(words));
    } catch (SelectorParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String key(String compound) {
    String bare = compound.replaceAll(":not\\([^)]*+\\)|\\[[^\\]]*+\\]", "");
    Matcher id = ID.matcher(bare);
    if (id.find()) {
      return id.group();
    }
    Matcher ofClass = CLASS.matcher(bare);
    if (ofClass.find()) {
      return ofClass.group();
    }
    Matcher name = NAME.matcher(bare);
    return name.find() ? name.group().toLowerCase(Locale.ROOT) : "*";
  }

  /** Counts as Selectors Level 3 does, in one number. */
  private static int specificity(String bare) {
    int ids = count(ID, bare);
    int classes = count(CLASS, bare) + count(Pattern.compile("\\[|:(?!not)"), bare);
    int names = count(Pattern.compile("(?:^|[\\s>+(])[A-Za-z]"), bare);
    return (Math.min(ids, 63) << 16) + (Math.min(classes, 255) << 8) + Math.min(names, 255);
  }

  private static int count(Pattern pattern, String text) {
    return (int) pattern.matcher(text).results().count();
  }
}
