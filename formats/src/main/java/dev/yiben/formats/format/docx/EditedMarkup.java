package dev.yiben.formats.format.docx;

import dev.yiben.formats.run.Paragraph.Markup;
import dev.yiben.formats.splice.Patch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Markup with some ranges of it replaced. */
final class EditedMarkup implements Markup {
  private final Markup markup;
  private final List<Patch> patches = new ArrayList<>();

  /**
   * Creates edited markup.
   *
   * @param patches in any order; what lies within one before is left out
   */
  EditedMarkup(Markup markup, List<Patch> patches) {
    this.markup = markup;
    int done = 0;
    for (Patch patch :
        patches.stream()
            .sorted(
                Comparator.comparingInt(Patch::start)
                    .thenComparing(Comparator.comparingInt(Patch::end).reversed()))
            .toList()) {
      if (patch.start() >= done) {
        this.patches.add(patch);
        done = patch.end();
      }
    }
  }

  /** Returns a range as it is now; nothing of a replacement of which it is but a part. */
  @Override
  public String of(int start, int end) {
    StringBuilder edited = new StringBuilder();
    int done = start;
    for (int i = firstEndingAfter(start); i < patches.size(); i++) {
      Patch patch = patches.get(i);
      if (patch.start() >= end) {
        break;
      }
      if (patch.start() >= done && patch.end() <= end) {
        edited.append(markup.of(done, patch.start())).append(patch.replacement());
      } else {
        edited.append(markup.of(done, Math.max(done, patch.start())));
      }
      done = Math.min(end, patch.end());
    }
    return edited.append(markup.of(done, end)).toString();
  }

  private int firstEndingAfter(int offset) {
    int low = 0;
    int high = patches.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (patches.get(middle).end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
