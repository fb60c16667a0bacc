package dev.yiben.formats.pdf.page;

import java.awt.geom.Point2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Reads what a page draws. */
public final class PageReader extends PDFGraphicsStreamEngine {
  /** No page that anybody reads has more. */
  private static final int MOST_GLYPHS = 500_000;

  /** A box thinner than this is a line, in points. */
  private static final double RULE_WIDTH = 3;

  private final List<ContentStream> streams = new ArrayList<>();
  private final List<Glyph> glyphs = new ArrayList<>();
  private final List<Shape> shapes = new ArrayList<>();
  private final Map<PDFont, GlyphFont> fonts;
  private final Set<COSBase> drawnBefore;
  private final Deque<Progress> progress = new ArrayDeque<>();
  private final Deque<Integer> marks = new ArrayDeque<>();
  private Box path;
  private Point2D.Double current = new Point2D.Double();

  /** How far a content stream has been read. */
  private static final class Progress {
    private final int stream;
    private final Deque<Inks> saved = new ArrayDeque<>();
    private Inks inks = Inks.NONE;
    private int operators = -1;
    private int depth;
    private int element;
    private List<Integer> codeEnds = List.of();
    private int code;

    Progress(int stream) {
      this.stream = stream;
    }
  }

  /** Tokens that have set the colours of a stream. */
  private record Inks(List<Object> fillSpace, List<Object> fill, List<Object> strokes) {
    static final Inks NONE = new Inks(List.of(), List.of(), List.of());

    List<Object> tokens() {
      List<Object> tokens = new ArrayList<>(fillSpace);
      tokens.addAll(fill);
      tokens.addAll(strokes);
      return tokens;
    }
  }

  private PageReader(PDPage page, Map<PDFont, GlyphFont> fonts, Set<COSBase> drawnBefore) {
    super(page);
    this.fonts = fonts;
    this.drawnBefore = drawnBefore;
  }

  /**
   * Reads a page.
   *
   * @param index number of the page, from 0
   * @param drawnBefore forms that earlier pages draw; those of this page are added
   */
  public static PageContent read(PDPage page, int index, Set<COSBase> drawnBefore)
      throws IOException {
    PageReader reader = new PageReader(page, new HashMap<>(), drawnBefore);
    reader.begin(new ContentStream(0, page, new Matrix(), false));
    reader.processPage(page);
    PDRectangle crop = page.getCropBox();
    return new PageContent(
        index,
        page,
        new Box(
            crop.getLowerLeftX(),
            crop.getLowerLeftY(),
            crop.getUpperRightX(),
            crop.getUpperRightY()),
        reader.streams,
        reader.glyphs,
        reader.shapes);
  }

  private void begin(ContentStream stream) {
    streams.add(stream);
    progress.push(new Progress(stream.number()));
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    boolean repeated = !drawnBefore.add(form.getCOSObject());
    begin(
        new ContentStream(
            streams.size(),
            form,
            getGraphicsState().getCurrentTransformationMatrix().clone(),
            repeated));
    try {
      super.showForm(form);
    } finally {
      progress.pop();
    }
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    Progress here = progress.element();
    if (here.depth == 0) {
      here.operators++;
      here.element = -1;
      follow(here, operator.getName(), operands);
    }
    here.depth++;
    try {
      super.processOperator(operator, operands);
    } finally {
      here.depth--;
    }
  }

  private static void follow(Progress here, String name, List<COSBase> operands) {
    switch (name) {
      case "q" -> here.saved.push(here.inks);
      case "Q" -> here.inks = here.saved.isEmpty() ? here.inks : here.saved.pop();
      case "cs" -> here.inks = new Inks(tokens(name, operands), List.of(), here.inks.strokes);
      case "g", "rg", "k" ->
          here.inks = new Inks(List.of(), tokens(name, operands), here.inks.strokes);
      case "sc", "scn" ->
          here.inks = new Inks(here.inks.fillSpace, tokens(name, operands), here.inks.strokes);
      default -> {}
    }
  }

  private static List<Object> tokens(String name, List<COSBase> operands) {
    List<Object> tokens = new ArrayList<>(operands);
    tokens.add(Operator.getOperator(name));
    return tokens;
  }

  @Override
  protected void showText(byte[] string) throws IOException {
    Progress here = progress.element();
    here.element++;
    PDFont font = getGraphicsState().getTextState().getFont();
    List<Integer> ends = new ArrayList<>();
    if (font != null) {
      InputStream in = new ByteArrayInputStream(string);
      while (in.available() > 0) {
        font.readCode(in);
        ends.add(string.length - in.available());
      }
    }
    here.codeEnds = ends;
    here.code = 0;
    super.showText(string);
  }

  @Override
  protected void showGlyph(Matrix rendering, PDFont font, int code, Vector displacement)
      throws IOException {
    Progress here = progress.element();
    if (here.code >= here.codeEnds.size() || glyphs.size() >= MOST_GLYPHS) {
      return;
    }
    int start = here.code == 0 ? 0 : here.codeEnds.get(here.code - 1);
    int end = here.codeEnds.get(here.code++);
    Place place = new Place(here.stream, here.operators, Math.max(0, here.element), start, end);
    GlyphFont look = fonts.computeIfAbsent(font, FontLooks::of);
    String text = font.toUnicode(code);
    glyphs.add(glyph(rendering, look, text == null ? "" : text, displacement, place, here));
  }

  private Glyph glyph(
      Matrix rendering,
      GlyphFont font,
      String text,
      Vector displacement,
      Place place,
      Progress here) {
    double a = rendering.getScaleX();
    double b = rendering.getShearY();
    double size = Math.hypot(rendering.getShearX(), rendering.getScaleY());
    boolean vertical = font.font().isVertical();
    double angle = Math.toDegrees(Math.atan2(b, a)) - (vertical ? 90 : 0);
    Direction direction = new Direction(Math.floorMod((int) Math.round(angle), 360), vertical);
    Point2D.Double origin =
        new Point2D.Double(rendering.getTranslateX(), rendering.getTranslateY());
    direction.toUpright().transform(origin, origin);
    double advance =
        vertical ? Math.abs(displacement.getY()) * size : displacement.getX() * Math.hypot(a, b);
    double above = vertical ? size / 2 : font.ascent() * size;
    double below = vertical ? size / 2 : font.descent() * size;
    Box box =
        new Box(
            Math.min(origin.x, origin.x + advance),
            origin.y - below,
            Math.max(origin.x, origin.x + advance),
            origin.y + above);
    return new Glyph(
        glyphs.size(),
        text,
        box,
        origin.y,
        size,
        direction,
        font,
        paint(here),
        rendering.clone(),
        place,
        marks.isEmpty() ? -1 : marks.peek());
  }

  private Paint paint(Progress here) {
    int rgb;
    try {
      rgb = getGraphicsState().getNonStrokingColor().toRGB();
    } catch (IOException | RuntimeException e) {
      rgb = 0;
    }
    return new Paint(
        here.inks.tokens(), rgb, getGraphicsState().getTextState().getRenderingMode().intValue());
  }

  @Override
  protected void showType3Glyph(Matrix rendering, PDType3Font font, int code, Vector displacement)
      throws IOException {
    showGlyph(rendering, font, code, displacement);
  }

  @Override
  public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
    int mark = properties == null ? -1 : properties.getInt(COSName.MCID, -1);
    marks.push(mark < 0 && !marks.isEmpty() ? marks.peek() : mark);
  }

  @Override
  public void endMarkedContentSequence() {
    marks.poll();
  }

  @Override
  public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
    extend(p0);
    extend(p2);
    extend(p1);
    extend(p3);
  }

  private void extend(Point2D point) {
    Box box = new Box(point.getX(), point.getY(), point.getX(), point.getY());
    path = path == null ? box : path.union(box);
  }

  @Override
  public void drawImage(PDImage image) {
    Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
    Box box = null;
    for (float[] corner : new float[][] {{0, 0}, {1, 0}, {0, 1}, {1, 1}}) {
      Point2D.Float point = matrix.transformPoint(corner[0], corner[1]);
      Box there = new Box(point.x, point.y, point.x, point.y);
      box = box == null ? there : box.union(there);
    }
    shapes.add(new Shape(box, Shape.Kind.PICTURE));
  }

  @Override
  public void clip(int windingRule) {}

  @Override
  public void moveTo(float x, float y) {
    extend(new Point2D.Float(x, y));
    current = new Point2D.Double(x, y);
  }

  @Override
  public void lineTo(float x, float y) {
    extend(new Point2D.Float(x, y));
    current = new Point2D.Double(x, y);
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    extend(new Point2D.Float(x1, y1));
    extend(new Point2D.Float(x2, y2));
    lineTo(x3, y3);
  }

  @Override
  public Point2D getCurrentPoint() {
    return current;
  }

  @Override
  public void closePath() {}

  @Override
  public void endPath() {
    path = null;
  }

  @Override
  public void strokePath() {
    draw();
  }

  @Override
  public void fillPath(int windingRule) {
    draw();
  }

  @Override
  public void fillAndStrokePath(int windingRule) {
    draw();
  }

  private void draw() {
    if (path != null) {
      boolean thin = Math.min(path.width(), path.height()) < RULE_WIDTH;
      shapes.add(new Shape(path, thin ? Shape.Kind.RULE : Shape.Kind.AREA));
    }
    path = null;
  }

  @Override
  public void shadingFill(COSName shadingName) {}
}
