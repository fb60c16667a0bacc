package dev.yiben.formats.format.docx;

import dev.yiben.formats.splice.Patch;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out what of a paragraph must not stand in a document twice: what others lead to, pictures,
 * notes, breaks of pages, and what counts or enters something.
 */
final class OnlyOnce {
  /** Elements of runs, or between them, that stand in the first copy alone. */
  private static final Set<String> ONCE =
      Set.of(
          "annotationRef",
          "commentReference",
          "contentPart",
          "control",
          "drawing",
          "endnoteRef",
          "endnoteReference",
          "footnoteRef",
          "footnoteReference",
          "object",
          "pict",
          "subDoc");

  /** Fields that do or count something where they stand (17.16.5). */
  private static final Set<String> FIELDS =
      Set.of(
          "ASK",
          "AUTONUM",
          "AUTONUMLGL",
          "AUTONUMOUT",
          "BIBLIOGRAPHY",
          "FILLIN",
          "FORMCHECKBOX",
          "FORMDROPDOWN",
          "FORMTEXT",
          "INDEX",
          "LISTNUM",
          "NEXT",
          "NEXTIF",
          "RD",
          "SET",
          "SKIPIF",
          "TA",
          "TC",
          "TOA",
          "TOC",
          "XE");

  private final List<Patch> patches = new ArrayList<>();

  /** What stands in runs, and the numbers of what of it is left out. */
  private final List<XmlElement> content = new ArrayList<>();

  private final BitSet left = new BitSet();
  private final Deque<Field> open = new ArrayDeque<>();

  private OnlyOnce() {}

  /** A field that has begun. */
  private static final class Field {
    /** The numbers of its beginning, its instructions and what ends them. */
    private final List<Integer> frame = new ArrayList<>();

    private final StringBuilder instruction = new StringBuilder();
    private Optional<XmlElement> lastInstruction = Optional.empty();
  }

  /** Returns the patches that make of paragraphs ({@code w:p}) second copies. */
  static List<Patch> patches(List<XmlElement> paragraphs) {
    OnlyOnce once = new OnlyOnce();
    for (XmlElement paragraph : paragraphs) {
      paragraph.children().stream()
          .filter(child -> !child.is(Namespaces.WORD, "pPr"))
          .forEach(once::add);
    }
    // What has begun here and ends in another paragraph goes on in the first copy.
    once.open.forEach(field -> field.frame.forEach(once.left::set));
    once.left.stream().mapToObj(once.content::get).forEach(once::remove);
    return once.patches;
  }

  /** Returns whether an element must not stand in a document twice. */
  static boolean isOnce(XmlElement element) {
    String name = element.local();
    if (element.is(Namespaces.COMPATIBILITY, "AlternateContent")) {
      return true;
    }
    if (element.is(Namespaces.WORD, "br")) {
      return isBreakOfPage(element);
    }
    return element.name().namespace().equals(Namespaces.WORD)
        && (ONCE.contains(name)
            || (element.isEmptyTag() && (name.endsWith("Start") || name.endsWith("End"))));
  }

  /** Returns whether an element breaks a page or a column. */
  static boolean isBreakOfPage(XmlElement element) {
    return element.is(Namespaces.WORD, "br")
        && Set.of("page", "column").contains(element.value("type"));
  }

  private void add(XmlElement element) {
    if (element.is(Namespaces.WORD, "r")) {
      element.children().stream()
          .filter(child -> !child.is(Namespaces.WORD, "rPr"))
          .forEach(this::addInRun);
    } else if (isOnce(element)) {
      remove(element);
    } else if (element.is(Namespaces.WORD, "sdt")) {
      // Two controls would be bound to the same data, by the same name.
      Optional<XmlElement> content = element.child(Namespaces.WORD, "sdtContent");
      int from = content.map(XmlElement::contentStart).orElse(element.end());
      patches.add(new Patch(element.start(), from, ""));
      content.ifPresent(
          found -> {
            found.children().forEach(this::add);
            patches.add(new Patch(found.contentEnd(), element.end(), ""));
          });
    } else if (element.is(Namespaces.WORD, "fldSimple") && isOnce(element.value("instr"))) {
      remove(element);
    } else {
      if (element.is(Namespaces.WORD, "fldSimple")) {
        element
            .attribute("instr")
            .filter(instruction -> counts(element.value("instr")))
            .ifPresent(instruction -> repeatNumber(instruction.valueEnd()));
      }
      element.children().forEach(this::add);
    }
  }

  private void addInRun(XmlElement element) {
    int number = content.size();
    content.add(element);
    if (element.is(Namespaces.WORD, "fldChar")) {
      addFieldCharacter(number, element.value("fldCharType"));
    } else if (isInstruction(element) && !open.isEmpty()) {
      Field field = open.element();
      field.frame.add(number);
      field.instruction.append(element.text());
      field.lastInstruction = Optional.of(element);
    } else if (isOnce(element)) {
      left.set(number);
    }
  }

  private void addFieldCharacter(int number, String type) {
    if (type.equals("begin")) {
      open.push(new Field());
    }
    if (open.isEmpty()) {
      // Of a field that has begun in another paragraph.
      left.set(number);
    } else if (type.equals("end")) {
      end(open.remove(), number);
    } else {
      open.element().frame.add(number);
    }
  }

  private void end(Field field, int number) {
    String instruction = field.instruction.toString();
    if (isOnce(instruction)) {
      left.set(field.frame.get(0), number + 1);
    } else if (counts(instruction)) {
      field.lastInstruction.ifPresent(last -> repeatNumber(last.contentEnd()));
    }
  }

  /** A number that was counted already is shown again (17.16.5.56). */
  private void repeatNumber(int offset) {
    patches.add(new Patch(offset, offset, " \\c "));
  }

  private static boolean isInstruction(XmlElement element) {
    return element.is(Namespaces.WORD, "instrText") || element.is(Namespaces.WORD, "delInstrText");
  }

  private static boolean isOnce(String instruction) {
    return FIELDS.contains(name(instruction));
  }

  private static boolean counts(String instruction) {
    return name(instruction).equals("SEQ");
  }

  private static String name(String instruction) {
    String stripped = instruction.strip();
    int end = 0;
    while (end < stripped.length() && Character.isLetter(stripped.charAt(end))) {
      end++;
    }
    return stripped.substring(0, end).toUpperCase(Locale.ROOT);
  }

  private void remove(XmlElement element) {
    patches.add(new Patch(element.start(), element.end(), ""));
  }
}
