package dev.yiben.formats.pdf.edit;

import dev.yiben.formats.pdf.page.Glyph;
import dev.yiben.formats.pdf.page.Paint;
import dev.yiben.formats.pdf.page.TextState;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.util.Matrix;

/** What is drawn in the place of a glyph. */
final class Block {
  private final Glyph where;
  private final List<Show> shows = new ArrayList<>();

  /**
   * Text to show.
   *
   * @param codes the codes of its glyphs
   * @param pose turns a unit of one em into its place on the page
   * @param weight width of the line, in em, that outlines are drawn with besides
   */
  private record Show(COSName font, COSString codes, Matrix pose, Paint paint, double weight) {

    boolean isPaintedAs(Show other) {
      return other != null
          && weight == other.weight
          && paint.equals(other.paint)
          // The line is as wide as the size of the text wants it.
          && (weight == 0 || pose.getScalingFactorY() == other.pose.getScalingFactorY());
    }
  }

  Block(Glyph where) {
    this.where = where;
  }

  Glyph where() {
    return where;
  }

  void add(COSName font, byte[] codes, Matrix pose, Paint paint, double weight) {
    double line = paint.renderMode() == 0 ? weight : 0;
    shows.add(new Show(font, new COSString(codes), pose, paint, line));
  }

  /** Writes a text object of its own. */
  void writeObject(Tokens out) {
    out.operator("q");
    out.operator("BT");
    out.operator("Tc", Tokens.number(0));
    out.operator("Tw", Tokens.number(0));
    out.operator("Tz", Tokens.number(100));
    out.operator("Ts", Tokens.number(0));
    show(true, out);
    out.operator("ET");
    out.operator("Q");
  }

  /**
   * Writes within the text object, and leaves the text state as it was.
   *
   * @param font name of the font that is set
   */
  void writeWithin(COSName font, Tokens out) {
    TextState state = where.place().state();
    spacing(state, true, out);
    // Colours that could not be put back stay.
    boolean colored = !state.colors().isEmpty();
    show(colored, out);
    if (colored) {
      out.tokens(state.colors());
      out.operator("Tr", Tokens.number(state.renderMode()));
    }
    spacing(state, false, out);
    out.operator("Tf", font, Tokens.exact(state.size()));
    out.operator("Tm", Tokens.matrix(state.line()));
    double back = back(state);
    if (back != 0) {
      out.operator("TJ", Tokens.array(List.of(Tokens.number(back))));
    }
  }

  private static void spacing(TextState state, boolean away, Tokens out) {
    set("Tc", state.characterSpacing(), 0, away, out);
    set("Tw", state.wordSpacing(), 0, away, out);
    set("Tz", state.stretch(), 100, away, out);
    set("Ts", state.rise(), 0, away, out);
  }

  private static void set(String operator, float value, float usual, boolean away, Tokens out) {
    if (value != usual) {
      out.operator(operator, Tokens.exact(away ? usual : value));
    }
  }

  /** Returns the number that moves from the begin of the line to the text matrix. */
  private double back(TextState state) {
    Matrix line = state.line();
    double a = line.getScaleX();
    double b = line.getShearY();
    double c = line.getShearX();
    double d = line.getScaleY();
    double right = state.text().getTranslateX() - line.getTranslateX();
    double up = state.text().getTranslateY() - line.getTranslateY();
    double area = a * d - b * c;
    if (area == 0 || state.size() == 0 || state.stretch() == 0) {
      return 0;
    }
    return where.direction().vertical()
        ? -1000 * (a * up - b * right) / area / state.size()
        : -1000 * (d * right - c * up) / area / (state.size() * state.stretch() / 100);
  }

  private void show(boolean colored, Tokens out) {
    AffineTransform fromPage;
    try {
      fromPage = where.place().state().toPage().createAffineTransform().createInverse();
    } catch (NoninvertibleTransformException e) {
      // Then nothing shows here, before and after.
      return;
    }
    Show last = null;
    for (Show show : shows) {
      AffineTransform pose = show.pose.createAffineTransform();
      pose.preConcatenate(fromPage);
      Matrix here = new Matrix(pose);
      if (colored && !show.isPaintedAs(last)) {
        paint(show, here, out);
      }
      if (last == null || !show.font.equals(last.font)) {
        out.operator("Tf", show.font, Tokens.number(1));
      }
      out.operator("Tm", Tokens.matrix(here));
      out.operator("Tj", show.codes);
      last = show;
    }
  }

  private static void paint(Show show, Matrix here, Tokens out) {
    List<Object> setting = show.paint.setting();
    out.tokens(setting);
    if (show.weight > 0) {
      out.tokens(Tokens.stroking(setting));
      out.operator("w", Tokens.exact((float) (show.weight * here.getScalingFactorY())));
      out.operator("Tr", Tokens.number(2));
    } else {
      out.operator("Tr", Tokens.number(show.paint.renderMode()));
    }
  }
}
