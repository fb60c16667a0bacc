package dev.yiben.formats.format.markdown;

import dev.yiben.formats.block.Run;
import dev.yiben.formats.lines.LineJoint;
import dev.yiben.formats.splice.Patch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Reads the inline content of one block into a run, by the places of its nodes in the text. */
final class InlineReader {
  /** How much of two lines tells how they are joined. */
  private static final int JOINT = 20;

  private static final Pattern TITLE =
      Pattern.compile(
          "[\\s](?:\"(?<double>[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+){0,200}+)\"|'(?<single>[^'\\\\]*+(?:\\\\.[^'\\\\]*+){0,200}+)'"
              + "|\\((?<round>[^()\\\\]*+(?:\\\\.[^()\\\\]*+){0,200}+)\\))\\s*+\\)?\\z",
          Pattern.DOTALL);

  private final String text;
  private final Masks masks;
  private final Run run = new Run();
  private final List<String> signature = new ArrayList<>();
  private final List<Patch> fixes = new ArrayList<>();
  private final List<int[]> titles = new ArrayList<>();
  private final List<Hidden> hidden = new ArrayList<>();
  private final Deque<Integer> open = new ArrayDeque<>();
  private int pairs;
  private boolean readable = true;

  /** Text that is in no segment, and by which rule. */
  record Hidden(String rule, String value) {}

  private InlineReader(String text, Masks masks) {
    this.text = text;
    this.masks = masks;
  }

  /** Reads the children of a block. */
  static InlineReader read(String text, Masks masks, Node block) {
    InlineReader reader = new InlineReader(text, masks);
    Node node = block.getFirstChild();
    while (node != null && reader.readable) {
      boolean entered = reader.enter(node);
      Node next = entered ? node.getFirstChild() : node.getNext();
      while (next == null && node.getParent() != block) {
        node = node.getParent();
        reader.leave(node);
        next = node.getNext();
      }
      node = next;
    }
    return reader;
  }

  Run run() {
    return run;
  }

  List<String> signature() {
    return signature;
  }

  List<Patch> fixes() {
    return fixes;
  }

  /** Returns where the titles of links and pictures stand. */
  List<int[]> titles() {
    return titles;
  }

  List<Hidden> hidden() {
    return hidden;
  }

  /** Returns whether the parser has told where everything is. */
  boolean isReadable() {
    return readable;
  }

  /** Reads a node and returns whether its children are to be read too. */
  private boolean enter(Node node) {
    if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
      lineBreak(node);
      return false;
    }
    if (node.getSourceSpans().isEmpty()) {
      readable = false;
      return false;
    }
    int start = Places.start(node);
    int end = Places.end(node);
    if (node instanceof Text literal) {
      text(start, node.getNext() == null ? end : trimmed(start, end), literal.getLiteral());
      return false;
    }
    if (node instanceof Code code) {
      atom(node, code.getLiteral(), "code");
      return false;
    }
    if (node instanceof HtmlInline html) {
      signature.add("html " + html.getLiteral());
      boolean breaks = html.getLiteral().toLowerCase(Locale.ROOT).startsWith("<br");
      run.code(start, end, breaks ? "\n" : "");
      return false;
    }
    if (node instanceof FootnoteReference reference) {
      atom(node, reference.getLabel(), "note-reference");
      return false;
    }
    if (node instanceof Link link && masks.text().charAt(start) == '<') {
      atom(node, link.getDestination(), "address");
      return false;
    }
    signature.add(name(node));
    if (node.getFirstChild() == null) {
      run.code(start, end, "");
      title(node, start, end);
      return false;
    }
    if (node.getFirstChild().getSourceSpans().isEmpty()
        || node.getLastChild().getSourceSpans().isEmpty()) {
      readable = false;
      return false;
    }
    run.open(start, Places.start(node.getFirstChild()), ++pairs);
    open.push(pairs);
    return true;
  }

  private void leave(Node node) {
    int end = Places.end(node);
    int close = Places.end(node.getLastChild());
    run.close(close, end, open.pop());
    signature.add("/");
    if (node instanceof Link || node instanceof Image) {
      label(node, close, end);
      title(node, close, end);
    }
  }

  private static String name(Node node) {
    if (node instanceof Link link) {
      return "link " + link.getDestination();
    }
    return node instanceof Image image
        ? "image " + image.getDestination()
        : node.getClass().getSimpleName();
  }

  private void atom(Node node, String shown, String rule) {
    signature.add(rule + " " + shown);
    hidden.add(new Hidden(rule, shown));
    run.code(Places.start(node), Places.end(node), shown);
  }

  /** Adds text, of which hidden parts are codes. */
  private void text(int start, int end, String literal) {
    String rest = literal;
    int done = start;
    for (int[] part : masks.in(start, end)) {
      int sign = rest.indexOf(masks.sign());
      if (sign < 0) {
        break;
      }
      run.text(text, done, part[0], rest.substring(0, sign));
      String code = text.substring(part[0], part[1]);
      signature.add("hidden " + code);
      hidden.add(new Hidden("template-or-formula", code));
      if (Masks.isUnseen(code)) {
        run.mark(part[0], part[1]);
      } else {
        run.code(part[0], part[1], code);
      }
      rest = rest.substring(Math.min(rest.length(), sign + part[1] - part[0]));
      done = part[1];
    }
    run.text(text, done, end, rest);
  }

  private int trimmed(int start, int end) {
    int trimmed = end;
    while (trimmed > start
        && (text.charAt(trimmed - 1) == ' ' || text.charAt(trimmed - 1) == '\t')) {
      trimmed--;
    }
    return trimmed;
  }

  /** A line break shows as a space, or is a code: if it is hard, or a line beside it must stay. */
  private void lineBreak(Node node) {
    Node before = node.getPrevious();
    Node after = node.getNext();
    if (before == null || after == null || !located(before) || !located(after)) {
      readable = false;
      return;
    }
    int start =
        before instanceof Text
            ? trimmed(Places.start(before), Places.end(before))
            : Places.end(before);
    int end = Places.start(after);
    if (node instanceof HardLineBreak) {
      signature.add("break");
      run.lineBreak(start, end);
    } else if (isHiddenLine(start - 1, end)) {
      run.lineBreak(start, end);
    } else {
      String line = text.substring(Math.max(0, start - JOINT), start);
      String next = text.substring(end, Math.min(text.length(), end + JOINT));
      String joint = LineJoint.between(line, next);
      run.text(text, start, end, joint);
    }
  }

  private static boolean located(Node node) {
    return !node.getSourceSpans().isEmpty();
  }

  /** Returns whether the line before a line end, or the one after it, is hidden whole. */
  private boolean isHiddenLine(int last, int first) {
    String masked = masks.text();
    return (masked.charAt(last) == masks.sign() && isHiddenUntilEdge(last, -1))
        || (masked.charAt(first) == masks.sign() && isHiddenUntilEdge(first, 1));
  }

  private boolean isHiddenUntilEdge(int from, int step) {
    String masked = masks.text();
    int i = from;
    while (i >= 0 && i < masked.length() && masked.charAt(i) == masks.sign()) {
      i += step;
    }
    // Before the hidden part there may be indents and marks of quotations.
    while (step < 0 && i >= 0 && " \t>".indexOf(masked.charAt(i)) >= 0) {
      i--;
    }
    return i < 0 || i == masked.length() || masked.charAt(i) == '\n' || masked.charAt(i) == '\r';
  }

  /** A link that is its own label gets the label besides, as its text will be another. */
  private void label(Node node, int close, int end) {
    String raw = text.substring(close, end);
    String label = text.substring(Places.start(node) + (node instanceof Image ? 2 : 1), close);
    if (raw.equals("]")) {
      fixes.add(new Patch(end, end, "[" + label + "]"));
    } else if (raw.equals("][]")) {
      fixes.add(new Patch(close + 2, close + 2, label));
    }
  }

  private void title(Node node, int from, int end) {
    String title = node instanceof Link link ? link.getTitle() : ((Image) node).getTitle();
    if (title != null && text.charAt(end - 1) == ')') {
      title(text, from, end).ifPresent(titles::add);
    }
  }

  /** Returns where the title stands at the end of a link or of a definition. */
  static Optional<int[]> title(String text, int from, int end) {
    Matcher matcher = TITLE.matcher(text).region(from, end);
    if (!matcher.find()) {
      return Optional.empty();
    }
    for (String group : List.of("double", "single", "round")) {
      if (matcher.group(group) != null) {
        return Optional.of(new int[] {matcher.start(group), matcher.end(group)});
      }
    }
    return Optional.empty();
  }
}
