package dev.yiben.formats.pdf.typeset;

import java.util.List;

/**
 * Text to set into frames, of which each goes on where the one before is full.
 *
 * @param items in the order of reading; never empty
 * @param frames never empty; on one page or several
 * @param language of the text, as a BCP 47 tag
 * @param mostScale the largest scale that it may be set at, so that it matches others of its role
 */
public record Passage(List<Item> items, List<Frame> frames, String language, double mostScale) {
  public Passage {
    items = List.copyOf(items);
    frames = List.copyOf(frames);
  }
}
