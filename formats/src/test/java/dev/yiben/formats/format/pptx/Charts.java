package dev.yiben.formats.format.pptx;

/** Presentations with charts. */
final class Charts {
  private static final String FRAME =
      """
      <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart \
      xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId5"/>\
      </a:graphicData>""";

  static final String CHART =
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" \
      xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:chart>\
      <c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr/></a:pPr><a:r>\
      <a:rPr lang="en-US"/><a:t>Ships </a:t></a:r><a:r><a:rPr lang="en-US" b="1"/><a:t>saved</a:t>\
      </a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>\
      <c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser>\
      <c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache>\
      <c:ptCount val="1"/><c:pt idx="0"><c:v>Big ships</c:v></c:pt></c:strCache></c:strRef></c:tx>\
      <c:trendline><c:name>Run of years</c:name><c:trendlineType val="linear"/></c:trendline>\
      <c:cat>%s</c:cat><c:val><c:numRef><c:f>Sheet1!$B$2:$B$3</c:f><c:numCache><c:ptCount val="2"/>\
      <c:pt idx="0"><c:v>4.5</c:v></c:pt><c:pt idx="1"><c:v>7</c:v></c:pt></c:numCache></c:numRef>\
      </c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/>\
      <c:scaling/><c:delete val="0"/><c:axPos val="b"/><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r>\
      <a:t>Year</a:t></a:r></a:p></c:rich></c:tx></c:title><c:crossAx val="2"/></c:catAx><c:valAx>\
      <c:axId val="2"/><c:scaling/><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/>\
      </c:valAx></c:plotArea></c:chart>%s</c:chartSpace>
      """;

  static final String CELLS =
      """
      <c:strRef><c:f>Sheet1!$A$2:$A$3</c:f><c:strCache><c:ptCount val="2"/><c:pt idx="0">\
      <c:v>Calm year</c:v></c:pt><c:pt idx="1"><c:v>Stormy year</c:v></c:pt></c:strCache>\
      </c:strRef>""";

  static final String LITERALS =
      """
      <c:strLit><c:ptCount val="2"/><c:pt idx="0"><c:v>Calm &amp; quiet</c:v></c:pt>\
      <c:pt idx="1"><c:v>Stormy year</c:v></c:pt></c:strLit>""";

  private Charts() {}

  /** Returns a chart whose names come from the cells of its workbook. */
  static SlideFile withCells() {
    return file(CHART.formatted(CELLS, "<c:externalData r:id=\"rId1\"/>"))
        .relate("ppt/charts/chart1.xml", "rId1", "package", "../embeddings/cells.xlsx");
  }

  /** Returns a chart whose names stand in itself. */
  static SlideFile withoutCells() {
    return file(CHART.formatted(LITERALS, ""));
  }

  private static SlideFile file(String chart) {
    return new SlideFile()
        .slide(
            SlideFile.filled("type=\"title\"", SlideFile.paragraph("Ships of the year"))
                + SlideFile.frame(FRAME))
        .related("rId5", "chart", "ppt/charts/chart1.xml", "drawingml.chart+xml", chart);
  }

  /** Returns a chart of a later kind, which says its title twice. */
  static SlideFile extended() {
    return new SlideFile()
        .slide(SlideFile.box(SlideFile.paragraph("Steps")))
        .related(
            "rId5",
            "http://schemas.microsoft.com/office/2014/relationships/chartEx",
            "ppt/charts/chartEx1.xml",
            "application/vnd.ms-office.chartex+xml",
            """
            <cx:chartSpace xmlns:cx="http://schemas.microsoft.com/office/drawing/2014/chartex" \
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><cx:chartData>\
            <cx:externalData/><cx:data id="0"><cx:strDim type="cat"><cx:f>Sheet1!$A$2</cx:f>\
            <cx:lvl ptCount="1"><cx:pt idx="0">First step</cx:pt></cx:lvl></cx:strDim>\
            <cx:numDim type="val"><cx:f>Sheet1!$B$2</cx:f><cx:lvl ptCount="1"><cx:pt idx="0">42\
            </cx:pt></cx:lvl></cx:numDim></cx:data></cx:chartData><cx:chart><cx:title><cx:tx>\
            <cx:txData><cx:v>A long way</cx:v></cx:txData></cx:tx><cx:txPr><a:bodyPr/><a:lstStyle/>\
            <a:p><a:r><a:t>A long way</a:t></a:r></a:p></cx:txPr></cx:title></cx:chart>\
            </cx:chartSpace>""");
  }
}
