package dev.yiben.formats.run;

import dev.yiben.formats.run.Item.Close;
import dev.yiben.formats.run.Item.Code;
import dev.yiben.formats.run.Item.Open;
import dev.yiben.formats.run.Item.Text;

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

  /** Writes what is between runs. */
  void between(int start, int end) {
    endRun();
    out.append(markup.of(start, end));
  }

  void item(Item item) {
    if (item instanceof Text run) {
      look(run.style());
      text.append(run.value());
    } else if (item instanceof Code code) {
      if (code.style().isPresent()) {
        String inRun = markup.of(code.start(), code.end());
        if (!inRun.isEmpty()) {
          look(code.style().get());
          endText();
          content.append(inRun);
        }
      } else {
        between(code.start(), code.end());
      }
    } else if (item instanceof Open open) {
      between(open.start(), open.end());
    } else if (item instanceof Close close) {
      between(close.start(), close.end());
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
