package dev.yiben.formats.format.ass;

import dev.yiben.formats.cue.Oddities;
import dev.yiben.formats.cue.Oddity;
import dev.yiben.formats.format.Coverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds the {@code Dialogue} lines and styles of a file.
 *
 * <p>As tolerant as players are, and more: sections in any order and case, with {@code Format}
 * lines or without, and lines of dialogue also where the header of their section is missing.
 */
final class ScriptScanner {
  private static final Pattern EVENTS_HEADER =
      Pattern.compile("(?im)^[ \\t\\p{Cf}\\x00]*+\\[[ \\t]*+events[ \\t]*+\\]?+[ \\t]*+$");

  private static final Set<String> OTHER_EVENTS = Set.of("picture", "sound", "movie", "command");
  private static final int MOST_CHARACTERS = 100_000;

  private final String text;
  private final boolean hasEventsHeader;
  private final List<Event> events = new ArrayList<>();
  private final List<Style> styles = new ArrayList<>();
  private final Map<String, Long> outside = new TreeMap<>();
  private final Oddities oddities = new Oddities();

  private Section section = Section.OTHER;
  private FieldOrder eventFields = FieldOrder.EVENTS;
  private FieldOrder styleFields = FieldOrder.STYLES;
  private int wrapStyle;
  private boolean templates;
  private int dialogues;

  private ScriptScanner(String text) {
    this.text = text;
    this.hasEventsHeader = EVENTS_HEADER.matcher(text).find();
  }

  /** Reads a whole file. */
  static Script scan(String text) {
    ScriptScanner scanner = new ScriptScanner(text);
    int position = 0;
    while (position < text.length()) {
      int end = position;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      scanner.line(position, end);
      position = end + (text.startsWith("\r\n", end) ? 2 : 1);
    }
    if (!scanner.hasEventsHeader && scanner.dialogues > 0) {
      scanner.oddities.add(Oddity.NO_EVENTS_HEADER, 0);
    }
    return new Script(
        List.copyOf(scanner.events),
        List.copyOf(scanner.styles),
        scanner.wrapStyle,
        scanner.templates,
        scanner.outside,
        scanner.oddities.notices(text));
  }

  private void line(int start, int end) {
    String content = trimmed(start, end);
    Optional<Section> begun = section.begunBy(content);
    if (begun.isPresent()) {
      section = begun.get();
    } else if (section != Section.ATTACHMENTS && !isRemark(content)) {
      int colon = start + text.substring(start, end).indexOf(':');
      boolean hasKey = colon >= start;
      String key = hasKey ? trimmed(start, colon) : "";
      keyedLine(key.toLowerCase(Locale.ROOT), content, start, hasKey ? colon + 1 : start, end);
    }
  }

  private String trimmed(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isInvisible(text.charAt(start))) {
      start++;
    }
    while (start < end && isInvisible(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isInvisible(char character) {
    return character == 0
        || Character.isWhitespace(character)
        || Character.getType(character) == Character.FORMAT;
  }

  private static boolean isRemark(String content) {
    return content.isEmpty() || content.startsWith(";") || content.startsWith("!:");
  }

  private void keyedLine(String key, String content, int start, int valueStart, int end) {
    String value = text.substring(valueStart, end).strip();
    boolean inEvents = section == Section.EVENTS || !hasEventsHeader;
    if (key.equals("format")) {
      format(FieldOrder.parse(value), inEvents, start);
    } else if (key.equals("dialogue") && inEvents) {
      dialogue(valueStart, end);
    } else if (key.equals("comment") && inEvents) {
      comment(valueStart, end);
    } else if (section == Section.STYLES && key.equals("style")) {
      style(start, valueStart, end);
    } else if (section == Section.INFO && key.equals("wrapstyle") && value.matches("[0-3]")) {
      wrapStyle = value.charAt(0) - '0';
    } else if (section == Section.EVENTS && !OTHER_EVENTS.contains(key)) {
      count("unknown-line", content);
      oddities.add(Oddity.UNKNOWN_LINE, start);
    }
  }

  private void format(FieldOrder fields, boolean inEvents, int start) {
    if (inEvents && fields.of("text") >= 0) {
      eventFields = fields;
      if (fields.of("text") < fields.names().size() - 1) {
        oddities.add(Oddity.FIELDS_AFTER_TEXT, start);
      }
    } else if (section == Section.EVENTS) {
      oddities.add(Oddity.FORMAT_WITHOUT_TEXT, start);
      eventFields = FieldOrder.EVENTS;
    } else if (section == Section.STYLES && fields.of("name") >= 0) {
      styleFields = fields;
    }
  }

  private void dialogue(int from, int end) {
    dialogues++;
    int last = eventFields.of("text");
    List<Integer> starts = FieldOrder.starts(text, from, end, last);
    if (starts.size() <= last) {
      count("broken-line", text.substring(from, end));
      oddities.add(Oddity.TOO_FEW_FIELDS, from);
      return;
    }
    int textStart = starts.get(last);
    if (end - textStart > MOST_CHARACTERS) {
      count("broken-line", text.substring(textStart, end));
      oddities.add(Oddity.TOO_LONG, from);
      return;
    }
    OptionalLong begin = ScriptTime.parse(field(starts, "start"));
    OptionalLong until = ScriptTime.parse(field(starts, "end"));
    if (begin.isEmpty() || until.isEmpty()) {
      oddities.add(Oddity.UNREADABLE_TIME, from);
    } else if (until.getAsLong() < begin.getAsLong()) {
      oddities.add(Oddity.ENDS_BEFORE_IT_BEGINS, from);
    }
    String effect = field(starts, "effect");
    templates |= EventRules.isMade(effect);
    events.add(
        new Event(
            dialogues,
            begin,
            until,
            styleName(field(starts, "style")),
            field(starts, "name"),
            effect,
            textStart,
            end));
  }

  private void comment(int from, int end) {
    int last = eventFields.of("text");
    List<Integer> starts = FieldOrder.starts(text, from, end, last);
    templates |= starts.size() > last && EventRules.isMade(field(starts, "effect"));
    count("comment-line", text.substring(starts.get(Math.min(last, starts.size() - 1)), end));
  }

  private void style(int lineStart, int from, int end) {
    int size = styleFields.of("fontsize");
    int name = styleFields.of("name");
    List<Integer> starts = FieldOrder.starts(text, from, end, styleFields.names().size());
    if (name >= starts.size()) {
      oddities.add(Oddity.TOO_FEW_FIELDS, from);
      return;
    }
    int nameStart = starts.get(name);
    int nameEnd = fieldEnd(starts, name, end);
    while (nameStart < nameEnd && text.charAt(nameStart) == ' ') {
      nameStart++;
    }
    boolean sized = size >= 0 && size < starts.size();
    int sizeStart = sized ? starts.get(size) : end;
    int sizeEnd = sized ? fieldEnd(starts, size, end) : end;
    styles.add(
        new Style(
            styleName(text.substring(nameStart, nameEnd)),
            lineStart,
            end,
            nameStart,
            nameEnd,
            sizeStart,
            sizeEnd));
  }

  private static int fieldEnd(List<Integer> starts, int field, int end) {
    return field + 1 < starts.size() ? starts.get(field + 1) - 1 : end;
  }

  private String field(List<Integer> starts, String name) {
    int field = eventFields.of(name);
    return field < 0 || field + 1 >= starts.size()
        ? ""
        : text.substring(starts.get(field), starts.get(field + 1) - 1).strip();
  }

  private static String styleName(String field) {
    return field.strip().replaceFirst("^\\*+", "");
  }

  private void count(String rule, String content) {
    long characters = Coverage.characters(content);
    if (characters > 0) {
      outside.merge(rule, characters, Long::sum);
    }
  }
}
