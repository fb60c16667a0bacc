package dev.yiben.formats.format.markdown;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.yiben.formats.block.Slot;
import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.TextRun;
import dev.yiben.formats.format.LineWrap;
import dev.yiben.formats.lines.Columns;
import dev.yiben.formats.lines.LineWrapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes targets as Markdown. */
final class UnitWriter {
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern SAFE_VALUE =
      Pattern.compile("(?=[^\\n]*\\p{L})[\\p{L}\\p{N}](?:[^:#\\n]|:(?=\\S)|(?<=\\S)#){0,1000}+");
  private static final Pattern YAML_WORD =
      Pattern.compile("(?i)(?:true|false|yes|no|on|off|null|y|n)");
  private static final Pattern DELIMITERS = Pattern.compile("[*_~]+");
  private static final Pattern CLOSING = Pattern.compile("\\A[*_~]+|[*_~]+\\z");

  /** Stands for a character of a code while lines are made, as no line may end there. */
  private static final char CODE = '\uE002';

  /** Stands for the first character of a code that could begin a block of HTML. */
  private static final char TAG = '\uE003';

  private final LineWrap wrap;
  private final LineWrapper wrapper;
  private final String lineEnd;

  UnitWriter(LineWrap wrap, String language, String lineEnd) {
    this.wrap = wrap;
    this.wrapper =
        LineWrapper.atSpaces(language, line -> !Escape.startsBlock(line) && line.charAt(0) != TAG);
    this.lineEnd = lineEnd;
  }

  /**
   * Returns what to write for a unit.
   *
   * @param slice returns the markup of a range, with the patches of its own
   */
  String write(Unit unit, CodedText target, Care care, BiFunction<Integer, Integer, String> slice) {
    return switch (unit.kind()) {
      case PARAGRAPH, ITEM, HEADING, CELL -> inline(unit, target, care, slice);
      case TITLE -> text(target).replaceAll("[\"'()\\\\&<*_`\\[\\]]", "\\\\$0");
      case DOUBLE_QUOTED_VALUE -> doubleQuoted(text(target));
      case SINGLE_QUOTED_VALUE -> text(target).replace("'", "''");
      case BLOCK_VALUE -> text(target);
      case PLAIN_VALUE -> {
        String value = text(target);
        boolean safe = SAFE_VALUE.matcher(value).matches() && !YAML_WORD.matcher(value).matches();
        yield safe ? value : '"' + doubleQuoted(value) + '"';
      }
    };
  }

  private static String doubleQuoted(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static String text(CodedText target) {
    StringBuilder text = new StringBuilder();
    for (Inline inline : target.content()) {
      text.append(inline instanceof TextRun run ? run.text() : ((InlineCode) inline).original());
    }
    return line(text.toString()).strip();
  }

  /** Returns a text of one line; half of a surrogate pair becomes a question mark. */
  private static String line(String text) {
    return SPACES.matcher(new String(text.getBytes(UTF_8), UTF_8)).replaceAll(" ");
  }

  private String inline(
      Unit unit, CodedText target, Care care, BiFunction<Integer, Integer, String> slice) {
    Map<String, Slot> slots =
        unit.slots().stream().collect(Collectors.toMap(Slot::placeholder, Function.identity()));
    List<String> parts = new ArrayList<>();
    List<Boolean> codes = new ArrayList<>();
    for (Inline inline : target.content()) {
      Slot slot = inline instanceof InlineCode code ? slots.get(code.placeholder()) : null;
      boolean isCode = slot != null;
      if (isCode) {
        String raw = slice.apply(slot.start(), slot.end());
        parts.add(code((InlineCode) inline, raw, care));
      } else {
        parts.add(
            line(inline instanceof TextRun run ? run.text() : ((InlineCode) inline).original()));
      }
      codes.add(isCode);
    }
    StringBuilder written = new StringBuilder();
    StringBuilder shadow = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      if (codes.get(i)) {
        written.append(part);
        shadow.append(shadow(part));
      } else {
        char before = written.isEmpty() ? ' ' : written.charAt(written.length() - 1);
        char after =
            i + 1 < parts.size() && !parts.get(i + 1).isEmpty() ? parts.get(i + 1).charAt(0) : ' ';
        boolean cell = unit.kind() == Unit.Kind.CELL;
        String escaped =
            care == Care.ESCAPED
                ? Escape.fully(part, cell)
                : Escape.lightly(part, before, after, cell);
        if (i == 0) {
          escaped = Escape.start(escaped.stripLeading());
        }
        if (i + 1 == parts.size()) {
          escaped = escaped.stripTrailing();
          escaped = unit.kind() == Unit.Kind.HEADING ? Escape.headingEnd(escaped) : escaped;
        }
        written.append(escaped);
        shadow.append(escaped);
      }
    }
    int columns = columns(unit, care);
    return columns == 0 ? written.toString() : wrapped(unit, written, shadow, columns);
  }

  private static String code(InlineCode code, String raw, Care care) {
    if (code.kind() == InlineCode.Kind.STANDALONE || care == Care.PLAIN) {
      return raw;
    }
    boolean opens = code.kind() == InlineCode.Kind.OPEN;
    // Of a code that closes, only its edges are emphasis: there may be an address between.
    Pattern emphasis = opens ? DELIMITERS : CLOSING;
    return emphasis
        .matcher(raw)
        .replaceAll(
            match ->
                care == Care.ASTERISKS
                    ? match.group().replace('_', '*')
                    : tags(match.group(), opens));
  }

  private static String tags(String delimiters, boolean opens) {
    StringBuilder tags = new StringBuilder();
    int rest = delimiters.length();
    boolean strike = delimiters.charAt(0) == '~';
    if (strike) {
      return opens ? "<del>" : "</del>";
    }
    while (rest > 0) {
      int take = Math.min(rest, 2);
      String name = take == 2 ? "strong" : "em";
      if (opens) {
        tags.append('<').append(name).append('>');
      } else {
        tags.insert(0, "</" + name + ">");
      }
      rest -= take;
    }
    return tags.toString();
  }

  /** Returns as many characters as a code has, none of which a line can end at. */
  private static String shadow(String code) {
    StringBuilder shadow = new StringBuilder();
    for (int i = 0; i < code.length(); i++) {
      shadow.append(i == 0 && code.charAt(0) == '<' ? TAG : CODE);
    }
    return shadow.toString();
  }

  private int columns(Unit unit, Care care) {
    boolean wraps = unit.kind() == Unit.Kind.PARAGRAPH || unit.kind() == Unit.Kind.ITEM;
    // Codes with line ends of their own are left alone.
    boolean simple =
        unit.segment().source().codes().stream().noneMatch(code -> code.original().contains("\n"));
    return wraps && simple && care != Care.ESCAPED ? wrap.columns(unit.columns()) : 0;
  }

  private String wrapped(Unit unit, StringBuilder written, StringBuilder shadow, int columns) {
    int room = Math.max(LineWrap.FEWEST_COLUMNS, columns - Columns.of(unit.prefix()));
    StringBuilder wrapped = new StringBuilder();
    int done = 0;
    for (String line : wrapper.wrap(shadow.toString(), room, room)) {
      if (done > 0) {
        wrapped.append(lineEnd).append(unit.prefix());
        done++;
      }
      wrapped.append(written, done, done + line.length());
      done += line.length();
    }
    return wrapped.toString();
  }
}
