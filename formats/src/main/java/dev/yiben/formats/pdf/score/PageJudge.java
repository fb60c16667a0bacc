package dev.yiben.formats.pdf.score;

import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/** Judges a page whose texts have been found. */
final class PageJudge {
  private static final int LONGEST_QUOTE = 40;

  /** A text that lies over others with more of its area is named. */
  private static final double NOTABLE_OVERLAP = 0.02;

  private static final double NOTABLE_IOU = 0.5;

  private final PagePair pair;
  private final List<String> findings = new ArrayList<>();
  private final List<Double> iou = new ArrayList<>();
  private final List<Double> scales = new ArrayList<>();
  private double blockArea;
  private double overlap;

  PageJudge(PagePair pair) {
    this.pair = pair;
  }

  /**
   * Judges the page.
   *
   * @param differing pixels that differ where the pages are drawn without text
   * @param drawn the translated page without text
   * @param unread targets that were not found as a whole, in words
   */
  PageScore judge(
      PDPage before, PDPage after, long differing, BufferedImage drawn, List<String> unread) {
    String missing = pair.missing();
    if (!missing.isEmpty()) {
      unread.forEach(text -> findings.add("(g) cannot be extracted: " + text));
    }
    if (differing > 0) {
      findings.add("(a) " + differing + " pixels differ where no text is");
    }
    blocks(new Backdrop(drawn, after));
    List<ShownGlyph> lost = pair.lost();
    List<ShownGlyph> strays = pair.strays();
    if (!lost.isEmpty()) {
      findings.add("(e) lost: " + quote(lost));
    }
    if (!strays.isEmpty()) {
      findings.add("(e) not asked for: " + quote(strays));
    }
    List<ShownGlyph> bad =
        pair.fresh().stream().filter(glyph -> glyph.missing() || !glyph.embedded()).toList();
    List<ShownGlyph> faulty = bad.stream().filter(glyph -> !isKnownFont(glyph)).toList();
    if (!faulty.isEmpty()) {
      findings.add("(g) not in an embedded font: " + quote(faulty));
    }
    List<PDAnnotationLink> links = links(before);
    int lostLinks = lostLinks(links, links(after));
    return new PageScore(
        pair.number() + 1,
        differing,
        pair.blocks().size(),
        iou,
        blockArea,
        overlap,
        scales,
        (int) pair.before().stream().filter(glyph -> !glyph.letters().isEmpty()).count(),
        lost.size() + strays.size(),
        missing.length(),
        faulty.size(),
        links.size(),
        lostLinks,
        findings);
  }

  /** A font of the source that is not embedded is none of the translation's faults. */
  private boolean isKnownFont(ShownGlyph glyph) {
    return pair.before().stream().anyMatch(other -> other.font().equals(glyph.font()));
  }

  private void blocks(Backdrop backdrop) {
    List<Block> blocks = pair.blocks();
    Collisions before = new Collisions(pair.before(), blocks.stream().map(Block::before).toList());
    Collisions after = new Collisions(pair.after(), blocks.stream().map(Block::after).toList());
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      List<ShownGlyph> source = block.before().stream().map(pair.before()::get).toList();
      List<ShownGlyph> target = block.after().stream().map(pair.after()::get).toList();
      Area from = Block.place(source);
      Area to = Block.place(target);
      double area = Block.size(to);
      double common = Block.overlap(from, to);
      iou.add(common);
      if (common < NOTABLE_IOU) {
        findings.add(block.id() + ": (b) IoU " + percent(common) + " of " + quote(source));
      }
      if (source.isEmpty() || target.isEmpty()) {
        continue;
      }
      scales.add(size(target) / size(source));
      double over = after.area(i, block.after()) - before.area(i, block.before());
      double beyond = outside(backdrop, target) - outside(backdrop, source);
      List<Rectangle2D> visible =
          target.stream().filter(ShownGlyph::visible).map(ShownGlyph::box).toList();
      double on = backdrop.differing(from, visible);
      double sum = Math.max(0, over) + Math.max(0, beyond) + on;
      if (sum > NOTABLE_OVERLAP * area) {
        findings.add(
            String.format(
                Locale.ROOT,
                "%s: (c) %.0f sq pt over text, %.0f off the page, %.0f over drawings: %s",
                block.id(),
                Math.max(0, over),
                Math.max(0, beyond),
                on,
                quote(target)));
      }
      blockArea += area;
      overlap += sum;
    }
  }

  private static double outside(Backdrop backdrop, List<ShownGlyph> text) {
    return text.stream()
        .filter(ShownGlyph::visible)
        .mapToDouble(glyph -> backdrop.outside(glyph.box()))
        .sum();
  }

  private static double size(List<ShownGlyph> text) {
    double[] sizes = text.stream().mapToDouble(ShownGlyph::size).sorted().toArray();
    return sizes.length == 0 ? Double.NaN : Math.max(1e-6, sizes[sizes.length / 2]);
  }

  private static List<PDAnnotationLink> links(PDPage page) {
    List<PDAnnotationLink> links = new ArrayList<>();
    try {
      for (PDAnnotation annotation : page.getAnnotations()) {
        if (annotation instanceof PDAnnotationLink link && link.getRectangle() != null) {
          links.add(link);
        }
      }
    } catch (IOException e) {
      // Then there are none to follow, before as after.
      return List.of();
    }
    return links;
  }

  private int lostLinks(List<PDAnnotationLink> before, List<PDAnnotationLink> after) {
    int lost = 0;
    for (int i = 0; i < before.size(); i++) {
      Rectangle2D from = box(before.get(i));
      List<Integer> anchor = within(from, pair.before());
      if (anchor.isEmpty()) {
        continue;
      }
      List<Integer> now = i < after.size() ? within(box(after.get(i)), pair.after()) : List.of();
      boolean stays = i < after.size() && !now.isEmpty() && from.equals(box(after.get(i)));
      if (!stays && !isSameText(anchor, now)) {
        lost++;
        findings.add(
            "(f) link "
                + (i + 1)
                + " was on "
                + quote(anchor.stream().map(pair.before()::get).toList())
                + ", is on "
                + quote(now.stream().map(pair.after()::get).toList()));
      }
    }
    return lost;
  }

  /**
   * Returns whether a link stands on the translation of what it stood on, or on what has stayed.
   */
  private boolean isSameText(List<Integer> anchor, List<Integer> now) {
    List<Block> blocks =
        pair.blocks().stream()
            .filter(block -> anchor.stream().anyMatch(block.before()::contains))
            .toList();
    if (blocks.isEmpty()) {
      return !now.isEmpty();
    }
    return blocks.stream().anyMatch(block -> now.stream().anyMatch(block.after()::contains));
  }

  private static List<Integer> within(Rectangle2D area, List<ShownGlyph> glyphs) {
    List<Integer> within = new ArrayList<>();
    for (int i = 0; i < glyphs.size(); i++) {
      Rectangle2D box = glyphs.get(i).box();
      if (area.contains(box.getCenterX(), box.getCenterY())) {
        within.add(i);
      }
    }
    return within;
  }

  private static Rectangle2D box(PDAnnotationLink link) {
    PDRectangle box = link.getRectangle();
    return new Rectangle2D.Double(
        box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }

  private static String quote(List<ShownGlyph> glyphs) {
    StringBuilder text = new StringBuilder();
    glyphs.forEach(glyph -> text.append(glyph.letters()));
    return glyphs.size()
        + " glyphs \""
        + (text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text)
        + "\"";
  }
}
