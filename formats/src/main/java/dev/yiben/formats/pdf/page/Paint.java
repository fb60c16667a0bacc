package dev.yiben.formats.pdf.page;

import java.util.List;

/**
 * How glyphs are painted.
 *
 * @param setting tokens of operators that set the colours as they are, in the resources of the
 *     stream that shows the glyph; empty where they cannot be told
 * @param rgb the colour of the glyphs as nearly as it can be told, as 0xRRGGBB
 * @param renderMode text rendering mode, ISO 32000-1 table 106
 */
public record Paint(List<Object> setting, int rgb, int renderMode) {
  public Paint {
    setting = List.copyOf(setting);
  }

  /** Returns whether the glyphs cannot be seen. */
  public boolean isInvisible() {
    return renderMode == 3 || renderMode == 7;
  }
}
