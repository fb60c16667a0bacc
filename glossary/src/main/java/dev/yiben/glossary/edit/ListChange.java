package dev.yiben.glossary.edit;

import dev.yiben.glossary.edit.YamlPiece.Kind;
import java.util.List;
import java.util.stream.Collectors;

/** Takes entries out of a list where it stands, and puts others in at its end. */
final class ListChange {
  private final YamlText yaml;
  private final EntryWriter writer;
  private final Splices splices;

  ListChange(YamlText yaml, EntryWriter writer, Splices splices) {
    this.yaml = yaml;
    this.writer = writer;
    this.splices = splices;
  }

  /**
   * Changes the entries of a list.
   *
   * @param empty what is written if nothing is left; without meaning for a list in brackets
   */
  void apply(YamlPiece list, boolean[] removed, List<EntryContent> added, EmptyList empty) {
    if (list.flow()) {
      new Flow(yaml, splices)
          .change(list, list.children(), removed, added.stream().map(writer::flow).toList());
      return;
    }
    List<YamlPiece> items = list.children();
    boolean anyLeft = !added.isEmpty();
    for (int i = 0; i < items.size(); i++) {
      if (removed[i]) {
        remove(list, i);
      } else {
        anyLeft = true;
      }
    }
    if (!anyLeft) {
      splices.insert(empty.offset(), empty.text());
    }
    if (!added.isEmpty()) {
      add(list, removed[items.size() - 1], added);
    }
  }

  /** What an empty list is written as, and where. */
  record EmptyList(int offset, String text) {}

  private void remove(YamlPiece list, int index) {
    int dash = dash(list, index);
    int from = yaml.lineStart(dash);
    int to = yaml.nextLine(list.children().get(index).end());
    String indent = " ".repeat(yaml.column(dash));
    splices.replace(
        from,
        to,
        yaml.comments(from, to).stream()
            .map(comment -> indent + comment + writer.lineBreak())
            .collect(Collectors.joining()));
  }

  private void add(YamlPiece list, boolean lastIsRemoved, List<EntryContent> added) {
    List<YamlPiece> items = list.children();
    int lastIndex = items.size() - 1;
    YamlPiece last = items.get(lastIndex);
    int dash = dash(list, lastIndex);
    boolean oneLine = yaml.lineStart(dash) == yaml.lineStart(last.start());
    boolean braces = last.kind() == Kind.MAPPING && last.flow();
    String separator = isSpaced(list) ? writer.lineBreak() : "";
    String lines =
        added.stream()
            .map(
                entry ->
                    separator
                        + writer.item(
                            entry,
                            yaml.column(dash),
                            oneLine ? last.start() - dash - 1 : 1,
                            braces))
            .collect(Collectors.joining(writer.lineBreak()));
    yaml.insertLines(splices, yaml.nextLine(last.end()), lines, lastIsRemoved);
  }

  /** Returns whether an empty line stands between the last two entries. */
  private boolean isSpaced(YamlPiece list) {
    int count = list.children().size();
    if (count < 2) {
      return false;
    }
    int from = yaml.nextLine(list.children().get(count - 2).end());
    int to = yaml.lineStart(dash(list, count - 1));
    return from < to && yaml.text().substring(from, to).lines().anyMatch(String::isBlank);
  }

  int dash(YamlPiece list, int index) {
    int from = index == 0 ? list.start() : list.children().get(index - 1).end();
    return yaml.lastOutsideComments('-', from, list.children().get(index).start());
  }
}
