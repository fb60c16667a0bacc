package dev.yiben.formats.pdf.font;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import org.apache.fontbox.cff.CFFCIDFont;
import org.apache.fontbox.cff.CFFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CffProgramTest {
  private static final Offset<Double> NEAR = Offset.offset(0.1);

  private static CFFCIDFont read(CffProgram program) throws IOException {
    return (CFFCIDFont) new CFFParser().parse(new RandomAccessReadBuffer(program.bytes())).get(0);
  }

  /** Compares where points are, since outlines may be told in several ways. */
  private static void same(Shape read, Shape written) {
    Rectangle2D bounds = written.getBounds2D();
    assertThat(read.getBounds2D().getMinX()).isCloseTo(bounds.getMinX(), NEAR);
    assertThat(read.getBounds2D().getMinY()).isCloseTo(bounds.getMinY(), NEAR);
    assertThat(read.getBounds2D().getMaxX()).isCloseTo(bounds.getMaxX(), NEAR);
    assertThat(read.getBounds2D().getMaxY()).isCloseTo(bounds.getMaxY(), NEAR);
    int inside = 0;
    int different = 0;
    for (int i = 0; i < 100; i++) {
      for (int k = 0; k < 100; k++) {
        double x = bounds.getX() + (i + 0.37) * bounds.getWidth() / 100;
        double y = bounds.getY() + (k + 0.53) * bounds.getHeight() / 100;
        inside += written.contains(x, y) ? 1 : 0;
        different += written.contains(x, y) == read.contains(x, y) ? 0 : 1;
      }
    }
    assertThat(inside).isGreaterThan(100);
    assertThat(different).isLessThan(5);
  }

  @Test
  void keepsOutlinesAndWidths() throws IOException {
    Shape circle = new Ellipse2D.Double(-50.25, 0.5, 1300, 777.77);
    GeneralPath two = new GeneralPath(new Rectangle2D.Double(10, 20, 30, 40));
    two.append(new Ellipse2D.Double(100, -200, 5000, 300), false);
    CffProgram program = new CffProgram("Name", 1000);
    program.add(new GeneralPath(), 500);
    program.add(circle, 612.5);
    program.add(two, 1000);
    CFFCIDFont font = read(program);
    assertThat(font.getName()).isEqualTo("Name");
    assertThat(font.getNumCharStrings()).isEqualTo(3);
    assertThat(font.getType2CharString(0).getPath().getBounds2D().isEmpty()).isTrue();
    same(font.getType2CharString(1).getPath(), circle);
    same(font.getType2CharString(2).getPath(), two);
    assertThat(font.getType2CharString(1).getWidth()).isIn(612, 613);
    assertThat(font.getType2CharString(2).getWidth()).isEqualTo(1000);
  }

  @Test
  void keepsLongOutlines() throws IOException {
    GeneralPath zigzag = new GeneralPath();
    zigzag.moveTo(0, 0);
    for (int i = 1; i < 200; i++) {
      zigzag.lineTo(i, i % 2 == 0 ? i : -i);
    }
    CffProgram program = new CffProgram("Name", 1000);
    program.add(zigzag, 0);
    same(read(program).getType2CharString(0).getPath(), zigzag);
  }

  @Test
  void scalesToThousandths() throws IOException {
    Shape circle = new Ellipse2D.Double(0, 0, 2048, 1024);
    CffProgram program = new CffProgram("Name", 2048);
    program.add(circle, 1000);
    same(
        read(program).getType2CharString(0).getPath(),
        AffineTransform.getScaleInstance(1000 / 2048.0, 1000 / 2048.0)
            .createTransformedShape(circle));
  }
}
