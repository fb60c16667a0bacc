package dev.yiben.formats.format.pptx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes presentations for tests: what PowerPoint needs to open one, and slides of whatever markup.
 */
final class SlideFile {
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.";
  private static final String NAMESPACES =
      """
      xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
      xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
      xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"\
      """;
  private static final String GROUP =
      """
      <p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>\
      """;

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final Map<String, String> types = new LinkedHashMap<>();
  private final Map<String, StringBuilder> relationships = new LinkedHashMap<>();
  private final StringBuilder slideIds = new StringBuilder();
  private String afterSlides = "";
  private String slide = "";
  private int slides;

  SlideFile() {
    relate("", "rId1", OFFICE + "officeDocument", "ppt/presentation.xml");
    relate("ppt/presentation.xml", "rId1", OFFICE + "slideMaster", "slideMasters/slideMaster1.xml");
    relate("ppt/presentation.xml", "rId2", OFFICE + "theme", "theme/theme1.xml");
    part("ppt/theme/theme1.xml", TYPE + "theme+xml", Theme.XML);
    master(
        place("title", "Click to edit the title", 838200, 365125, 10515600, 1325563)
            + place("body", "Click to edit the text", 838200, 1825625, 10515600, 4351338));
    relate("ppt/slideMasters/slideMaster1.xml", "rId1", OFFICE + "slideLayout", layoutFromMaster());
    relate("ppt/slideMasters/slideMaster1.xml", "rId2", OFFICE + "theme", "../theme/theme1.xml");
    layout("");
    relate(
        "ppt/slideLayouts/slideLayout1.xml",
        "rId1",
        OFFICE + "slideMaster",
        "../slideMasters/slideMaster1.xml");
  }

  private static String layoutFromMaster() {
    return "../slideLayouts/slideLayout1.xml";
  }

  private static String place(String type, String text, int x, int y, int width, int height) {
    return """
        <p:sp><p:nvSpPr><p:cNvPr id="2" name="%1$s place"/><p:cNvSpPr/><p:nvPr><p:ph type="%1$s"/>\
        </p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="%3$d" y="%4$d"/><a:ext cx="%5$d" cy="%6$d"/>\
        </a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr>\
        <a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:r><a:rPr lang="en-US"/><a:t>%2$s</a:t></a:r>\
        </a:p></p:txBody></p:sp>"""
        .formatted(type, text, x, y, width, height);
  }

  /** Sets the shapes of the master. */
  SlideFile master(String shapes) {
    part(
        "ppt/slideMasters/slideMaster1.xml",
        TYPE + "presentationml.slideMaster+xml",
        """
        <p:sldMaster %s><p:cSld><p:spTree>%s%s</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" \
        bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" \
        accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>\
        <p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>\
        <p:txStyles><p:titleStyle><a:lvl1pPr algn="ctr"><a:defRPr sz="4400"/></a:lvl1pPr>\
        </p:titleStyle><p:bodyStyle><a:lvl1pPr marL="228600" indent="-228600" algn="l">\
        <a:buChar char="-"/><a:defRPr sz="2800"/></a:lvl1pPr></p:bodyStyle><p:otherStyle/>\
        </p:txStyles></p:sldMaster>"""
            .formatted(NAMESPACES, GROUP, shapes));
    return this;
  }

  /** Sets the shapes of the layout. */
  SlideFile layout(String shapes) {
    part(
        "ppt/slideLayouts/slideLayout1.xml",
        TYPE + "presentationml.slideLayout+xml",
        "<p:sldLayout %s><p:cSld name=\"Title\"><p:spTree>%s%s</p:spTree></p:cSld></p:sldLayout>"
            .formatted(NAMESPACES, GROUP, shapes));
    return this;
  }

  /** Adds a slide of these shapes; what is {@link #related} next belongs to it. */
  SlideFile slide(String shapes) {
    return slide("", shapes);
  }

  /** Adds a slide with attributes of its own, such as {@code show="0"}. */
  SlideFile slide(String attributes, String shapes) {
    slides++;
    slide = "ppt/slides/slide" + slides + ".xml";
    part(
        slide,
        TYPE + "presentationml.slide+xml",
        "<p:sld %s %s><p:cSld><p:spTree>%s%s</p:spTree></p:cSld></p:sld>"
            .formatted(NAMESPACES, attributes, GROUP, shapes));
    String id = "rId" + (slides + 10);
    // The last comes first: the order of slides is that of the list alone.
    slideIds.append("<p:sldId id=\"%d\" r:id=\"%s\"/>".formatted(255 + slides, id));
    relationships
        .get("ppt/presentation.xml")
        .insert(0, relationship(id, OFFICE + "slide", "slides/slide" + slides + ".xml"));
    relate(slide, "rId1", OFFICE + "slideLayout", layoutFromMaster());
    return this;
  }

  /** Adds a part that the last slide has a relationship to. */
  SlideFile related(String id, String type, String name, String contentType, String markup) {
    relate(slide, id, type.startsWith("http") ? type : OFFICE + type, "/" + name);
    part(
        name,
        contentType.startsWith("application/vnd.ms") ? contentType : TYPE + contentType,
        markup);
    return this;
  }

  /** Adds a relationship of a part to another one. */
  SlideFile relate(String part, String id, String type, String target) {
    relationships
        .computeIfAbsent(part, name -> new StringBuilder())
        .append(relationship(id, type.startsWith("http") ? type : OFFICE + type, target));
    return this;
  }

  /** Sets markup of the presentation after its list of slides. */
  SlideFile presentation(String markup) {
    afterSlides = markup;
    return this;
  }

  private static String relationship(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"/>".formatted(id, type, target);
  }

  private void part(String name, String type, String markup) {
    parts.put(name, markup);
    types.put(name, type);
  }

  /** Returns a text box of paragraphs. */
  static String box(String paragraphs) {
    return """
        <p:sp><p:nvSpPr><p:cNvPr id="4" name="Box"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>\
        <p:spPr><a:xfrm><a:off x="838200" y="4000000"/><a:ext cx="4000000" cy="500000"/></a:xfrm>\
        <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>\
        %s</p:txBody></p:sp>"""
        .formatted(paragraphs);
  }

  /** Returns a shape that fills a place of the layout. */
  static String filled(String place, String paragraphs) {
    return """
        <p:sp><p:nvSpPr><p:cNvPr id="5" name="Place"/><p:cNvSpPr/><p:nvPr><p:ph %s/></p:nvPr>\
        </p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>%s</p:txBody></p:sp>"""
        .formatted(place, paragraphs);
  }

  /** Returns a paragraph of one run. */
  static String paragraph(String text) {
    return "<a:p><a:r><a:rPr lang=\"en-US\" dirty=\"0\"/><a:t>%s</a:t></a:r></a:p>".formatted(text);
  }

  /** Returns a frame around what another part draws. */
  static String frame(String markup) {
    return """
        <p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="6" name="Frame"/><p:cNvGraphicFramePr/>\
        <p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="838200" y="1825625"/>\
        <a:ext cx="6000000" cy="4000000"/></p:xfrm><a:graphic>%s</a:graphic></p:graphicFrame>"""
        .formatted(markup);
  }

  /** Returns the file. */
  byte[] bytes() throws IOException {
    part(
        "ppt/presentation.xml",
        TYPE + "presentationml.presentation.main+xml",
        """
        <p:presentation %s><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/>\
        </p:sldMasterIdLst><p:sldIdLst>%s</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/>\
        <p:notesSz cx="6858000" cy="9144000"/>%s</p:presentation>"""
            .formatted(NAMESPACES, slideIds, afterSlides));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      add(zip, "[Content_Types].xml", contentTypes());
      add(zip, "_rels/.rels", all(relationships.get("")));
      add(zip, "ppt/presentation.xml", parts.get("ppt/presentation.xml"));
      for (Map.Entry<String, String> part : parts.entrySet()) {
        String name = part.getKey();
        if (!name.equals("ppt/presentation.xml")) {
          add(zip, name, part.getValue());
        }
        if (relationships.containsKey(name)) {
          int slash = name.lastIndexOf('/');
          add(
              zip,
              name.substring(0, slash) + "/_rels" + name.substring(slash) + ".rels",
              all(relationships.get(name)));
        }
      }
    }
    return bytes.toByteArray();
  }

  private String contentTypes() {
    StringBuilder overrides = new StringBuilder();
    types.forEach(
        (name, type) ->
            overrides.append(
                "<Override PartName=\"/%s\" ContentType=\"%s\"/>".formatted(name, type)));
    return """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.\
        relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>%s</Types>"""
        .formatted(overrides);
  }

  private static String all(StringBuilder relationships) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + relationships
        + "</Relationships>";
  }

  private static void add(ZipOutputStream zip, String name, String content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    zip.write(content.getBytes(UTF_8));
    zip.closeEntry();
  }
}
