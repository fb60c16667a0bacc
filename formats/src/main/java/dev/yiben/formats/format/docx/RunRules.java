package dev.yiben.formats.format.docx;

import dev.yiben.formats.xml.XmlElement;
import java.util.Optional;

/** Says which runs of a paragraph have text that is not translated. */
@FunctionalInterface
interface RunRules {
  /** Returns the rule by which the text of a run ({@code w:r}) is left out, such as hidden text. */
  Optional<String> leftOut(XmlElement run);
}
