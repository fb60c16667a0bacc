package dev.yiben.formats.xml;

/** The namespaces of Office Open XML (ISO/IEC 29500-1 for strict ones, 29500-4 for the usual). */
public final class Namespaces {
  /** WordprocessingML. */
  public static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

  /** DrawingML. */
  public static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";

  /** SpreadsheetML. */
  public static final String SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  /** PresentationML. */
  public static final String SLIDE = "http://schemas.openxmlformats.org/presentationml/2006/main";

  /** Charts of DrawingML. */
  public static final String CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";

  /** Charts of later kinds, such as waterfalls and maps (MS-ODRAWXML, 2.24.3). */
  public static final String EXTENDED_CHART =
      "http://schemas.microsoft.com/office/drawing/2014/chartex";

  /** SmartArt. */
  public static final String DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram";

  /** How SmartArt looks (MS-ODRAWXML, 2.19). */
  public static final String DIAGRAM_DRAWING =
      "http://schemas.microsoft.com/office/drawing/2008/diagram";

  /** Attributes that name a relationship. */
  public static final String RELATIONSHIP =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  /** What every XML text knows: {@code xml:space}, {@code xml:lang}. */
  public static final String XML = "http://www.w3.org/XML/1998/namespace";

  /** Alternatives for programs that know more or less. */
  public static final String COMPATIBILITY =
      "http://schemas.openxmlformats.org/markup-compatibility/2006";

  private static final String STRICT = "http://purl.oclc.org/ooxml/";
  private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/";

  private Namespaces() {}

  /** Returns the usual namespace that a strict one stands for; others as they are. */
  public static String transitional(String namespace) {
    int slash = namespace.indexOf('/', STRICT.length());
    return namespace.startsWith(STRICT) && slash > 0
        ? TRANSITIONAL
            + namespace.substring(STRICT.length(), slash)
            + "/2006"
            + namespace.substring(slash)
        : namespace;
  }
}
