package dev.yiben.formats.format.renpy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The comments of a translation block, in which the engine writes the source. */
final class BlockComments {
  private static final Pattern DIGEST =
      Pattern.compile("(?<label>(?:.*_)?)(?<digest>[0-9a-f]{8})(?:_[0-9]{1,6})?");

  private final List<Statement.Said> said = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();

  private BlockComments() {}

  /**
   * Reads the comments that are indented below a line.
   *
   * @param file the text of the file
   * @param header the line
   * @param table which statements there are
   */
  static BlockComments below(String file, LogicalLine header, StatementTable table) {
    BlockComments comments = new BlockComments();
    int number = header.number();
    int start = lineEnd(file, header.start(0));
    while (start < file.length()) {
      int end = lineEnd(file, start);
      int text = start;
      while (text < end && file.charAt(text) == ' ') {
        text++;
      }
      boolean blank = text == end || file.charAt(text) == '\n' || file.charAt(text) == '\r';
      if (!blank && text - start <= header.indent()) {
        break;
      }
      number++;
      if (!blank && file.charAt(text) == '#') {
        comments.add(file, text + 1, end, number, table);
      }
      start = end;
    }
    return comments;
  }

  private static int lineEnd(String file, int from) {
    int end = file.indexOf('\n', from);
    return end < 0 ? file.length() : end + 1;
  }

  private void add(String file, int from, int end, int number, StatementTable table) {
    int start = from;
    while (start < end && file.charAt(start) == ' ') {
      start++;
    }
    String text = file.substring(start, end).stripTrailing();
    LogicalLine line = new LogicalLine(number, 0, text, new int[] {0, start});
    LineCursor cursor = new LineCursor(line, ParagraphRule.BLANK_LINE);
    table
        .read(cursor)
        .ifPresent(
            entry -> {
              if (entry.kind() == StatementTable.Kind.SAY) {
                addSay(cursor);
              } else if (entry.translatable()) {
                statements.add(new Statement.Custom(line, text, true, List.of()));
              }
            });
  }

  private void addSay(LineCursor cursor) {
    try {
      Say say = Say.read(cursor);
      for (Span part : say.what().parts()) {
        Statement.Said one = new Statement.Said(say, part);
        said.add(one);
        statements.add(one);
      }
    } catch (ScriptError e) {
      // It is any other comment.
      return;
    }
  }

  /** Returns what is said in them. */
  List<Statement.Said> said() {
    return said;
  }

  /** Returns the id that the engine would give them, if it is another, whichever its version. */
  Optional<String> otherId(String id) {
    Matcher matcher = DIGEST.matcher(id);
    boolean comparable =
        !said.isEmpty()
            && said.stream().allMatch(one -> one.say().id().isEmpty())
            && matcher.matches()
            && Arrays.stream(IdRule.values())
                .noneMatch(rule -> rule.digest(statements).equals(matcher.group("digest")));
    return comparable
        ? Optional.of(matcher.group("label") + IdRule.ALL_STATEMENTS.digest(statements))
        : Optional.empty();
  }
}
