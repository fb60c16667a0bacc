package dev.yiben.formats.format.pptx;

/** A presentation with SmartArt: a shape with two points, one that asks for text, one alone. */
final class SmartArt {
  private static final String FRAME =
      """
      <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"><dgm:relIds \
      xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="rId5" r:lo="rId6" \
      r:qs="rId7" r:cs="rId8"/></a:graphicData>""";

  private static final String POINT =
      """
      <dgm:pt modelId="{%s}"%s><dgm:prSet phldrT="[Text]"%s/><dgm:spPr/><dgm:t><a:bodyPr/>\
      <a:lstStyle/><a:p>%s</a:p></dgm:t></dgm:pt>""";

  static final String DATA =
      """
      <dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" \
      xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst>"""
          + POINT.formatted("0", " type=\"doc\"", "", "<a:endParaRPr lang=\"en-US\"/>")
          + POINT.formatted("1", "", "", run("Light", "") + run(" the lamp", " b=\"1\""))
          + POINT.formatted("2", "", "", run("Wind the clock", ""))
          + POINT.formatted("3", "", " phldr=\"1\"", run("[Text]", ""))
          + POINT.formatted("4", "", "", run("Wind the clock", ""))
          + """
          <dgm:pt modelId="{5}" type="pres"><dgm:prSet presAssocID="{1}" presName="node"/></dgm:pt>\
          <dgm:pt modelId="{6}" type="pres"><dgm:prSet presAssocID="{4}" presName="node"/></dgm:pt>\
          <dgm:pt modelId="{7}" type="pres"><dgm:prSet presAssocID="{3}" presName="node"/></dgm:pt>\
          </dgm:ptLst><dgm:cxnLst><dgm:cxn modelId="{8}" srcId="{0}" destId="{1}" srcOrd="0" \
          destOrd="0"/><dgm:cxn modelId="{9}" type="presOf" srcId="{2}" destId="{5}" srcOrd="0" \
          destOrd="1"/><dgm:cxn modelId="{10}" type="presOf" srcId="{1}" destId="{5}" srcOrd="0" \
          destOrd="0"/><dgm:cxn modelId="{11}" type="presOf" srcId="{4}" destId="{6}" srcOrd="0" \
          destOrd="0"/><dgm:cxn modelId="{12}" type="presOf" srcId="{3}" destId="{7}" srcOrd="0" \
          destOrd="0"/></dgm:cxnLst><dgm:bg/><dgm:whole/><dgm:extLst><a:ext \
          uri="http://schemas.microsoft.com/office/drawing/2008/diagram"><dsp:dataModelExt \
          xmlns:dsp="http://schemas.microsoft.com/office/drawing/2008/diagram" relId="rId9" \
          minVer="http://schemas.openxmlformats.org/drawingml/2006/diagram"/></a:ext></dgm:extLst>\
          </dgm:dataModel>""";

  private static final String SHAPE =
      """
      <dsp:sp modelId="{%s}"><dsp:nvSpPr><dsp:cNvPr id="0" name=""/><dsp:cNvSpPr/></dsp:nvSpPr>\
      <dsp:spPr><a:xfrm><a:off x="0" y="%d"/><a:ext cx="3000000" cy="1000000"/></a:xfrm>\
      <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></dsp:spPr><dsp:txBody><a:bodyPr/><a:lstStyle/>\
      %s</dsp:txBody></dsp:sp>""";

  static final String DRAWING =
      """
      <dsp:drawing xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" \
      xmlns:dsp="http://schemas.microsoft.com/office/drawing/2008/diagram" \
      xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dsp:spTree><dsp:nvGrpSpPr>\
      <dsp:cNvPr id="0" name=""/><dsp:cNvGrpSpPr/></dsp:nvGrpSpPr><dsp:grpSpPr/>"""
          // Shown in another order than that of the data.
          + SHAPE.formatted("6", 2200000, shown(run("Wind the clock", " sz=\"2000\"")))
          + SHAPE.formatted(
              "5",
              0,
              shown(run("Light", " sz=\"2400\"") + run(" the lamp", " sz=\"2400\" b=\"1\""))
                  + shown(run("Wind the clock", " sz=\"1800\"")))
          + SHAPE.formatted("7", 1100000, shown(run("[Text]", " sz=\"2000\"")))
          + "</dsp:spTree></dsp:drawing>";

  private SmartArt() {}

  private static String run(String text, String attributes) {
    return "<a:r><a:rPr lang=\"en-US\"%s/><a:t>%s</a:t></a:r>".formatted(attributes, text);
  }

  private static String shown(String runs) {
    return "<a:p><a:pPr algn=\"l\"/>%s</a:p>".formatted(runs);
  }

  static SlideFile file() {
    return new SlideFile()
        .slide(SlideFile.frame(FRAME))
        .related("rId5", "diagramData", "ppt/diagrams/data1.xml", "drawingml.diagramData+xml", DATA)
        .related(
            "rId9",
            "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing",
            "ppt/diagrams/drawing1.xml",
            "application/vnd.ms-office.drawingml.diagramDrawing+xml",
            DRAWING);
  }
}
