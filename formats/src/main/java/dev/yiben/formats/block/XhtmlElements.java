package dev.yiben.formats.block;

import java.util.Set;

/** The elements of XHTML and HTML, and of DTBook, by how they are displayed. */
final class XhtmlElements {
  /** Elements that never have content (WHATWG HTML 13.1.2), obsolete ones too. */
  static final Set<String> VOID =
      words(
          """
          area base basefont br col command embed frame hr img input keygen link
          meta param source track wbr
          """);

  /** Elements that text does not flow across (WHATWG HTML 15.3). */
  static final Set<String> BLOCKS =
      words(
          """
          address article aside blockquote body center col colgroup dd details
          dialog dir div dl dt fieldset figcaption figure footer form frame
          frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link
          main menu meta nav noframes ol optgroup option p search section
          summary table caption tbody td tfoot th thead title tr ul
          pagebreak
          author bodymatter book docauthor doctitle dtbook frontmatter hd
          imggroup level level1 level2 level3 level4 level5 level6 lic line
          linegroup list note poem prodnote rearmatter sidebar
          """);

  /** Elements whose treatment does not depend on how they are displayed. */
  static final Set<String> APART =
      words(
          """
          applet audio base body br canvas case code datalist default embed head hr html iframe
          img input kbd link listing math meta metadata noscript object param plaintext pre rb
          rbc rp rt rtc ruby samp script select source style svg switch template textarea title
          track video wbr xmp
          """);

  /** What stands beside or above a base, without being part of the sentence. */
  static final Set<String> READINGS = Set.of("rt", "rp", "rtc");

  private XhtmlElements() {}

  private static Set<String> words(String words) {
    return Set.of(words.strip().split("\\s+"));
  }
}
