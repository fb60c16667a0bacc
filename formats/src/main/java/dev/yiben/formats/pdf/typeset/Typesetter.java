package dev.yiben.formats.pdf.typeset;

import dev.yiben.formats.pdf.font.FaceRun;
import dev.yiben.formats.pdf.font.FontLibrary;
import java.util.ArrayList;
import java.util.List;

/** Sets passages. */
public final class Typesetter {
  private static final double STEP = 0.05;

  private final FontLibrary fonts;
  private final double leastScale;

  /**
   * Creates a typesetter.
   *
   * @param leastScale the smallest scale, from 0 to 1
   */
  public Typesetter(FontLibrary fonts, double leastScale) {
    this.fonts = fonts;
    this.leastScale = leastScale;
  }

  /** Returns the largest scale at which a passage fits, at least the smallest. */
  public double scale(Passage passage) {
    return set(passage).scale();
  }

  /** Sets a passage. */
  public Setting set(Passage passage) {
    for (double scale = passage.mostScale(); scale > leastScale; scale -= STEP) {
      Setting setting = at(passage, scale);
      if (!setting.overflows()) {
        return setting;
      }
    }
    return at(passage, leastScale);
  }

  private Setting at(Passage passage, double scale) {
    List<Placed> placed = new ArrayList<>();
    Frame frame = passage.frames().get(0);
    double x = frame.box().left() + frame.firstIndent();
    double y = frame.baseline();
    double size = frame.size() * scale;
    for (Item item : passage.items()) {
      if (item instanceof Item.Inset inset) {
        double right = x + inset.width() * scale;
        placed.add(new Placed.Inset(0, inset.anchor(), x, right, y, inset.code(), scale));
        x = right;
      } else if (item instanceof Item.Text text) {
        for (String word : text.text().split("(?<= )", -1)) {
          List<FaceRun> runs = fonts.faces(word, text.look().style(), passage.language());
          double width = 0;
          for (FaceRun run : runs) {
            width += width(run) * size * text.look().ratio();
          }
          if (x + width > frame.room().right() && x > frame.box().left()) {
            x = frame.box().left();
            y -= frame.leading() * scale;
          }
          for (FaceRun run : runs) {
            double em = size * text.look().ratio();
            double right = x + width(run) * em;
            placed.add(
                new Placed.Text(
                    0,
                    text.anchor(),
                    x,
                    right,
                    y + text.look().rise() * size,
                    run.text(),
                    run.face(),
                    em,
                    1,
                    false,
                    text.look()));
            x = right;
          }
        }
      }
    }
    return new Setting(placed, scale, y < frame.room().bottom());
  }

  private static double width(FaceRun run) {
    return run.text().codePoints().mapToDouble(run.face()::advance).sum();
  }
}
