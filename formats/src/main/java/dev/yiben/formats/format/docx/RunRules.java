package dev.yiben.formats.format.docx;

import dev.yiben.formats.xml.XmlElement;
import java.util.Optional;

/** Says which texts of a paragraph are not translated, though they are among its words. */
@FunctionalInterface
interface RunRules {
  /** Returns the rule by which a text ({@code w:t} of a run) is left out, such as hidden text. */
  Optional<String> leftOut(XmlElement text);
}
