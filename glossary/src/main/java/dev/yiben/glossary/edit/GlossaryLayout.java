package dev.yiben.glossary.edit;

import dev.yiben.glossary.Style;
import dev.yiben.glossary.edit.ListChange.EmptyList;
import dev.yiben.glossary.edit.YamlPiece.Kind;
import dev.yiben.glossary.edit.YamlPiece.Pair;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the places of a glossary's sections in its text, and makes those that are missing. */
final class GlossaryLayout {
  private static final List<String> TERMS = List.of("terms");
  private static final int STEP = 2;

  private final YamlText yaml;
  private final Splices splices = new Splices();
  private final EntryWriter writer;
  private final Set<String> created = new HashSet<>();

  GlossaryLayout(YamlText yaml) {
    this.yaml = yaml;
    this.writer = new EntryWriter(new ScalarWriter(), Quotes.of(yaml.root()), yaml.lineBreak());
  }

  /**
   * Returns the changed text.
   *
   * @param sections those that are not as they were
   * @param style how translations shall sound, where that is not as it was
   * @throws IllegalStateException if it cannot be made
   */
  String changed(List<Section<?>> sections, Style oldStyle, Optional<Style> style) {
    if (isBare() && (style.isPresent() || !sections.stream().allMatch(this::isThere))) {
      giveKey(yaml.root().orElseThrow());
    }
    // What is put in at one place stands in the order in which it is: into lists first.
    sections.stream().filter(this::isThere).forEach(this::fill);
    Optional<Pair> oldStyleAt = pair("style");
    style.ifPresent(
        wanted -> oldStyleAt.ifPresent(pair -> changeStyle(pair.value(), oldStyle, wanted)));
    List<Section<?>> missing = sections.stream().filter(section -> !isThere(section)).toList();
    missing.stream().filter(this::hasParent).forEach(this::createWithin);
    missing.stream().filter(section -> !hasParent(section)).forEach(this::create);
    style.filter(wanted -> oldStyleAt.isEmpty()).ifPresent(this::createStyle);
    return splices.apply(yaml.text());
  }

  private boolean isBare() {
    return yaml.root().filter(root -> root.kind() == Kind.LIST).isPresent();
  }

  private Optional<Pair> pair(String key) {
    return yaml.root().filter(root -> root.kind() == Kind.MAPPING).flatMap(root -> root.pair(key));
  }

  private boolean isThere(Section<?> section) {
    return isBare() ? section.path().equals(TERMS) : place(section).isPresent();
  }

  private Optional<Pair> place(Section<?> section) {
    Optional<Pair> place = pair(section.path().get(0));
    for (String key : section.path().subList(1, section.path().size())) {
      place = place.flatMap(pair -> pair.value().pair(key));
    }
    return place;
  }

  private boolean hasParent(Section<?> section) {
    return section.path().size() > 1 && pair(section.path().get(0)).isPresent();
  }

  /** Makes a bare list of terms one under a key, so that other keys can stand beside it. */
  private void giveKey(YamlPiece list) {
    if (list.flow()) {
      splices.insert(list.start(), "terms: ");
    } else {
      splices.insert(yaml.lineStart(list.start()), "terms:" + writer.lineBreak());
    }
  }

  private void fill(Section<?> section) {
    if (isBare()) {
      YamlPiece list = yaml.root().orElseThrow();
      int line = yaml.lineStart(list.start());
      fill(section, list, new EmptyList(line, "[]" + writer.lineBreak()));
      return;
    }
    Pair pair = place(section).orElseThrow();
    YamlPiece list = pair.value();
    if (list.kind() != Kind.LIST) {
      throw new IllegalStateException("An alias stands for the list " + section.path());
    }
    int colon = yaml.text().indexOf(':', pair.key().end());
    if (yaml.text().substring(colon + 1, list.end()).strip().equals("[]") && !isInBraces(section)) {
      // An empty list in brackets becomes one of lines.
      splices.replace(colon + 1, list.end(), "");
      int column = yaml.column(pair.key().start());
      yaml.insertLines(splices, yaml.nextLine(list.end()), items(section.added(), column), false);
    } else {
      fill(section, list, new EmptyList(colon + 1, " []"));
    }
  }

  private void fill(Section<?> section, YamlPiece list, EmptyList empty) {
    section.changeEntries(list, new EntryChange(yaml, writer, splices));
    new ListChange(yaml, writer, splices).apply(list, section.removed(), section.added(), empty);
  }

  private boolean isInBraces(Section<?> section) {
    return yaml.root().orElseThrow().flow()
        || (section.path().size() > 1 && pair(section.path().get(0)).orElseThrow().value().flow());
  }

  /** Makes the list of a section below a key that is there. */
  private void createWithin(Section<?> section) {
    YamlPiece parent = pair(section.path().get(0)).orElseThrow().value();
    String key = section.path().get(1);
    if (parent.flow()) {
      addInBraces(parent, key + ": " + writer.flowList(section.added()));
    } else if (parent.kind() == Kind.MAPPING) {
      int column = yaml.column(parent.start());
      String lines = keyLine(key, column) + items(section.added(), column);
      yaml.insertLines(splices, yaml.nextLine(parent.end()), lines, false);
    } else {
      throw new IllegalStateException("An alias stands for " + section.path().get(0));
    }
  }

  private void create(Section<?> section) {
    List<String> path = section.path();
    String list = writer.flowList(section.added());
    if (isRootInBraces()) {
      addInBraces(
          yaml.root().orElseThrow(),
          path.size() == 1
              ? path.get(0) + ": " + list
              : path.get(0) + ": {" + path.get(1) + ": " + list + "}");
      return;
    }
    int column = rootColumn();
    String lines = created.add(path.get(0)) ? keyLine(path.get(0), column) : "";
    if (path.size() > 1) {
      column += STEP;
      lines += keyLine(path.get(1), column);
    }
    addLines(lines + items(section.added(), column));
  }

  private boolean isRootInBraces() {
    return yaml.root().filter(root -> root.kind() == Kind.MAPPING && root.flow()).isPresent();
  }

  private void addInBraces(YamlPiece mapping, String pair) {
    List<YamlPiece> pairs = mapping.pairs().stream().map(Pair::whole).toList();
    new Flow(yaml, splices).change(mapping, pairs, new boolean[pairs.size()], List.of(pair));
  }

  private void addLines(String lines) {
    yaml.insertLines(splices, yaml.documentEnd(), lines, false);
  }

  private int rootColumn() {
    return yaml.root()
        .filter(root -> root.kind() == Kind.MAPPING)
        .map(root -> yaml.column(root.start()))
        .orElse(0);
  }

  private String keyLine(String key, int column) {
    return " ".repeat(column) + key + ":" + writer.lineBreak();
  }

  /** Writes the lines of a list below a key. */
  private String items(List<EntryContent> entries, int keyColumn) {
    int column = keyColumn + (isIndentless() ? 0 : STEP);
    return entries.stream()
        .map(entry -> writer.item(entry, column, 1, false))
        .collect(Collectors.joining(writer.lineBreak()));
  }

  /** Returns whether a list of the file stands right below its key, not to the right of it. */
  private boolean isIndentless() {
    return yaml.root().stream()
        .filter(root -> root.kind() == Kind.MAPPING)
        .flatMap(root -> root.pairs().stream())
        .filter(pair -> pair.value().kind() == Kind.LIST && !pair.value().flow())
        .anyMatch(
            pair -> {
              int dash = new ListChange(yaml, writer, splices).dash(pair.value(), 0);
              return yaml.column(dash) == yaml.column(pair.key().start());
            });
  }

  private void changeStyle(YamlPiece value, Style old, Style wanted) {
    boolean text = value.kind() == Kind.SCALAR && wanted.register().isEmpty();
    new EntryChange(yaml, writer, splices)
        .apply(
            value,
            true,
            EntryContent.of(Field.of(old)),
            text ? EntryContent.of(wanted.text()) : EntryContent.of(Field.of(wanted)));
  }

  private void createStyle(Style style) {
    EntryContent content = EntryContent.of(Field.of(style));
    if (isRootInBraces()) {
      addInBraces(yaml.root().orElseThrow(), "style: " + writer.flow(content));
    } else {
      String indent = " ".repeat(rootColumn() + STEP);
      addLines(keyLine("style", rootColumn()) + indent + writer.block(content, indent));
    }
  }
}
