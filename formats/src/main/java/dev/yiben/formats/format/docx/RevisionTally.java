package dev.yiben.formats.format.docx;

import dev.yiben.formats.format.Layout;
import dev.yiben.formats.format.Revisions;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Counts the tracked changes of a document, to tell the user of them. */
final class RevisionTally {
  private static final int MOST_AUTHORS = 3;
  private static final int LONGEST_NAME = 60;

  private final Set<String> authors = new TreeSet<>();
  private long insertions;
  private long deletions;
  private long moves;
  private long formats;

  /** Counts an element, if it is a change. */
  void add(XmlElement element) {
    if (!element.name().namespace().equals(Namespaces.WORD)) {
      return;
    }
    boolean change = true;
    switch (element.local()) {
      case "ins", "cellIns" -> insertions++;
      case "del", "cellDel" -> deletions++;
      case "moveTo" -> moves++;
      case "moveFrom" -> {
        // The other half of a move, which was counted or will be.
      }
      default -> {
        change = TrackedChanges.isChange(element);
        formats += change ? 1 : 0;
      }
    }
    if (change && authors.size() <= MOST_AUTHORS) {
      String author = element.value("author").strip();
      authors.add(author.substring(0, Math.min(author.length(), LONGEST_NAME)));
    }
  }

  /** Returns what a user should know of the changes, in one line; nothing if there are none. */
  Optional<String> notice(Revisions revisions, Layout layout) {
    List<String> counts = new ArrayList<>();
    count(insertions, "insertion", counts);
    count(deletions, "deletion", counts);
    count(moves, "move", counts);
    count(formats, "change of format", counts);
    if (counts.isEmpty()) {
      return Optional.empty();
    }
    String fate =
        switch (revisions) {
          case ACCEPT -> "accepted";
          case REJECT -> "rejected";
          case KEEP -> layout.isBilingual() ? "accepted" : "kept";
        };
    return Optional.of(
        "tracked changes: %s%s; %s where text is translated, left elsewhere"
            .formatted(String.join(", ", counts), by(), fate));
  }

  private String by() {
    List<String> named = authors.stream().filter(author -> !author.isEmpty()).toList();
    if (named.isEmpty()) {
      return "";
    }
    return named.size() > MOST_AUTHORS
        ? " by %s and others".formatted(String.join(", ", named.subList(0, MOST_AUTHORS)))
        : " by " + String.join(", ", named);
  }

  private static void count(long number, String what, List<String> counts) {
    if (number > 0) {
      counts.add(number + " " + (number == 1 ? what : what.replaceFirst("(^\\w+)", "$1s")));
    }
  }
}
