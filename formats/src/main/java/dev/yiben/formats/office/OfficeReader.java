package dev.yiben.formats.office;

import dev.yiben.formats.xml.XmlText;
import java.util.List;

/**
 * What an Office format knows of its texts. A reader reads a document once, all parts in their
 * order; merging begins with a new one.
 */
public interface OfficeReader {

  /** Returns the parts that may have text, in the order in which they are read. */
  List<String> parts();

  /** Returns the texts of a part. */
  PartText read(String part, XmlText xml);
}
