package dev.yiben.glossary.edit;

import java.util.List;

/** Takes items out of brackets or braces and puts others in. */
final class Flow {
  private final YamlText yaml;
  private final Splices splices;

  Flow(YamlText yaml, Splices splices) {
    this.yaml = yaml;
    this.splices = splices;
  }

  /**
   * Changes the items of a collection.
   *
   * @param pieces its items, or its keys with their values
   * @param added what comes behind them
   */
  void change(YamlPiece collection, List<YamlPiece> pieces, boolean[] removed, List<String> added) {
    int lastKept = -1;
    for (int i = 0; i < removed.length; i++) {
      if (removed[i]) {
        int first = i;
        while (i + 1 < removed.length && removed[i + 1]) {
          i++;
        }
        remove(collection, pieces, first, i);
      } else {
        lastKept = i;
      }
    }
    if (!added.isEmpty()) {
      add(collection, pieces, lastKept, added);
    }
  }

  private void remove(YamlPiece collection, List<YamlPiece> pieces, int first, int last) {
    int from = pieces.get(first).start();
    int to;
    if (last + 1 < pieces.size()) {
      to = pieces.get(last + 1).start();
    } else {
      to = pieces.get(last).end();
      if (first > 0) {
        from = pieces.get(first - 1).end();
      } else {
        to = Math.max(to, yaml.lastOutsideComments(',', to, collection.end()) + 1);
      }
    }
    String indent = yaml.lineBreak() + " ".repeat(yaml.column(pieces.get(first).start()));
    StringBuilder kept = new StringBuilder();
    for (String comment : yaml.comments(from, to)) {
      kept.append(' ').append(comment).append(indent);
    }
    splices.replace(from, to, kept.toString());
  }

  private void add(YamlPiece collection, List<YamlPiece> pieces, int lastKept, List<String> added) {
    if (lastKept < 0) {
      splices.insert(opening(collection) + 1, String.join(", ", added));
      return;
    }
    YamlPiece last = pieces.get(lastKept);
    boolean lines = lastKept > 0 && yaml.column(last.start()) == yaml.column(pieces.get(0).start());
    String separator =
        lines ? "," + yaml.lineBreak() + " ".repeat(yaml.column(last.start())) : ", ";
    splices.insert(last.end(), separator + String.join(separator, added));
  }

  /** An anchor or a tag may stand before the bracket. */
  private int opening(YamlPiece collection) {
    int offset = collection.start();
    while (yaml.text().charAt(offset) != '[' && yaml.text().charAt(offset) != '{') {
      offset++;
    }
    return offset;
  }
}
