package dev.yiben.glossary.edit;

import dev.yiben.glossary.edit.YamlPiece.Kind;
import dev.yiben.glossary.edit.YamlPiece.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;

/** Changes one entry where it stands: only the values that differ, in their own quotes. */
final class EntryChange {
  private final YamlText yaml;
  private final EntryWriter writer;
  private final Splices splices;

  EntryChange(YamlText yaml, EntryWriter writer, Splices splices) {
    this.yaml = yaml;
    this.writer = writer;
    this.splices = splices;
  }

  /**
   * Changes an entry.
   *
   * @param flow whether it stands in brackets or braces itself
   */
  void apply(YamlPiece item, boolean flow, EntryContent old, EntryContent wanted) {
    if (wanted.isText() && item.kind() == Kind.SCALAR) {
      String text = writer.scalars().write(wanted.text(), item.style(), flow);
      splices.replace(item.start(), item.end(), space(item) + text);
    } else if (!wanted.isText() && item.kind() == Kind.MAPPING) {
      change(item, old, wanted);
    } else {
      replaceWhole(item, flow, wanted);
    }
  }

  private void replaceWhole(YamlPiece item, boolean flow, EntryContent wanted) {
    String indent = " ".repeat(yaml.column(item.start()));
    String comments = comments(item.start(), item.end(), indent, flow);
    String text = flow ? writer.flow(wanted) : writer.block(wanted, indent);
    splices.replace(item.start(), item.end(), space(item) + text + comments);
  }

  private void change(YamlPiece item, EntryContent old, EntryContent wanted) {
    List<Pair> pairs = item.pairs();
    boolean[] removed = new boolean[pairs.size()];
    List<Field> added = new ArrayList<>();
    for (int i = 0; i < wanted.fields().size(); i++) {
      Field field = wanted.fields().get(i);
      int index = indexOf(pairs, field.key());
      if (index < 0) {
        if (field.needed()) {
          added.add(field);
        }
      } else if (!field.items().equals(old.fields().get(i).items())) {
        if (field.needed()) {
          changeValue(pairs.get(index), item.flow(), field);
        } else {
          removed[index] = true;
        }
      }
    }
    Flow flow = new Flow(yaml, splices);
    List<YamlPiece> pieces = pairs.stream().map(Pair::whole).toList();
    if (item.flow()) {
      flow.change(item, pieces, removed, added.stream().map(this::flowPair).toList());
    } else {
      removeLines(pieces, removed);
      addLines(pieces, removed[removed.length - 1], added);
    }
  }

  private String flowPair(Field field) {
    return writer.pair(field, true);
  }

  private void removeLines(List<YamlPiece> pieces, boolean[] removed) {
    String indent = " ".repeat(yaml.column(pieces.get(0).start()));
    for (int i = 0; i < removed.length; i++) {
      if (removed[i]) {
        int start = pieces.get(i).start();
        boolean first = i == 0;
        while (i + 1 < removed.length && removed[i + 1]) {
          i++;
        }
        // The first key stands behind the dash of its entry.
        int from = first ? start : yaml.lineStart(start);
        int to = first ? pieces.get(i + 1).start() : yaml.nextLine(pieces.get(i).end());
        StringBuilder kept = new StringBuilder();
        for (String comment : yaml.comments(from, to)) {
          kept.append(first ? "" : indent)
              .append(comment)
              .append(writer.lineBreak())
              .append(first ? indent : "");
        }
        splices.replace(from, to, kept.toString());
      }
    }
  }

  private void addLines(List<YamlPiece> pieces, boolean lastIsRemoved, List<Field> added) {
    if (added.isEmpty()) {
      return;
    }
    String indent = " ".repeat(yaml.column(pieces.get(0).start()));
    int end = pieces.get(pieces.size() - 1).end();
    String lines =
        added.stream()
            .map(field -> indent + writer.pair(field, false))
            .collect(Collectors.joining(writer.lineBreak()));
    yaml.insertLines(splices, yaml.nextLine(end), lines, lastIsRemoved);
  }

  private static int indexOf(List<Pair> pairs, String key) {
    for (int i = 0; i < pairs.size(); i++) {
      if (pairs.get(i).key().text().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private void changeValue(Pair pair, boolean flow, Field field) {
    YamlPiece value = pair.value();
    ScalarStyle style = value.kind() == Kind.SCALAR ? value.style() : writer.quotes();
    // A list of lines may stand right below its key, where one in brackets may not.
    boolean lines = value.kind() == Kind.LIST && !value.flow();
    int start = lines ? yaml.text().indexOf(':', pair.key().end()) + 1 : value.start();
    String indent = " ".repeat(yaml.column(value.start()));
    splices.replace(
        start,
        value.end(),
        (lines ? " " : space(value))
            + writer.value(field, style, flow)
            + comments(start, value.end(), indent, flow));
  }

  /** An empty value stands right behind its colon. */
  private String space(YamlPiece value) {
    boolean behindColon = value.start() > 0 && yaml.text().charAt(value.start() - 1) == ':';
    return behindColon ? " " : "";
  }

  /** Returns the comments of a stretch that is replaced, to stand behind what replaces it. */
  private String comments(int start, int end, String indent, boolean flow) {
    StringBuilder kept = new StringBuilder();
    for (String comment : yaml.comments(start, end)) {
      kept.append(kept.isEmpty() ? " " : writer.lineBreak() + indent).append(comment);
    }
    return kept.isEmpty() || !flow ? kept.toString() : kept + writer.lineBreak() + indent;
  }
}
