package dev.yiben.formats.run;

import java.util.List;

/** Writes runs; what follows in the same look goes into the same one. */
final class RunWriter {
  private final RunDialect dialect;
  private final Paragraph.Markup markup;
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder content = new StringBuilder();
  private final StringBuilder text = new StringBuilder();
  private String properties = "";
  private boolean translated;

  RunWriter(RunDialect dialect, Paragraph.Markup markup) {
    this.dialect = dialect;
    this.markup = markup;
  }

  void text(String value, RunStyle style) {
    look(style);
    text.append(value);
    translated = true;
  }

  void pieces(List<Piece> pieces) {
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Between between) {
        String written = markup.of(between.start(), between.end());
        if (!written.isEmpty()) {
          endRun();
          out.append(written);
        }
      } else if (piece instanceof Piece.WholeRun run) {
        if (!markup.of(run.contentStart(), run.contentEnd()).isEmpty()) {
          between(run.start(), run.end());
        }
      } else if (piece instanceof Piece.InRun inRun) {
        String inside = markup.of(inRun.start(), inRun.end());
        if (!inside.isEmpty()) {
          look(inRun.style());
          endText();
          content.append(inside);
        }
      } else if (piece instanceof Piece.Characters characters) {
        look(characters.style());
        text.append(characters.text());
      }
    }
  }

  private void between(int start, int end) {
    endRun();
    out.append(markup.of(start, end));
  }

  void item(Item item) {
    if (item instanceof Item.Text run) {
      look(run.style());
      text.append(run.value());
    } else if (item instanceof Item.Code code) {
      pieces(code.pieces());
    } else if (item instanceof Item.Open open) {
      pieces(open.pieces());
    } else if (item instanceof Item.Close close) {
      pieces(close.pieces());
    }
  }

  private void look(RunStyle style) {
    if (!style.properties().equals(properties)) {
      endRun();
      properties = style.properties();
    }
  }

  private void endText() {
    if (!text.isEmpty()) {
      content.append(dialect.text(text.toString()));
      text.setLength(0);
    }
  }

  private void endRun() {
    endText();
    if (!content.isEmpty()) {
      out.append(dialect.run(properties, content.toString(), translated));
      content.setLength(0);
    }
    translated = false;
  }

  String end() {
    endRun();
    return out.toString();
  }
}
