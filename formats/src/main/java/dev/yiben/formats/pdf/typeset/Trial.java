package dev.yiben.formats.pdf.typeset;

import java.util.List;

/**
 * Lines of a passage in its frames, with these choices.
 *
 * @param level which of their rooms the frames take
 * @param scale of the size of the source
 * @param stretch width of an em by its height
 * @param lines all lines
 * @param limits how many of them each frame but the last takes, if there are so many
 * @param fits whether all are in their rooms
 */
record Trial(
    int level,
    double scale,
    double stretch,
    List<LineBreaker.Line> lines,
    List<Integer> limits,
    boolean fits) {

  /** Returns the frame that a line is in. */
  int frame(int line) {
    int before = 0;
    for (int i = 0; i < limits.size() - 1; i++) {
      before += limits.get(i);
      if (line < before) {
        return i;
      }
    }
    return limits.size() - 1;
  }

  /** Returns the number of the first line of a frame. */
  int firstLine(int frame) {
    int before = 0;
    for (int i = 0; i < frame; i++) {
      before += limits.get(i);
    }
    return before;
  }

  /** Returns how many lines a frame has. */
  int lines(int frame) {
    int rest = Math.max(0, lines.size() - firstLine(frame));
    return frame == limits.size() - 1 ? rest : Math.min(rest, limits.get(frame));
  }
}
