package dev.yiben.formats.pdf.page;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;

/**
 * Tokens that have set the colours of a content stream as they are.
 *
 * @param fillSpace what sets the colour space to fill with; empty if {@code fill} does that too
 * @param fill what sets the colour to fill with
 * @param strokeSpace what sets the colour space of lines; empty if {@code stroke} does that too
 * @param stroke what sets the colour of lines
 * @param width what sets the width of lines
 * @param states what sets graphics states, since the text object has begun
 */
record Inks(
    List<Object> fillSpace,
    List<Object> fill,
    List<Object> strokeSpace,
    List<Object> stroke,
    List<Object> width,
    List<Object> states) {
  /** No text object that anybody reads sets more. */
  private static final int MOST_STATES = 64;

  /**
   * Returns the inks of a stream that has set none.
   *
   * @param fill the colour that it is filled with all the same
   * @param stroke the colour of its lines
   */
  static Inks of(PDColor fill, PDColor stroke) {
    return new Inks(
        List.of(),
        Colors.tokens(fill, "g", "rg", "k"),
        List.of(),
        Colors.tokens(stroke, "G", "RG", "K"),
        List.of(),
        List.of());
  }

  /** Returns these inks after an operator. */
  Inks after(String name, List<COSBase> operands) {
    return switch (name) {
      case "cs" -> new Inks(tokens(name, operands), List.of(), strokeSpace, stroke, width, states);
      case "g", "rg", "k" ->
          new Inks(List.of(), tokens(name, operands), strokeSpace, stroke, width, states);
      case "sc", "scn" ->
          new Inks(fillSpace, tokens(name, operands), strokeSpace, stroke, width, states);
      case "CS" -> new Inks(fillSpace, fill, tokens(name, operands), List.of(), width, states);
      case "G", "RG", "K" ->
          new Inks(fillSpace, fill, List.of(), tokens(name, operands), width, states);
      case "SC", "SCN" ->
          new Inks(fillSpace, fill, strokeSpace, tokens(name, operands), width, states);
      case "w" -> new Inks(fillSpace, fill, strokeSpace, stroke, tokens(name, operands), states);
      case "gs" -> {
        if (states.size() > MOST_STATES) {
          yield this;
        }
        List<Object> more = new ArrayList<>(states);
        more.addAll(tokens(name, operands));
        yield new Inks(fillSpace, fill, strokeSpace, stroke, width, List.copyOf(more));
      }
      case "BT" ->
          states.isEmpty()
              ? this
              : new Inks(fillSpace, fill, strokeSpace, stroke, width, List.of());
      default -> this;
    };
  }

  /**
   * Returns the tokens that set all that glyphs are painted with.
   *
   * @param fills whether glyphs are filled
   * @param strokes whether glyphs are outlined
   */
  List<Object> tokens(boolean fills, boolean strokes) {
    List<Object> tokens = new ArrayList<>(states);
    if (fills) {
      tokens.addAll(fillSpace);
      tokens.addAll(fill);
    }
    if (strokes) {
      tokens.addAll(strokeSpace);
      tokens.addAll(stroke);
      tokens.addAll(width);
    }
    return tokens;
  }

  /**
   * Returns the tokens that set all colours and the width of lines; none if not all can be told.
   *
   * @param width of lines
   */
  List<Object> all(float width) {
    if ((fill.isEmpty() && fillSpace.isEmpty()) || (stroke.isEmpty() && strokeSpace.isEmpty())) {
      return List.of();
    }
    List<Object> tokens = tokens(true, true);
    tokens.add(new COSFloat(width));
    tokens.add(Operator.getOperator("w"));
    return tokens;
  }

  private static List<Object> tokens(String name, List<COSBase> operands) {
    List<Object> tokens = new ArrayList<>(operands);
    tokens.add(Operator.getOperator(name));
    return List.copyOf(tokens);
  }
}
