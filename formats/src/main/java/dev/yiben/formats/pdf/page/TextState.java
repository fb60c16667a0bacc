package dev.yiben.formats.pdf.page;

import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.util.Matrix;

/**
 * The text state before a text-showing operator, ISO 32000-1 clause 9.3.
 *
 * @param toPage turns user space into the page
 * @param text the text matrix
 * @param line the text line matrix
 * @param font name of the font in the resources; null if nothing in the stream has set it
 * @param size as the operator {@code Tf} has set it
 * @param characterSpacing operator {@code Tc}
 * @param wordSpacing operator {@code Tw}
 * @param stretch operator {@code Tz}, in per cent
 * @param rise operator {@code Ts}
 * @param renderMode operator {@code Tr}
 * @param colors tokens that set all colours and the width of lines; empty if they cannot be told
 */
public record TextState(
    Matrix toPage,
    Matrix text,
    Matrix line,
    COSName font,
    float size,
    float characterSpacing,
    float wordSpacing,
    float stretch,
    float rise,
    int renderMode,
    List<Object> colors) {}
