package dev.yiben.formats.format.markdown;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.yiben.formats.block.CodedRun;
import dev.yiben.formats.block.HtmlVocabulary;
import dev.yiben.formats.block.MarkupDocument;
import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.RubyReadings;
import dev.yiben.formats.lines.Columns;
import dev.yiben.formats.markup.MarkupException;
import dev.yiben.formats.splice.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** One Markdown text, cut into units and blocks of HTML. */
final class MarkdownText {
  private static final String STREAM = "text";

  /** Whoever nests deeper does not mean it. */
  private static final int DEEPEST = 100;

  private final String text;
  private final Masks masks;
  private final RubyReadings readings;
  private final List<Unit> units = new ArrayList<>();
  private final List<Html> html = new ArrayList<>();
  private final List<Segment> segments = new ArrayList<>();
  private final Map<String, Long> outside = new TreeMap<>();
  private long total;

  /** A block of HTML that has text. */
  record Html(int start, int end, MarkupDocument document) {}

  private MarkdownText(String text, Masks masks, RubyReadings readings) {
    this.text = text;
    this.masks = masks;
    this.readings = readings;
  }

  static MarkdownText read(String text, RubyReadings readings) {
    FrontMatter front = FrontMatter.of(text);
    // The parser would take front matter for a heading; blank lines it passes over.
    String body =
        text.substring(0, front.end()).replaceAll("[^\\r\\n]", " ") + text.substring(front.end());
    MarkdownText read = new MarkdownText(text, Masks.of(body), readings);
    for (FrontMatter.Value value : front.values()) {
      read.addValue(value.start(), value.end(), value.text(), value.kind(), Role.METADATA);
    }
    read.hide(
        "front-matter",
        text.substring(0, front.end()),
        front.values().stream().mapToLong(value -> Coverage.characters(value.text())).sum());
    Node document =
        Parser.builder()
            .extensions(
                List.of(
                    TablesExtension.create(),
                    StrikethroughExtension.create(),
                    FootnotesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build()
            .parse(read.masks.text());
    read.walk(document);
    int columns = read.fileColumns();
    read.units.replaceAll(unit -> unit.inLinesOf(columns));
    return read;
  }

  /** Returns how wide paragraphs of several lines mostly are: short ones do not show it. */
  private int fileColumns() {
    int[] columns = units.stream().mapToInt(Unit::columns).filter(c -> c > 0).sorted().toArray();
    return columns.length == 0 ? 0 : columns[columns.length / 2];
  }

  String text() {
    return text;
  }

  List<Unit> units() {
    return units;
  }

  List<Html> html() {
    return html;
  }

  /** Returns all segments in order. */
  List<Segment> segments() {
    return segments;
  }

  Coverage coverage() {
    return new Coverage(total, outside);
  }

  private void walk(Node document) {
    Node node = document;
    while (node != null) {
      boolean enters = block(node);
      Node next = enters ? node.getFirstChild() : null;
      while (next == null && node != null) {
        next = node.getNext();
        if (next == null) {
          node = node.getParent();
        }
      }
      node = next;
    }
  }

  /** Reads a block and returns whether there are blocks in it to read. */
  private boolean block(Node node) {
    if (node instanceof Heading) {
      inline(node, Unit.Kind.HEADING, Role.HEADING);
    } else if (node instanceof TableCell) {
      inline(node, Unit.Kind.CELL, Role.TABLE_CELL);
    } else if (node instanceof Paragraph) {
      Node parent = node.getParent();
      if (parent instanceof ListItem) {
        inline(node, Unit.Kind.ITEM, Role.LIST_ITEM);
      } else if (parent instanceof FootnoteDefinition) {
        inline(node, Unit.Kind.ITEM, Role.NOTE);
      } else {
        inline(node, Unit.Kind.PARAGRAPH, Role.PARAGRAPH);
      }
    } else if (node instanceof HtmlBlock block) {
      html(block);
    } else if (node instanceof FencedCodeBlock code) {
      hide("code", code.getLiteral(), 0);
    } else if (node instanceof IndentedCodeBlock code) {
      hide("code", code.getLiteral(), 0);
    } else if (node instanceof LinkReferenceDefinition) {
      if (!node.getSourceSpans().isEmpty()) {
        InlineReader.title(text, Places.start(node), Places.end(node)).ifPresent(this::addTitle);
      }
    } else {
      return true;
    }
    return false;
  }

  private void inline(Node node, Unit.Kind kind, Role role) {
    if (node.getFirstChild() == null) {
      return;
    }
    InlineReader reader = InlineReader.read(text, masks, node);
    if (!reader.isReadable()) {
      hide("unreadable", text.substring(Places.start(node), Places.end(node)), 0);
      return;
    }
    reader.hidden().forEach(hidden -> hide(hidden.rule(), hidden.value(), 0));
    if (reader.run().isVisible()) {
      add(node, reader, kind, role);
    }
    reader.titles().forEach(this::addTitle);
  }

  private void add(Node node, InlineReader reader, Unit.Kind kind, Role role) {
    CodedRun run = reader.run().coded(text);
    Segment segment = new Segment(nextId(), run.text(), role, STREAM);
    boolean wraps = kind == Unit.Kind.PARAGRAPH || kind == Unit.Kind.ITEM;
    units.add(
        new Unit(
            segment,
            run.start(),
            run.end(),
            left(Places.start(node.getFirstChild()), run.start()),
            right(run.end(), Places.end(node.getLastChild())),
            kind,
            run.slots(),
            wraps ? prefix(Places.start(node)) : "",
            wraps ? columns(Places.start(node), run.end()) : 0,
            reader.fixes(),
            reader.signature()));
    add(segment);
  }

  /** Returns the marks right before a range: no blank, and nothing that is hidden. */
  private String left(int from, int end) {
    int start = end;
    while (start > from && isMark(start - 1)) {
      start--;
    }
    return text.substring(start, end);
  }

  private String right(int start, int to) {
    int end = start;
    while (end < to && isMark(end)) {
      end++;
    }
    return text.substring(start, Math.max(start, end));
  }

  private boolean isMark(int i) {
    char c = masks.text().charAt(i);
    return c != masks.sign() && c != '\n' && c != '\r' && c != ' ' && c != '\t';
  }

  private SegmentId nextId() {
    return new SegmentId("block/" + (units.size() + 1));
  }

  private void add(Segment segment) {
    segments.add(segment);
    total += Coverage.characters(segment.source().plainText());
    segment
        .source()
        .codes()
        .forEach(
            code -> {
              if (code.original().equals("⟦") || code.original().equals("⟧")) {
                hide("placeholder-bracket", code.original(), 0);
              }
            });
  }

  private void addTitle(int[] range) {
    String title = text.substring(range[0], range[1]).replaceAll("\\\\(\\p{Punct})", "$1");
    addValue(range[0], range[1], title, Unit.Kind.TITLE, Role.ATTRIBUTE);
  }

  private void addValue(int start, int end, String value, Unit.Kind kind, Role role) {
    if (value.isBlank()
        || value.chars().anyMatch(c -> Character.isISOControl(c) || c == masks.sign())) {
      hide("kept-title", value, 0);
      return;
    }
    Segment segment = new Segment(nextId(), CodedText.of(value), role, STREAM);
    units.add(
        new Unit(segment, start, end, "", "", kind, List.of(), "", 0, List.of(), List.of("value")));
    add(segment);
  }

  private void hide(String rule, String value, long butFor) {
    long characters = Coverage.characters(value) - butFor;
    if (characters > 0) {
      total += characters;
      outside.merge(rule, characters, Long::sum);
    }
  }

  /** Reads HTML that is in no list or quotation, where each of its lines would have a prefix. */
  private void html(HtmlBlock block) {
    int start = Places.start(block);
    int end = Places.end(block);
    Optional<MarkupDocument> document =
        block.getParent() instanceof Document
            ? markup(text.substring(start, end))
            : Optional.empty();
    if (document.isEmpty()) {
      hide("html", block.getLiteral(), 0);
      return;
    }
    html.add(new Html(start, end, document.get()));
    segments.addAll(document.get().segments());
    Coverage coverage = document.get().coverage();
    total += coverage.total();
    coverage.outside().forEach((rule, count) -> outside.merge(rule, count, Long::sum));
  }

  private Optional<MarkupDocument> markup(String block) {
    Optional<SourceText> source = SourceText.decode(block.getBytes(UTF_8), UTF_8);
    boolean data = block.contains("<![CDATA[");
    if (data || source.isEmpty() || !source.get().text().equals(block)) {
      return Optional.empty();
    }
    String place = "html/" + (html.size() + 1);
    try {
      return Optional.of(
          MarkupDocument.read(source.get(), new HtmlVocabulary(block, readings), place, STREAM));
    } catch (MarkupException e) {
      return Optional.empty();
    }
  }

  /** Returns what a further line of a block would begin with, as its first line begins. */
  private String prefix(int start) {
    StringBuilder prefix = new StringBuilder();
    for (int i = lineStart(start); i < start; i++) {
      char c = text.charAt(i);
      prefix.append(c == '>' || c == '\t' ? c : ' ');
    }
    return prefix.toString();
  }

  private int lineStart(int offset) {
    int start = offset;
    while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
      start--;
    }
    return start;
  }

  private int columns(int start, int end) {
    List<String> lines = text.substring(lineStart(start), end).lines().toList();
    return lines.size() < 2 ? 0 : lines.stream().mapToInt(Columns::of).max().orElse(0);
  }
}
