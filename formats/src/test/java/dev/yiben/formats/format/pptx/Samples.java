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

  /** Returns slides with all that hangs on one: notes, comments of both kinds, hidden ones. */
  static SlideFile annexed() {
    return new SlideFile()
        .presentation(
            """
            <p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst \
            xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section \
            name="The &quot;old&quot; days" id="{1}"/></p14:sectionLst></p:ext></p:extLst>""")
        .slide(SlideFile.filled("type=\"ctrTitle\"", SlideFile.paragraph("First words")))
        .related(
            "rId5",
            "notesSlide",
            "ppt/notesSlides/notesSlide1.xml",
            "presentationml.notesSlide+xml",
            """
            <p:notes xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
            xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cSld>\
            <p:spTree>%s</p:spTree></p:cSld></p:notes>"""
                .formatted(
                    SlideFile.filled("type=\"body\" idx=\"1\"", SlideFile.paragraph("Say hello"))))
        .related(
            "rId6",
            "comments",
            "ppt/comments/comment1.xml",
            "presentationml.comments+xml",
            """
            <p:cmLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:cm \
            authorId="0" idx="1"><p:pos x="10" y="10"/><p:text>Is this &lt;true&gt;?
            I doubt it.</p:text></p:cm></p:cmLst>""")
        .slide(SlideFile.box(SlideFile.paragraph("Second words")))
        .related(
            "rId6",
            "http://schemas.microsoft.com/office/2018/10/relationships/comments",
            "ppt/comments/modernComment1.xml",
            "application/vnd.ms-powerpoint.comments+xml",
            """
            <p188:cmLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
            xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main"><p188:cm \
            id="{1}"><p188:replyLst><p188:reply id="{2}"><p188:txBody><a:bodyPr/><a:lstStyle/>\
            <a:p><a:r><a:rPr lang="en-US"/><a:t>Yes, it is</a:t></a:r></a:p></p188:txBody>\
            </p188:reply></p188:replyLst><p188:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r>\
            <a:rPr lang="en-US"/><a:t>Is it so?</a:t></a:r></a:p></p188:txBody></p188:cm>\
            </p188:cmLst>""")
        .slide("show=\"0\"", SlideFile.box(SlideFile.paragraph("Nobody sees this")));
  }

  /** Returns presentations by file name. */
  static Map<String, byte[]> all() throws IOException {
    Map<String, byte[]> samples = new LinkedHashMap<>();
    samples.put("plain.pptx", plain().bytes());
    samples.put("chart.pptx", Charts.withCells().bytes());
    samples.put("literals.pptx", Charts.withoutCells().bytes());
    samples.put("extended.pptx", Charts.extended().bytes());
    samples.put("smartart.pptx", SmartArt.file().bytes());
    samples.put("annexed.pptx", annexed().bytes());
    return samples;
  }
}
