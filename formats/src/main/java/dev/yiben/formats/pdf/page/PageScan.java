package dev.yiben.formats.pdf.page;

import java.awt.geom.Point2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.PDTextState;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Reads one page. */
final class PageScan extends PDFGraphicsStreamEngine {
  /** No page that anybody reads has more. */
  private static final int MOST_GLYPHS = 300_000;

  private static final int MOST_OPERATORS = 4_000_000;
  private static final int MOST_STREAMS = 20_000;

  private final Box crop;
  private final Layers layers;
  private final GlyphList names;
  private final Set<COSBase> drawnBefore;
  private final List<ContentStream> streams = new ArrayList<>();
  private final List<Draft> drafts = new ArrayList<>();
  private final Scenery scenery = new Scenery(drafts);
  private final Map<PDFont, FontReading> fonts = new HashMap<>();
  private final Deque<StreamScan> scans = new ArrayDeque<>();
  private final Set<COSBase> drawing = Collections.newSetFromMap(new IdentityHashMap<>());
  private final GlyphMaker glyphs = new GlyphMaker();
  private PathBoxes path = new PathBoxes();
  private boolean clips;
  private Point2D.Float current = new Point2D.Float();
  private int operators;
  private boolean tooLarge;
  private FontReading missing;
  private Inks paintedWith;
  private Paint paint;

  PageScan(PDPage page, Box crop, Layers layers, GlyphList names, Set<COSBase> drawnBefore) {
    super(page);
    this.crop = crop;
    this.layers = layers;
    this.names = names;
    this.drawnBefore = drawnBefore;
  }

  /** Reads the page, and returns whether all of it could be read. */
  boolean read() {
    PDPage page = getPage();
    PDResources resources = page.getResources();
    streams.add(
        new ContentStream(0, page, resources == null ? new PDResources() : resources, false));
    PDGraphicsState start = new PDGraphicsState(page.getCropBox());
    scans.push(
        new StreamScan(
            0,
            false,
            true,
            new StreamScan.Mark(-1, false, false, null, 0),
            Inks.of(start.getNonStrokingColor(), start.getStrokingColor()),
            crop));
    try {
      processPage(page);
    } catch (IOException | RuntimeException e) {
      return false;
    }
    return !tooLarge;
  }

  List<ContentStream> streams() {
    return streams;
  }

  List<Draft> drafts() {
    return drafts;
  }

  List<Shape> shapes() {
    return scenery.shapes();
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    StreamScan here = scans.element();
    boolean outermost = here.enter();
    try {
      if (outermost) {
        tooLarge |= ++operators > MOST_OPERATORS || drafts.size() > MOST_GLYPHS;
        if (tooLarge || handled(here, operator.getName(), operands)) {
          return;
        }
      }
      super.processOperator(operator, operands);
    } catch (RuntimeException e) {
      // An operator with operands that make no sense does nothing, as in other readers.
      return;
    } finally {
      here.leave();
    }
  }

  /** Follows an operator, and returns whether there is no more to it. */
  private boolean handled(StreamScan here, String name, List<COSBase> operands) throws IOException {
    switch (name) {
      case "q", "Q", "cs", "g", "rg", "k", "sc", "scn", "CS", "G", "RG", "K", "SC", "SCN", "w" -> {
        here.follow(name, operands);
        return false;
      }
      case "gs", "Tf", "BT" -> {
        here.follow(name, operands);
        return false;
      }
      case "Tj", "TJ", "'", "\"" -> {
        here.state(state(here));
        return here.state() == null;
      }
      case "BMC", "BDC" -> {
        mark(here, operands);
        return true;
      }
      case "EMC" -> {
        unmark(here);
        return true;
      }
      case "BI" -> {
        picture(here, false);
        return true;
      }
      case "sh" -> {
        scenery.flood(here);
        return true;
      }
      case "Do" -> {
        return !operands.isEmpty()
            && operands.get(0) instanceof COSName object
            && isDrawn(here, object);
      }
      default -> {
        return false;
      }
    }
  }

  private TextState state(StreamScan here) {
    PDGraphicsState state = getGraphicsState();
    if (state.getTextMatrix() == null) {
      return null;
    }
    PDTextState text = state.getTextState();
    return new TextState(
        state.getCurrentTransformationMatrix().clone(),
        state.getTextMatrix().clone(),
        state.getTextLineMatrix().clone(),
        here.font(),
        text.getFontSize(),
        text.getCharacterSpacing(),
        text.getWordSpacing(),
        text.getHorizontalScaling(),
        text.getRise(),
        text.getRenderingMode().intValue(),
        here.inks().all(state.getLineWidth()));
  }

  /** Draws an object that is no form, and returns whether it was one. */
  private boolean isDrawn(StreamScan here, COSName name) {
    COSDictionary objects = getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
    COSStream object = objects == null ? null : objects.getCOSStream(name);
    if (object == null) {
      return true;
    }
    if (layers.hides(object.getDictionaryObject(COSName.OC))) {
      return true;
    }
    if (!COSName.IMAGE.equals(object.getCOSName(COSName.SUBTYPE))) {
      return false;
    }
    boolean whole =
        !object.containsKey(COSName.SMASK)
            && !object.containsKey(COSName.MASK)
            && !object.getBoolean(COSName.IMAGE_MASK, false);
    picture(here, whole);
    return true;
  }

  private void mark(StreamScan here, List<COSBase> operands) {
    StreamScan.Mark around = here.mark();
    COSBase tag = operands.isEmpty() ? null : operands.get(0);
    COSBase operand = operands.size() < 2 ? null : operands.get(1);
    COSDictionary properties = null;
    if (operand instanceof COSDictionary direct) {
      properties = direct;
    } else if (operand instanceof COSName name) {
      COSDictionary all = getResources().getCOSObject().getCOSDictionary(COSName.PROPERTIES);
      properties = all == null ? null : all.getCOSDictionary(name);
    }
    int id = properties == null ? -1 : properties.getInt(COSName.MCID, -1);
    boolean hides = COSName.OC.equals(tag) && layers.hides(properties);
    String actual =
        properties != null
                && properties.getDictionaryObject(COSName.ACTUAL_TEXT) instanceof COSString text
            ? text.getString()
            : null;
    here.mark(
        new StreamScan.Mark(
            id < 0 ? around.id() : id,
            around.artifact() || COSName.ARTIFACT.equals(tag),
            around.hidden() || hides,
            actual,
            drafts.size()));
  }

  private void unmark(StreamScan here) {
    StreamScan.Mark mark = here.unmark();
    if (mark != null && mark.actual() != null) {
      ActualText.apply(mark.actual(), drafts.subList(mark.first(), drafts.size()));
    }
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    if (begin(form)) {
      PathBoxes outer = path;
      path = new PathBoxes();
      int before = drafts.size();
      try {
        super.showForm(form);
      } finally {
        path = outer;
        end(form, before);
      }
    }
  }

  @Override
  public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
    showForm(form);
  }

  /** Begins a form, and returns whether it is to be drawn. */
  private boolean begin(PDFormXObject form) {
    COSBase object = form.getCOSObject();
    tooLarge |= streams.size() >= MOST_STREAMS;
    if (tooLarge || !drawing.add(object)) {
      return false;
    }
    StreamScan here = scans.element();
    PDGraphicsState state = getGraphicsState();
    boolean repeated = here.repeated() || !drawnBefore.add(object);
    PDResources own = form.getResources();
    StreamScan.Mark mark = here.mark();
    scans.push(
        new StreamScan(
            streams.size(),
            repeated,
            isOpaque(here),
            new StreamScan.Mark(-1, mark.artifact(), mark.hidden(), null, 0),
            Inks.of(state.getNonStrokingColor(), state.getStrokingColor()),
            here.clip().intersection(box(form))));
    streams.add(
        new ContentStream(streams.size(), form, own == null ? getResources() : own, repeated));
    return true;
  }

  private void end(PDFormXObject form, int before) {
    StreamScan ended = scans.pop();
    drawing.remove(form.getCOSObject());
    boolean seen = drafts.size() == before;
    for (Draft draft : drafts.subList(before, drafts.size())) {
      seen |= draft.rule == null;
    }
    if (!seen && !ended.repeated()) {
      // Where it is drawn next it may be seen.
      drawnBefore.remove(form.getCOSObject());
    }
  }

  private Box box(PDFormXObject form) {
    if (form.getBBox() == null) {
      return crop;
    }
    Matrix matrix = form.getMatrix().multiply(getGraphicsState().getCurrentTransformationMatrix());
    PathBoxes boxes = new PathBoxes();
    Point2D[] corners = new Point2D[4];
    for (int i = 0; i < 4; i++) {
      corners[i] =
          matrix.transformPoint(
              i % 3 == 0 ? form.getBBox().getLowerLeftX() : form.getBBox().getUpperRightX(),
              i < 2 ? form.getBBox().getLowerLeftY() : form.getBBox().getUpperRightY());
    }
    boxes.rectangle(corners);
    return boxes.take().get(0).box();
  }

  @Override
  protected void operatorException(Operator operator, List<COSBase> operands, IOException e) {
    if (operator.getName().equals("Tf")) {
      getGraphicsState().getTextState().setFont(null);
    }
  }

  @Override
  protected void showText(byte[] string) throws IOException {
    StreamScan here = scans.element();
    PDGraphicsState state = getGraphicsState();
    PDTextState text = state.getTextState();
    FontReading reading = reading(text.getFont());
    PDFont font = reading.font();
    boolean vertical = font.isVertical();
    float size = text.getFontSize();
    float stretch = text.getHorizontalScaling() / 100;
    Matrix parameters = new Matrix(size * stretch, 0, 0, size, 0, text.getRise());
    Matrix toPage = state.getCurrentTransformationMatrix();
    Matrix matrix = state.getTextMatrix();
    Paint painted = paint(here, text.getRenderingMode().intValue());
    int element = here.nextElement();
    ByteArrayInputStream in = new ByteArrayInputStream(string);
    while (in.available() > 0 && drafts.size() <= MOST_GLYPHS) {
      int start = string.length - in.available();
      int code = font.readCode(in);
      int end = string.length - in.available();
      float spacing = text.getCharacterSpacing();
      if (end - start == 1 && code == ' ') {
        spacing += text.getWordSpacing();
      }
      Vector shift = font.getDisplacement(code);
      float along = vertical ? shift.getY() : shift.getX();
      double advance = size == 0 ? 0 : -1000.0 * (along + spacing / size);
      Place place =
          new Place(here.number(), here.operator(), element, start, end, advance, here.state());
      Matrix rendering = parameters.multiply(matrix).multiply(toPage);
      Vector origin = vertical ? font.getPositionVector(code) : null;
      StreamScan.Mark mark = here.mark();
      Draft draft = glyphs.make(reading, code, rendering, origin, along, painted, place, mark);
      if (draft.rule == null) {
        draft.rule = rule(here, mark, draft);
      }
      drafts.add(draft);
      float step = along * size + spacing;
      matrix.translate(vertical ? 0 : step * stretch, vertical ? step : 0);
    }
  }

  private FontReading reading(PDFont font) {
    if (font != null) {
      return fonts.computeIfAbsent(font, found -> new FontReading(found, names));
    }
    if (missing == null) {
      missing = new FontReading(new PDType1Font(Standard14Fonts.FontName.HELVETICA), names);
    }
    return missing;
  }

  private Paint paint(StreamScan here, int mode) {
    if (paint == null || !here.inks().equals(paintedWith) || paint.renderMode() != mode) {
      boolean fills = mode % 4 == 0 || mode % 4 == 2;
      boolean strokes = mode % 4 == 1 || mode % 4 == 2;
      PDGraphicsState state = getGraphicsState();
      paintedWith = here.inks();
      paint =
          new Paint(
              here.inks().tokens(fills, strokes),
              Colors.rgb(fills ? state.getNonStrokingColor() : state.getStrokingColor()),
              mode);
    }
    return paint;
  }

  private static String rule(StreamScan here, StreamScan.Mark mark, Draft draft) {
    int mode = draft.glyph.paint().renderMode();
    if (mark.hidden()) {
      return "hidden-layer";
    }
    if (mode == 3) {
      return "invisible-text";
    }
    if (mode > 3) {
      return "clip-text";
    }
    Box box = draft.onPage();
    Box clip = here.clip();
    if (!clip.grown(0.5).contains(box.centerX(), box.centerY())) {
      return "outside-page";
    }
    return here.repeated() ? PageContent.REPEATED : null;
  }

  private boolean isOpaque(StreamScan here) {
    PDGraphicsState state = getGraphicsState();
    return here.opaque()
        && state.getNonStrokeAlphaConstant() == 1
        && state.getSoftMask() == null
        && state.getBlendMode().equals(BlendMode.NORMAL);
  }

  private void picture(StreamScan here, boolean whole) {
    Matrix toPage = getGraphicsState().getCurrentTransformationMatrix();
    scenery.picture(here, toPage, whole && isOpaque(here));
  }

  @Override
  public void drawImage(PDImage image) {
    throw new IllegalStateException("Images are met before they are read");
  }

  @Override
  public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
    path.rectangle(p0, p1, p2, p3);
  }

  @Override
  public void clip(int windingRule) {
    clips = true;
  }

  @Override
  public void moveTo(float x, float y) {
    path.begin(x, y);
    current = new Point2D.Float(x, y);
  }

  @Override
  public void lineTo(float x, float y) {
    path.line(x, y);
    current = new Point2D.Float(x, y);
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    path.bend(x1, y1);
    path.bend(x2, y2);
    path.bend(x3, y3);
    path.line(x3, y3);
    current = new Point2D.Float(x3, y3);
  }

  @Override
  public Point2D getCurrentPoint() {
    return current;
  }

  @Override
  public void closePath() {
    path.close();
  }

  @Override
  public void endPath() {
    clip(path.take());
  }

  @Override
  public void strokePath() {
    draw(false);
  }

  @Override
  public void fillPath(int windingRule) {
    draw(true);
  }

  @Override
  public void fillAndStrokePath(int windingRule) {
    draw(true);
  }

  private void draw(boolean filled) {
    StreamScan here = scans.element();
    PDGraphicsState state = getGraphicsState();
    List<PathBoxes.Part> parts = path.take();
    PDColor color = filled ? state.getNonStrokingColor() : state.getStrokingColor();
    boolean opaque = !(color.getColorSpace() instanceof PDPattern) && isOpaque(here);
    scenery.path(here, parts, filled, parts.isEmpty() ? 0 : Colors.rgb(color), opaque);
    clip(parts);
  }

  private void clip(List<PathBoxes.Part> parts) {
    if (clips) {
      // To clip with nothing leaves nothing, but readers differ: then it is better to read on.
      parts.stream().map(PathBoxes.Part::box).reduce(Box::union).ifPresent(scans.element()::clip);
    }
    clips = false;
  }

  @Override
  public void shadingFill(COSName shadingName) {
    throw new IllegalStateException("Shadings are met before they are read");
  }
}
