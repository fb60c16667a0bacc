package dev.yiben.formats.format.xlsx;

import dev.yiben.formats.markup.Attribute;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.splice.Patch;
import dev.yiben.formats.xml.XmlName;
import dev.yiben.formats.xml.XmlPass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Copies strings that are translated for some cells and stay for others, which get the copies: they
 * are appended to the shared strings.
 */
final class SplitStrings implements XmlPass.Visitor {
  private final String part;
  private final Set<Integer> split;
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private final List<Patch> patches = new ArrayList<>();
  private final StringBuilder copies = new StringBuilder();
  private Optional<Attribute> unique = Optional.empty();
  private int depth;
  private int string;
  private int start;
  private int tableEnd;

  /**
   * Reads the shared strings.
   *
   * @param part as it is written
   * @param split numbers of the strings to copy
   */
  SplitStrings(String part, Set<Integer> split) {
    this.part = part;
    this.split = split;
    XmlPass.read(part, this);
    split.stream().sorted().forEach(number -> numbers.putIfAbsent(number, string + numbers.size()));
    patches.add(new Patch(tableEnd, tableEnd, copies.toString()));
    unique.ifPresent(
        count ->
            patches.add(
                new Patch(
                    count.valueStart(),
                    count.valueEnd(),
                    String.valueOf(string + numbers.size()))));
  }

  /** Returns what to write in the part. */
  List<Patch> patches() {
    return patches;
  }

  /** Returns the numbers of the copies, by those of their originals. */
  Map<Integer, Integer> numbers() {
    return numbers;
  }

  @Override
  public void start(XmlName name, StartTag tag) {
    if (depth == 0) {
      unique = tag.attribute("uniqueCount");
    } else if (depth == 1) {
      start = tag.start();
    }
    depth++;
  }

  @Override
  public void text(int from, int to, boolean literal) {
    // Only whole strings matter.
  }

  @Override
  public void end(XmlName name, int from, int to) {
    depth--;
    if (depth == 0) {
      tableEnd = from;
    } else if (depth == 1 && name.local().equals("si")) {
      if (split.contains(string)) {
        copies.append(part, start, to);
      }
      string++;
    }
  }
}
