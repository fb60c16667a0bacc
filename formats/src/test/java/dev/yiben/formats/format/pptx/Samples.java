package dev.yiben.formats.format.pptx;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Presentations that together have all that is read of one. */
final class Samples {
  private static final String MATH =
      """
      <a:p><a:r><a:t>Since </a:t></a:r><mc:AlternateContent \
      xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice \
      xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main" Requires="a14"><a14:m>\
      <m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>a+b\
      </m:t></m:r></m:oMath></a14:m></mc:Choice><mc:Fallback><a:r><a:t> </a:t></a:r></mc:Fallback>\
      </mc:AlternateContent><a:r><a:t> is a sum</a:t></a:r></a:p>""";

  private static final String TABLE =
      """
      <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr/>\
      <a:tblGrid><a:gridCol w="3000000"/><a:gridCol w="3000000"/></a:tblGrid><a:tr h="370840"><a:tc>\
      <a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:t>Colour of the light</a:t></a:r></a:p>\
      </a:txBody><a:tcPr/></a:tc><a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:t>Keep away\
      </a:t></a:r></a:p></a:txBody><a:tcPr/></a:tc></a:tr></a:tbl></a:graphicData>""";

  /** The same words for programs that know more and less. */
  private static final String ALTERNATIVES =
      """
      <mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">\
      <mc:Choice xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" \
      Requires="p14">%1$s</mc:Choice><mc:Fallback>%1$s</mc:Fallback></mc:AlternateContent>""";

  private Samples() {}

  static SlideFile plain() {
    return new SlideFile()
        .slide(
            SlideFile.filled("type=\"title\"", SlideFile.paragraph("The lighthouse"))
                + SlideFile.filled(
                    "idx=\"1\"",
                    SlideFile.paragraph("A lamp on a rock")
                        + "<a:p><a:r><a:t>It was </a:t></a:r><a:r><a:rPr b=\"1\"/><a:t>old</a:t></a:r>"
                        + "<a:r><a:rPr lang=\"en-GB\" err=\"1\"/><a:t> and</a:t></a:r><a:br/>"
                        + "<a:r><a:t>tall\tand grey.</a:t></a:r><a:endParaRPr lang=\"en-US\"/></a:p>")
                + SlideFile.filled(
                    "type=\"sldNum\" idx=\"12\"",
                    "<a:p><a:r><a:t>Page </a:t></a:r><a:fld id=\"{1}\" type=\"slidenum\">"
                        + "<a:rPr lang=\"en-US\"/><a:t>1</a:t></a:fld></a:p>"))
        .slide(
            SlideFile.box(MATH)
                + SlideFile.frame(TABLE)
                + ALTERNATIVES.formatted(SlideFile.box(SlideFile.paragraph("Letters of gold"))));
  }

  /** Returns presentations by file name. */
  static Map<String, byte[]> all() throws IOException {
    Map<String, byte[]> samples = new LinkedHashMap<>();
    samples.put("plain.pptx", plain().bytes());
    samples.put("chart.pptx", Charts.withCells().bytes());
    samples.put("literals.pptx", Charts.withoutCells().bytes());
    samples.put("smartart.pptx", SmartArt.file().bytes());
    return samples;
  }
}
