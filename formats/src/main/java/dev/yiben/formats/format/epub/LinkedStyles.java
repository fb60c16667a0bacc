package dev.yiben.formats.format.epub;

import dev.yiben.formats.archive.Archive;
import dev.yiben.formats.block.XhtmlVocabulary;
import dev.yiben.formats.markup.MarkupEncoding;
import dev.yiben.formats.markup.MarkupScanner;
import dev.yiben.formats.markup.Token;
import dev.yiben.formats.markup.Token.Instruction;
import dev.yiben.formats.markup.Token.RawText;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.style.MediaQuery;
import dev.yiben.formats.style.StyleRule;
import dev.yiben.formats.style.StyleSheet;
import dev.yiben.formats.style.TextStyle;
import dev.yiben.formats.style.TextStyles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The style sheets of a book's documents, as far as they tell text apart. */
final class LinkedStyles {
  private static final Set<String> FLOW = Set.of("display", "white-space");
  private static final Set<String> RAW = Set.of("script", "style");
  private static final Pattern IMPORT =
      Pattern.compile("(?is)@import\\s*(?:url\\(\\s*)?[\"']?([^\\s\"')]++)[\"']?\\s*\\)?(.*)");

  private static final Pattern INSTRUCTION =
      Pattern.compile("^<\\?xml-stylesheet\\s[^>]*?href=[\"']([^\"']+)");

  /** What no book has, but a hostile one could. */
  private static final int MOST_SHEETS = 200;

  private static final int MOST_BYTES = 2 << 20;
  private static final int DEEPEST_IMPORT = 8;

  private final Archive archive;

  /** The rules of sheets that say something of the flow of text, by entry. */
  private final Map<String, List<StyleRule>> sheets = new HashMap<>();

  LinkedStyles(Archive archive) {
    this.archive = archive;
  }

  /** Returns what style sheets say of a document's elements, by the offsets of start tags. */
  Map<Integer, TextStyle> of(String name, String text) {
    int body = text.indexOf("<body");
    String head = body < 0 ? text : text.substring(0, body);
    List<StyleRule> rules = linked(name, head);
    boolean attributes = text.contains("style=") && mentionsFlow(text);
    if (rules.isEmpty() && !attributes) {
      return Map.of();
    }
    List<Token> tokens = MarkupScanner.scanReadable(text, RAW);
    return TextStyles.of(text, tokens, rules, XhtmlVocabulary::displayOf);
  }

  private List<StyleRule> linked(String name, String head) {
    List<StyleRule> rules = new ArrayList<>();
    List<Token> tokens = MarkupScanner.scanReadable(head, RAW);
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token instanceof StartTag tag && isEverywhere(tag, head)) {
        if (tag.localName().equals("link") && words(tag, "rel", head).contains("stylesheet")) {
          rules.addAll(sheet(name, value(tag, "href", head), 0));
        } else if (tag.localName().equals("style")
            && i + 1 < tokens.size()
            && tokens.get(i + 1) instanceof RawText css) {
          rules.addAll(rules(name, head.substring(css.start(), css.end()), 0));
        }
      } else if (token instanceof Instruction instruction) {
        Matcher sheet = INSTRUCTION.matcher(head.substring(token.start(), instruction.end()));
        if (sheet.find()) {
          rules.addAll(sheet(name, sheet.group(1), 0));
        }
      }
    }
    return rules;
  }

  private static boolean isEverywhere(StartTag tag, String text) {
    return MediaQuery.isEverywhere(value(tag, "media", text))
        && !words(tag, "rel", text).contains("alternate");
  }

  private static List<String> words(StartTag tag, String name, String text) {
    return List.of(value(tag, name, text).toLowerCase(Locale.ROOT).split("\\s+"));
  }

  private static String value(StartTag tag, String name, String text) {
    return tag.attribute(name).map(attribute -> attribute.value(text).strip()).orElse("");
  }

  /** Returns the rules of a sheet; none where it is not there or cannot be read. */
  private List<StyleRule> sheet(String base, String address, int depth) {
    Optional<String> name = EntryAddress.resolve(base, address);
    if (name.isEmpty() || depth > DEEPEST_IMPORT) {
      return List.of();
    }
    List<StyleRule> known = sheets.get(name.get());
    if (known != null || sheets.size() >= MOST_SHEETS) {
      return known == null ? List.of() : known;
    }
    // A sheet that imports itself has nothing to add.
    sheets.put(name.get(), List.of());
    List<StyleRule> rules = rules(name.get(), css(name.get()), depth);
    sheets.put(name.get(), rules);
    return rules;
  }

  private String css(String name) {
    try {
      Optional<byte[]> bytes = archive.read(name).filter(b -> b.length <= MOST_BYTES);
      return bytes.map(b -> MarkupEncoding.decode(b).source().text()).orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  private List<StyleRule> rules(String name, String css, int depth) {
    List<StyleRule> rules = new ArrayList<>();
    for (String address : imports(css)) {
      rules.addAll(sheet(name, address, depth + 1));
    }
    if (mentionsFlow(css)) {
      StyleSheet.rules(css).stream()
          .filter(rule -> rule.declarations().stream().anyMatch(d -> FLOW.contains(d.property())))
          .forEach(rules::add);
    }
    return rules;
  }

  private static List<String> imports(String css) {
    if (!css.contains("import")) {
      return List.of();
    }
    return StyleSheet.imports(css).stream()
        .map(IMPORT::matcher)
        .filter(Matcher::matches)
        .filter(found -> MediaQuery.isEverywhere(found.group(2)))
        .map(found -> found.group(1))
        .toList();
  }

  private static boolean mentionsFlow(String css) {
    return FLOW.stream().anyMatch(css::contains);
  }
}
