package dev.yiben.formats.format.docx;

import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The tables of contents of a part: which paragraphs are in the results of their fields (ISO/IEC
 * 29500-1, 17.16.5.68).
 */
final class Contents {
  private static final Pattern INSTRUCTION = Pattern.compile("\\s*(toc|index|toa)\\b.*");

  /** A field that has begun. */
  private static final class Field {
    private final StringBuilder instruction = new StringBuilder();
    private boolean isContents;
  }

  private final Set<Integer> paragraphs = new HashSet<>();
  private final Deque<Field> fields = new ArrayDeque<>();

  private Contents() {}

  /** Finds the tables of contents of a part. */
  static Contents of(XmlElement root) {
    Contents contents = new Contents();
    root.descendants().forEach(contents::add);
    return contents;
  }

  private void add(XmlElement element) {
    if (!element.name().namespace().equals(Namespaces.WORD)) {
      return;
    }
    switch (element.local()) {
      case "fldChar" -> mark(element.value("fldCharType"));
      case "instrText" -> {
        if (!fields.isEmpty()) {
          fields.element().instruction.append(element.text());
        }
      }
      case "t" -> {
        if (fields.stream().anyMatch(field -> field.isContents)) {
          paragraph(element).ifPresent(found -> paragraphs.add(found.start()));
        }
      }
      default -> {}
    }
  }

  private void mark(String type) {
    switch (type) {
      case "begin" -> fields.push(new Field());
      case "separate" -> {
        if (!fields.isEmpty()) {
          Field field = fields.element();
          field.isContents =
              INSTRUCTION.matcher(field.instruction.toString().toLowerCase(Locale.ROOT)).matches();
        }
      }
      case "end" -> fields.poll();
      default -> {}
    }
  }

  private static Optional<XmlElement> paragraph(XmlElement element) {
    Optional<XmlElement> around = element.parent();
    while (around.isPresent() && !around.get().is(Namespaces.WORD, "p")) {
      around = around.get().parent();
    }
    return around;
  }

  /** Returns whether a paragraph is a line of a table of contents. */
  boolean has(XmlElement paragraph) {
    return paragraphs.contains(paragraph.start());
  }
}
