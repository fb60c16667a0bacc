package dev.yiben.formats.pdf.score;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.TextRun;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Compares a translated PDF file with its source. */
public final class PdfScore {
  private static final Pattern PAGE = Pattern.compile("page-([0-9]{1,7})#.*");

  /** Over how many pages a paragraph may run. */
  private static final int LONGEST_RUN = 3;

  /** A paragraph that goes on on the next page has more letters there. */
  private static final int SHORTEST_PART = 8;

  /** Longer texts are no headers. */
  private static final int LONGEST_MIRROR = 400;

  /** More texts than these do not stand on every page. */
  private static final int MOST_MIRRORS = 500;

  private static final int LONGEST_QUOTE = 40;

  private final PDDocument before;
  private final PDDocument after;
  private final Translated translated;
  private final Map<Integer, PagePair> open = new TreeMap<>();
  private final Map<Integer, List<String>> unread = new TreeMap<>();
  private final Map<String, Mirror> mirrors = new LinkedHashMap<>();

  private PdfScore(PDDocument before, PDDocument after, Translated translated) {
    this.before = before;
    this.after = after;
    this.translated = translated;
  }

  /** A text that may stand on other pages too. */
  private record Mirror(String id, List<String> source, List<String> target) {}

  /**
   * Compares two files.
   *
   * @throws IOException if one of them cannot be read
   */
  public static FileScore of(Path source, Path written, Translated translated) throws IOException {
    boolean same = Files.mismatch(source, written) < 0;
    try (PDDocument before = Loader.loadPDF(source.toFile());
        PDDocument after = Loader.loadPDF(written.toFile())) {
      return new PdfScore(before, after, translated).score(same);
    }
  }

  private FileScore score(boolean same) throws IOException {
    List<String> problems = new ArrayList<>();
    boolean anything =
        translated.segments().stream().anyMatch(s -> translated.replacement(s).isPresent());
    if (!anything && !same) {
      problems.add("nothing is translated, but the files differ");
    }
    Map<Integer, List<Segment>> segments = new TreeMap<>();
    for (Segment segment : translated.segments()) {
      Matcher page = PAGE.matcher(segment.id().value());
      if (page.matches()) {
        segments
            .computeIfAbsent(Integer.parseInt(page.group(1)) - 1, k -> new ArrayList<>())
            .add(segment);
      }
    }
    List<PageScore> pages = new ArrayList<>();
    long glyphs = 0;
    int count = Math.min(before.getNumberOfPages(), after.getNumberOfPages());
    TextFreeRenderer drawBefore = new TextFreeRenderer(before);
    TextFreeRenderer drawAfter = new TextFreeRenderer(after);
    int whole = 0;
    for (int i = 0; i < count; i++) {
      // What is there as a whole is not what a text in pieces, from this page on, is made of.
      while (whole < Math.min(count, i + LONGEST_RUN)) {
        List<Segment> there = segments.getOrDefault(whole, new ArrayList<>());
        // The longest first: short texts are found in longer ones too.
        there.sort(Comparator.comparing((Segment s) -> -s.source().visibleText().length()));
        int page = whole++;
        for (Iterator<Segment> rest = there.iterator(); rest.hasNext(); ) {
          if (takeWhole(rest.next(), page)) {
            rest.remove();
          }
        }
      }
      for (Segment segment : segments.getOrDefault(i, List.of())) {
        take(segment, i);
      }
      PagePair pair = pair(i);
      mirror(pair);
      glyphs +=
          pair.before().stream()
              .filter(g -> !g.letters().isEmpty() && !g.letters().equals("\uFFFD"))
              .count();
      pages.add(judge(pair, drawBefore, drawAfter));
      open.remove(i);
    }
    return new FileScore(
        pages,
        Math.max(0, glyphs - translated.coverage().total()),
        Surroundings.of(before).differences(Surroundings.of(after)),
        same,
        problems);
  }

  private PagePair pair(int page) throws IOException {
    PagePair pair = open.get(page);
    if (pair == null) {
      pair = new PagePair(page, GlyphReader.read(before, page), GlyphReader.read(after, page));
      open.put(page, pair);
    }
    return pair;
  }

  private boolean takeWhole(Segment segment, int page) throws IOException {
    String source = source(segment);
    String target = target(segment);
    if (source.length() < SHORTEST_PART || target.isEmpty()) {
      return false;
    }
    String id = segment.id().value();
    // What codes show may be drawn before or after the rest of the text.
    boolean whole =
        pair(page).takeWhole(id, List.of(source), List.of(target))
            || pair(page)
                .takeWhole(
                    id,
                    pieces(segment.source()),
                    translated.replacement(segment).map(PdfScore::pieces).orElse(List.of()));
    if (whole) {
      keepMirror(segment, source);
    }
    return whole;
  }

  private static String source(Segment segment) {
    return GlyphReader.letters(segment.source().visibleText());
  }

  private String target(Segment segment) {
    return translated
        .replacement(segment)
        .map(CodedText::visibleText)
        .map(GlyphReader::letters)
        .orElse("");
  }

  private void take(Segment segment, int page) throws IOException {
    String source = source(segment);
    String target = target(segment);
    if (translated.replacement(segment).isEmpty()) {
      pair(page).leave(source);
      return;
    }
    PagePair.Rest rest = pair(page).take(segment.id().value(), source, target);
    for (int i = page + 1; i < before.getNumberOfPages() && i < page + LONGEST_RUN; i++) {
      // A few letters that were not found are no reason to look for them elsewhere.
      if (rest.source().length() > Math.max(SHORTEST_PART, source.length() / 20)) {
        rest = pair(i).take(segment.id().value(), rest.source(), rest.target());
      }
    }
    pair(page).scattered(rest.source(), rest.target());
    if (!rest.target().isEmpty()) {
      unread
          .computeIfAbsent(page, k -> new ArrayList<>())
          .add(segment.id() + ": \"" + quote(rest.target()) + "\" of \"" + quote(target) + "\"");
    }
    keepMirror(segment, source);
  }

  private void keepMirror(Segment segment, String source) {
    if (source.length() <= LONGEST_MIRROR && mirrors.size() < MOST_MIRRORS) {
      List<String> pieces = pieces(segment.source());
      if (!pieces.isEmpty()) {
        mirrors.putIfAbsent(
            source,
            new Mirror(
                segment.id().value(),
                pieces,
                translated.replacement(segment).map(PdfScore::pieces).orElse(List.of())));
      }
    }
  }

  /** Returns the letters of a text between codes that show something, such as page numbers. */
  private static List<String> pieces(CodedText text) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (Inline inline : text.content()) {
      if (inline instanceof TextRun run) {
        piece.append(GlyphReader.letters(run.text()));
      } else if (inline instanceof InlineCode code && !code.text().isBlank()) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
    }
    pieces.add(piece.toString());
    pieces.removeIf(String::isEmpty);
    return pieces;
  }

  private static String quote(String text) {
    return text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
  }

  private void mirror(PagePair pair) {
    List<Mirror> longestFirst = new ArrayList<>(mirrors.values());
    longestFirst.sort(
        Comparator.comparing((Mirror mirror) -> -String.join("", mirror.source()).length()));
    for (Mirror mirror : longestFirst) {
      if (pair.lost().isEmpty()) {
        return;
      }
      pair.takeMirror(mirror.id(), mirror.source(), mirror.target());
    }
  }

  private PageScore judge(PagePair pair, TextFreeRenderer drawBefore, TextFreeRenderer drawAfter)
      throws IOException {
    int page = pair.number();
    BufferedImage one = drawBefore.draw(page);
    BufferedImage other = drawAfter.draw(page);
    return new PageJudge(pair)
        .judge(
            before.getPage(page),
            after.getPage(page),
            differing(one, other),
            other,
            unread.getOrDefault(page, List.of()));
  }

  private static long differing(BufferedImage one, BufferedImage other) {
    if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
      return (long) one.getWidth() * one.getHeight();
    }
    long differing = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        if (one.getRGB(x, y) != other.getRGB(x, y)) {
          differing++;
        }
      }
    }
    return differing;
  }
}
