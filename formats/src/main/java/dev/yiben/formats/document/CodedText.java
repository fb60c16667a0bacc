package dev.yiben.formats.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with inline codes, immutable.
 *
 * <p>Its <em>marked</em> form, {@link #marked()}, writes each code as a placeholder: {@code ⟦1⟧}
 * and {@code ⟦/1⟧} for the halves of a pair, {@code ⟦2⟧} for a standalone code. Prompts, the store
 * and reports use that form; {@link #withMarked} reads it back. A bracket {@code ⟦} or {@code ⟧} of
 * the document's own is a standalone code, so that marked text is never ambiguous.
 */
public final class CodedText {
  private static final Pattern PLACEHOLDER = Pattern.compile("⟦(/?[0-9]{1,6})⟧");

  private final List<Inline> content;

  private CodedText(List<Inline> content) {
    this.content = content;
  }

  /** Returns a text of content that is immutable, though not all of it need be in memory. */
  static CodedText ofPacked(List<Inline> content) {
    return new CodedText(content);
  }

  /** Returns a builder of a segment's source. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a text without codes, but for brackets of the placeholders' kind. */
  public static CodedText of(String text) {
    return builder().text(text).build();
  }

  /** Returns a text of runs and codes that have their numbers already. */
  public static CodedText of(List<Inline> content) {
    return new CodedText(List.copyOf(content));
  }

  /** Returns the runs and codes in order. */
  public List<Inline> content() {
    return content;
  }

  /** Returns the codes in order. */
  public List<InlineCode> codes() {
    List<InlineCode> codes = new ArrayList<>();
    for (Inline inline : content) {
      if (inline instanceof InlineCode code) {
        codes.add(code);
      }
    }
    return Collections.unmodifiableList(codes);
  }

  /** Returns whether every pair that opens closes, and after all that opened in it. */
  public boolean isNested() {
    Deque<Integer> open = new ArrayDeque<>();
    for (InlineCode code : codes()) {
      switch (code.kind()) {
        case OPEN -> open.push(code.number());
        case CLOSE -> {
          if (open.isEmpty() || open.pop() != code.number()) {
            return false;
          }
        }
        case STANDALONE -> {}
      }
    }
    return open.isEmpty();
  }

  /** Returns whether every code of a source is here once, and pairs are nested. */
  public boolean keepsCodesOf(CodedText source) {
    List<InlineCode> codes = codes();
    return isNested()
        && (codes.equals(source.codes())
            || placeholders(codes).equals(placeholders(source.codes())));
  }

  private static List<String> placeholders(List<InlineCode> codes) {
    return codes.stream().map(InlineCode::placeholder).sorted().toList();
  }

  /** Returns the text without its codes. */
  public String plainText() {
    StringBuilder plain = new StringBuilder();
    for (Inline inline : content) {
      if (inline instanceof TextRun run) {
        plain.append(run.text());
      }
    }
    return plain.toString();
  }

  /** Returns the text as a reader sees it: with what each code shows in its place. */
  public String visibleText() {
    StringBuilder visible = new StringBuilder();
    for (Inline inline : content) {
      visible.append(inline instanceof TextRun run ? run.text() : ((InlineCode) inline).text());
    }
    return visible.toString();
  }

  /**
   * Returns the text for finding words in it: without its codes, but with a space in the place of
   * one that shows something, such as a line break or a footnote reference.
   */
  public String wordText() {
    StringBuilder words = new StringBuilder();
    for (Inline inline : content) {
      if (inline instanceof TextRun run) {
        words.append(run.text());
      } else if (!((InlineCode) inline).text().isEmpty()
          && !words.isEmpty()
          && !Character.isWhitespace(words.charAt(words.length() - 1))) {
        words.append(' ');
      }
    }
    return words.toString();
  }

  /** Returns the text with a placeholder for each code. */
  public String marked() {
    StringBuilder marked = new StringBuilder();
    for (Inline inline : content) {
      marked.append(
          inline instanceof TextRun run ? run.text() : ((InlineCode) inline).placeholder());
    }
    return marked.toString();
  }

  /**
   * Reads marked text whose placeholders are this text's codes.
   *
   * <p>Codes may be missing, repeated or out of order: whether that is a fault is the caller's to
   * say.
   *
   * @throws IllegalArgumentException if a placeholder names a code that this text has not, or a
   *     bracket stands alone
   */
  public CodedText withMarked(String marked) {
    Map<String, InlineCode> codes = new HashMap<>();
    for (InlineCode code : codes()) {
      codes.putIfAbsent(code.placeholder(), code);
    }
    List<Inline> parsed = new ArrayList<>();
    Matcher matcher = PLACEHOLDER.matcher(marked);
    int end = 0;
    while (matcher.find()) {
      addRun(parsed, marked.substring(end, matcher.start()));
      InlineCode code = codes.get(matcher.group());
      if (code == null) {
        throw new IllegalArgumentException("Unknown placeholder " + matcher.group());
      }
      parsed.add(code);
      end = matcher.end();
    }
    addRun(parsed, marked.substring(end));
    return new CodedText(List.copyOf(parsed));
  }

  private static void addRun(List<Inline> content, String text) {
    if (text.indexOf('⟦') >= 0 || text.indexOf('⟧') >= 0) {
      throw new IllegalArgumentException("Broken placeholder in " + text);
    }
    if (!text.isEmpty()) {
      content.add(new TextRun(text));
    }
  }

  /** Returns whether there is no text besides codes and white space. */
  public boolean isBlank() {
    return plainText().isBlank();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CodedText that && content.equals(that.content);
  }

  @Override
  public int hashCode() {
    return content.hashCode();
  }

  @Override
  public String toString() {
    return marked();
  }

  /** Collects text and codes in document order and numbers the codes as they come. */
  public static final class Builder {
    private final List<Inline> content = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private final Set<Integer> open = new TreeSet<>();
    private int lastNumber;

    private Builder() {}

    /** Adds text; its brackets {@code ⟦ ⟧} become standalone codes. */
    public Builder text(String text) {
      int from = 0;
      for (int i = 0; i < text.length(); i++) {
        char character = text.charAt(i);
        if (character == '⟦' || character == '⟧') {
          run.append(text, from, i);
          standalone(String.valueOf(character), String.valueOf(character));
          from = i + 1;
        }
      }
      run.append(text, from, text.length());
      return this;
    }

    /** Adds the first half of a pair and returns the number to close it with. */
    public int open(String original) {
      int number = add(InlineCode.Kind.OPEN, original, "");
      open.add(number);
      return number;
    }

    /**
     * Adds the second half of a pair.
     *
     * @throws IllegalArgumentException if no pair of that number is open
     */
    public Builder close(int number, String original) {
      if (!open.remove(number)) {
        throw new IllegalArgumentException("No pair " + number + " is open");
      }
      flush();
      content.add(new InlineCode(number, InlineCode.Kind.CLOSE, original, ""));
      return this;
    }

    /** Adds a code that stands alone and shows {@code text} to a reader. */
    public Builder standalone(String original, String text) {
      add(InlineCode.Kind.STANDALONE, original, text);
      return this;
    }

    /**
     * Returns the text.
     *
     * @throws IllegalStateException if a pair is still open
     */
    public CodedText build() {
      if (!open.isEmpty()) {
        throw new IllegalStateException("Pairs left open: " + open);
      }
      flush();
      return new CodedText(List.copyOf(content));
    }

    private int add(InlineCode.Kind kind, String original, String text) {
      flush();
      lastNumber++;
      content.add(new InlineCode(lastNumber, kind, original, text));
      return lastNumber;
    }

    private void flush() {
      if (!run.isEmpty()) {
        content.add(new TextRun(run.toString()));
        run.setLength(0);
      }
    }
  }
}
