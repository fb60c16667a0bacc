package dev.yiben.formats.format.docx;

import dev.yiben.formats.run.Paragraph.Markup;
import dev.yiben.formats.splice.Patch;
import java.util.List;

/** Markup with some ranges of it replaced. */
final class EditedMarkup implements Markup {
  private final Markup markup;
  private final List<Patch> patches;

  /**
   * Creates edited markup.
   *
   * @param patches in order, not crossing each other
   */
  EditedMarkup(Markup markup, List<Patch> patches) {
    this.markup = markup;
    this.patches = List.copyOf(patches);
  }

  @Override
  public String of(int start, int end) {
    StringBuilder edited = new StringBuilder();
    int done = start;
    for (Patch patch : patches) {
      if (patch.start() >= done && patch.end() <= end) {
        edited.append(markup.of(done, patch.start())).append(patch.replacement());
        done = patch.end();
      } else if (patch.start() <= start && patch.end() >= end && patch.end() > patch.start()) {
        return "";
      }
    }
    return edited.append(markup.of(done, end)).toString();
  }
}
