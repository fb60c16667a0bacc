package dev.yiben.formats.block;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.TextRun;
import dev.yiben.formats.markup.Characters;
import dev.yiben.formats.splice.SourceText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes one target as markup. */
final class TargetWriter {
  private static final Pattern LINK = Pattern.compile("<a\\s");

  private final SourceText source;
  private final Unit unit;
  private final Map<String, Slot> slots;
  private final Deque<Slot> loose;
  private final Function<Slot, String> markup;
  private final StringBuilder out = new StringBuilder();
  private int depth;
  private int looseDue;

  /** Whether all codes are in the source's order, so that none crosses what it did not cross. */
  private boolean ordered;

  /**
   * Creates a writer.
   *
   * @param markup returns what to write for a code
   */
  TargetWriter(SourceText source, Unit unit, Function<Slot, String> markup) {
    this.source = source;
    this.unit = unit;
    this.markup = markup;
    this.slots = unit.slots().stream().collect(Collectors.toMap(Slot::placeholder, s -> s));
    this.loose = new ArrayDeque<>(unit.slots().stream().filter(Slot::loose).toList());
  }

  /**
   * Returns whether a target has every code of its source once, pairs nested, and no link in a link
   * where there was none.
   */
  static boolean fits(CodedText source, CodedText target) {
    return target.keepsCodesOf(source)
        && (target.codes().equals(source.codes()) || linksInLinks(target) <= linksInLinks(source));
  }

  private static int linksInLinks(CodedText text) {
    Deque<Boolean> open = new ArrayDeque<>();
    int count = 0;
    for (InlineCode code : text.codes()) {
      boolean link = LINK.matcher(code.original()).find();
      if (code.kind() == InlineCode.Kind.CLOSE) {
        open.pop();
      } else {
        count += link && open.contains(true) ? 1 : 0;
        if (code.kind() == InlineCode.Kind.OPEN) {
          open.push(link);
        }
      }
    }
    return count;
  }

  String write(CodedText target) {
    boolean bare = unit.quote() == Unit.UNQUOTED;
    ordered = isOrdered(target);
    out.append(bare ? "\"" : "");
    for (Inline inline : target.content()) {
      if (inline instanceof TextRun run) {
        out.append(escape(run.text()));
      } else if (inline instanceof InlineCode code) {
        write(code);
      }
    }
    return out.append(bare ? "\"" : "").toString();
  }

  private boolean isOrdered(CodedText target) {
    List<String> placeholders =
        target.codes().stream().map(InlineCode::placeholder).filter(slots::containsKey).toList();
    return placeholders.equals(unit.slots().stream().map(Slot::placeholder).toList());
  }

  private String escape(String text) {
    String escaped = Characters.escape(text, source::canEncode);
    String quoted =
        switch (unit.quote()) {
          case '"', Unit.UNQUOTED -> escaped.replace("\"", "&quot;");
          case '\'' -> escaped.replace("'", "&#39;");
          default -> escaped;
        };
    return unit.escaped() ? Characters.escape(quoted, source::canEncode) : quoted;
  }

  private void write(InlineCode code) {
    Slot slot = slots.get(code.placeholder());
    if (slot == null) {
      out.append(escape(code.original()));
    } else if (slot.loose() && !ordered) {
      looseDue++;
    } else {
      depth += depthChange(code);
      append(slot);
    }
    // A tag whose other half is in another segment would cross a pair that it stood in.
    while (depth == 0 && looseDue > 0) {
      append(loose.remove());
      looseDue--;
    }
  }

  private void append(Slot slot) {
    out.append(markup.apply(slot));
  }

  private static int depthChange(InlineCode code) {
    return switch (code.kind()) {
      case OPEN -> 1;
      case CLOSE -> -1;
      case STANDALONE -> 0;
    };
  }
}
