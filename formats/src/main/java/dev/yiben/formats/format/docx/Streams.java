package dev.yiben.formats.format.docx;

import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.OptionalInt;

/** The streams of a story: one for each heading of the highest level that the document has. */
final class Streams {
  private final String part;
  private final Roles roles;
  private final int level;
  private int number = 1;
  private boolean hasText;

  private Streams(String part, Roles roles, int level) {
    this.part = part;
    this.roles = roles;
    this.level = level;
  }

  /** Finds the streams of a story; all but the document itself are one. */
  static Streams of(Story story, XmlElement root, Roles roles) {
    int highest = Roles.noLevel();
    if (story.kind() == Story.Kind.MAIN) {
      for (XmlElement element : root.descendants()) {
        if (element.is(Namespaces.WORD, "p") && hasText(element)) {
          highest = Math.min(highest, roles.level(element).orElse(highest));
        }
      }
    }
    return new Streams(story.part(), roles, highest);
  }

  private static boolean hasText(XmlElement paragraph) {
    return paragraph.descendants().stream()
        .anyMatch(element -> TrackedChanges.isText(element) && !element.text().isBlank());
  }

  /** Goes on to the next paragraph with text. */
  void pass(XmlElement paragraph) {
    OptionalInt own = roles.level(paragraph);
    if (hasText && own.isPresent() && own.getAsInt() == level) {
      number++;
    }
    hasText = true;
  }

  /** Returns the name of the stream. */
  String name() {
    return number == 1 ? part : part + "#" + number;
  }
}
