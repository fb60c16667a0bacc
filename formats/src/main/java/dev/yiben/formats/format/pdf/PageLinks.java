package dev.yiben.formats.format.pdf;

import dev.yiben.formats.pdf.layout.Line;
import dev.yiben.formats.pdf.layout.PageLayout;
import dev.yiben.formats.pdf.layout.Paragraph;
import dev.yiben.formats.pdf.layout.Word;
import dev.yiben.formats.pdf.page.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * The links of a page, and which words they are over (ISO 32000-2, 12.5.6.5).
 *
 * <p>Only links over words of one paragraph have an anchor text. Others, such as those over
 * pictures and whole panels, stay where they are whatever becomes of the text.
 */
final class PageLinks {
  /** More than any page has. */
  private static final int MOST_LINKS = 5_000;

  /** The part of a link that its words cover at least. */
  private static final double COVERED = 0.15;

  private final List<COSDictionary> links = new ArrayList<>();
  private final List<List<Box>> areas = new ArrayList<>();
  private final Set<Integer> anchored = new HashSet<>();

  private PageLinks() {}

  /** Finds the links of a page. */
  static PageLinks of(PDPage page, PageLayout layout) {
    PageLinks links = new PageLinks();
    COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
    for (int i = 0;
        annotations != null && i < annotations.size() && links.links.size() < MOST_LINKS;
        i++) {
      if (annotations.getObject(i) instanceof COSDictionary annotation
          && COSName.getPDFName("Link").equals(annotation.getCOSName(COSName.SUBTYPE))) {
        links.links.add(annotation);
        links.areas.add(areas(annotation));
      }
    }
    if (!links.links.isEmpty()) {
      links.findAnchored(layout.paragraphs());
    }
    return links;
  }

  /** Returns links by their numbers. */
  List<COSDictionary> all(List<Integer> numbers) {
    return numbers.stream().map(links::get).toList();
  }

  /** Returns the links that a whole paragraph is the anchor text of; none if it is not. */
  List<Integer> over(Paragraph paragraph) {
    List<Integer> over = new ArrayList<>();
    for (Line line : paragraph.lines()) {
      for (Word word : line.words()) {
        int at = anchored.isEmpty() ? -1 : at(paragraph.direction().onPage(word.box()));
        if (at < 0 || (!over.isEmpty() && !same(at, over.get(0)))) {
          return List.of();
        }
        if (!over.contains(at)) {
          over.add(at);
        }
      }
    }
    return over;
  }

  /**
   * Returns the number of the link that has a word in its anchor text; -1 if none has.
   *
   * @param word its box on the page
   */
  int at(Box word) {
    int hit = hit(word);
    return anchored.contains(hit) ? hit : -1;
  }

  /** Returns whether two links lead to the same place, as those over two lines of one text do. */
  boolean same(int one, int other) {
    COSDictionary first = links.get(one);
    COSDictionary second = links.get(other);
    return same(first.getDictionaryObject(COSName.DEST), second.getDictionaryObject(COSName.DEST))
        && same(first.getDictionaryObject(COSName.A), second.getDictionaryObject(COSName.A));
  }

  private static boolean same(COSBase one, COSBase other) {
    if (one == other) {
      return true;
    }
    if (one instanceof COSDictionary first && other instanceof COSDictionary second) {
      return first.containsKey(COSName.S)
          && first.keySet().equals(second.keySet())
          && first.keySet().stream()
              .allMatch(
                  key -> leaf(first.getDictionaryObject(key), second.getDictionaryObject(key)));
    }
    return leaf(one, other);
  }

  private static boolean leaf(COSBase one, COSBase other) {
    if (one instanceof COSArray first && other instanceof COSArray second) {
      boolean same = first.size() == second.size();
      for (int i = 0; same && i < first.size(); i++) {
        COSBase element = first.getObject(i);
        same = element == second.getObject(i) || isEqual(element, second.getObject(i));
      }
      return same;
    }
    return one == other || isEqual(one, other);
  }

  private static boolean isEqual(COSBase one, COSBase other) {
    boolean compound = one instanceof COSDictionary || one instanceof COSArray;
    return one != null && !compound && one.equals(other);
  }

  private int hit(Box word) {
    for (int i = 0; i < areas.size(); i++) {
      for (Box area : areas.get(i)) {
        if (word.centerX() > area.left()
            && word.centerX() < area.right()
            && word.centerY() > area.bottom()
            && word.centerY() < area.top()) {
          return i;
        }
      }
    }
    return -1;
  }

  private void findAnchored(List<Paragraph> paragraphs) {
    double[] covered = new double[links.size()];
    int[] paragraph = new int[links.size()];
    Arrays.fill(paragraph, -1);
    Set<Integer> several = new HashSet<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      Paragraph one = paragraphs.get(i);
      List<Word> words = one.lines().stream().flatMap(line -> line.words().stream()).toList();
      for (Word word : words) {
        Box box = one.direction().onPage(word.box());
        int hit = hit(box);
        if (hit >= 0) {
          covered[hit] += box.area();
          if (paragraph[hit] >= 0 && paragraph[hit] != i) {
            several.add(hit);
          }
          paragraph[hit] = i;
        }
      }
    }
    for (int i = 0; i < covered.length; i++) {
      double area = areas.get(i).stream().mapToDouble(Box::area).sum();
      if (covered[i] > COVERED * area && !several.contains(i)) {
        anchored.add(i);
      }
    }
  }

  /** Returns what a link covers: its quadrilaterals if it has any, else its rectangle. */
  private static List<Box> areas(COSDictionary link) {
    List<Box> areas = new ArrayList<>();
    float[] quads = numbers(link.getCOSArray(COSName.QUADPOINTS));
    for (int i = 0; i + 8 <= quads.length; i += 8) {
      areas.add(around(Arrays.copyOfRange(quads, i, i + 8)));
    }
    float[] rectangle = numbers(link.getCOSArray(COSName.RECT));
    if (areas.isEmpty() && rectangle.length == 4) {
      areas.add(around(rectangle));
    }
    return areas;
  }

  private static float[] numbers(COSArray array) {
    if (array == null) {
      return new float[0];
    }
    float[] numbers = new float[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.getObject(i) instanceof COSNumber number ? number.floatValue() : 0;
    }
    return numbers;
  }

  private static Box around(float[] points) {
    Box box = new Box(points[0], points[1], points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      box = box.union(new Box(points[i], points[i + 1], points[i], points[i + 1]));
    }
    return box;
  }
}
