package dev.yiben.formats.pdf.font;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A ToUnicode CMap, ISO 32000-1 section 9.10.3.
 *
 * @param texts what codes mean, from code 1 on
 */
record UnicodeMap(List<String> texts) {
  /** As many entries as one block may have. */
  private static final int BLOCK = 100;

  byte[] bytes() {
    StringBuilder out = new StringBuilder(64 + 16 * texts.size());
    out.append("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n")
        .append("/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n")
        .append("/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n")
        .append("1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    for (int from = 0; from < texts.size(); from += BLOCK) {
      int to = Math.min(from + BLOCK, texts.size());
      out.append(to - from).append(" beginbfchar\n");
      for (int i = from; i < to; i++) {
        out.append(String.format("<%04X> <", i + 1));
        texts.get(i).chars().forEach(unit -> out.append(String.format("%04X", unit)));
        out.append(">\n");
      }
      out.append("endbfchar\n");
    }
    out.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    return out.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
