package dev.yiben.formats.pdf.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceCMYK;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.color.PDICCBased;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;

/** Tells colours. */
final class Colors {
  private Colors() {}

  /** Returns a colour as nearly as it can be told, as 0xRRGGBB. */
  static int rgb(PDColor color) {
    PDColorSpace space = color.getColorSpace();
    float[] parts = color.getComponents();
    if (space == null || space instanceof PDPattern) {
      return 0;
    }
    // Profiles are slow to apply and the difference is small.
    boolean profiled = space instanceof PDICCBased;
    if (parts.length == 1 && (profiled || space instanceof PDDeviceGray)) {
      return packed(parts[0], parts[0], parts[0]);
    }
    if (parts.length == 3 && (profiled || space instanceof PDDeviceRGB)) {
      return packed(parts[0], parts[1], parts[2]);
    }
    if (parts.length == 4 && (profiled || space instanceof PDDeviceCMYK)) {
      float white = 1 - parts[3];
      return packed((1 - parts[0]) * white, (1 - parts[1]) * white, (1 - parts[2]) * white);
    }
    try {
      return color.toRGB();
    } catch (IOException | RuntimeException e) {
      return 0;
    }
  }

  private static int packed(float red, float green, float blue) {
    return (level(red) << 16) | (level(green) << 8) | level(blue);
  }

  private static int level(float part) {
    return Math.round(255 * Math.max(0, Math.min(1, part)));
  }

  /**
   * Returns tokens that set a colour without resources; none for a pattern.
   *
   * @param gray operator for one part
   * @param rgb operator for three
   * @param cmyk operator for four
   */
  static List<Object> tokens(PDColor color, String gray, String rgb, String cmyk) {
    PDColorSpace space = color.getColorSpace();
    float[] parts = color.getComponents();
    if (space == null || space instanceof PDPattern) {
      return List.of();
    }
    if (space instanceof PDDeviceGray && parts.length == 1) {
      return tokens(gray, parts);
    }
    if (space instanceof PDDeviceCMYK && parts.length == 4) {
      return tokens(cmyk, parts);
    }
    int packed = rgb(color);
    return tokens(
        rgb,
        space instanceof PDDeviceRGB && parts.length == 3
            ? parts
            : new float[] {
              (packed >> 16) / 255f, (packed >> 8 & 255) / 255f, (packed & 255) / 255f
            });
  }

  private static List<Object> tokens(String operator, float[] parts) {
    List<Object> tokens = new ArrayList<>();
    for (float part : parts) {
      tokens.add(new COSFloat(part));
    }
    tokens.add(Operator.getOperator(operator));
    return List.copyOf(tokens);
  }
}
