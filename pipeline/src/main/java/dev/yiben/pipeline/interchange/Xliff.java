package dev.yiben.pipeline.interchange;

import javax.xml.stream.XMLStreamException;

/** Names that both versions of XLIFF have in common here. */
final class Xliff {
  static final String NAMESPACE_1 = "urn:oasis:names:tc:xliff:document:1.2";
  static final String NAMESPACE_2 = "urn:oasis:names:tc:xliff:document:2.0";

  /** Of the attributes that say where a file comes from. */
  static final String OWN_NAMESPACE = "urn:yiben:exchange";

  static final String OWN_PREFIX = "yiben";
  static final String PART = "part";
  static final String FORMAT = "format";
  static final String TARGETS = "targets";

  /** Of that attribute, where the targets are those of a run. */
  static final String OF_RUN = "run";

  static final String READING = "reading";

  private Xliff() {}

  /** Writes where a file comes from as attributes of its element. */
  static void writeOrigin(Origin origin, XmlOut out) throws XMLStreamException {
    if (origin.part().isPresent()) {
      out.attribute(own(PART), origin.part().get());
    }
    if (origin.format().isPresent()) {
      out.attribute(own(FORMAT), origin.format().get());
    }
    if (origin.withTargets()) {
      out.attribute(own(TARGETS), OF_RUN);
    }
    if (!origin.reading().isEmpty()) {
      out.attribute(own(READING), origin.readingLine());
    }
  }

  private static String own(String name) {
    return OWN_PREFIX + ":" + name;
  }
}
