package dev.yiben.pipeline.interchange;

import dev.yiben.formats.document.CodedText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * Writes XLIFF 1.2 (OASIS, 2008): a {@code <trans-unit>} for each segment, codes as {@code <g>} and
 * {@code <x/>} with what stands in the document as their equivalent text.
 */
final class Xliff1Writer {
  private final XmlOut out;

  private Xliff1Writer(XmlOut out) {
    this.out = out;
  }

  /** Writes a file; the stream stays open. */
  static void write(Exchange exchange, OutputStream stream) throws IOException {
    XmlOut.write(stream, out -> new Xliff1Writer(out).write(exchange));
  }

  private void write(Exchange exchange) throws XMLStreamException {
    out.begin("xliff")
        .attribute("xmlns", Xliff.NAMESPACE_1)
        .attribute("xmlns:" + Xliff.OWN_PREFIX, Xliff.OWN_NAMESPACE)
        .attribute("version", "1.2");
    for (ExchangeDocument document : exchange.documents()) {
      out.begin("file")
          .attribute("original", document.origin().original())
          .attribute("source-language", exchange.sourceLanguage())
          .attribute("target-language", exchange.targetLanguage())
          .attribute("datatype", document.origin().format().map(id -> "x-" + id).orElse("x-file"));
      Xliff.writeOrigin(document.origin(), out);
      out.begin("body");
      for (ExchangeUnit unit : document.units()) {
        write(unit);
      }
      out.end();
      out.end();
    }
    out.end();
  }

  private void write(ExchangeUnit unit) throws XMLStreamException {
    out.begin("trans-unit")
        .attribute("id", String.valueOf(unit.number()))
        .attribute("resname", unit.id())
        .attribute("xml:space", "preserve");
    if (unit.state().isConfirmed()) {
      out.attribute("approved", "yes");
    }
    out.begin("source");
    write(Pieces.of(unit.source()), unit.source());
    out.endText();
    if (unit.target().isPresent()) {
      out.begin("target").attribute("state", state(unit));
      qualify(unit.state());
      write(Pieces.of(unit.target().get()), unit.source());
      out.endText();
    }
    for (ExchangeNote note : unit.notes()) {
      out.begin("note")
          .attribute("from", Xliff.OWN_PREFIX)
          .attribute("annotates", note.kind() == ExchangeNote.Kind.FINDING ? "target" : "source")
          .text(Pieces.display(note.text()))
          .endText();
    }
    out.end();
  }

  private void write(List<Piece> pieces, CodedText source) throws XMLStreamException {
    // Elements cannot cross; a source that does has its halves apart.
    boolean paired = source.isNested();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Text text) {
        out.text(text.text());
      } else {
        write((Piece.Code) piece, paired);
      }
    }
  }

  private void write(Piece.Code code, boolean paired) throws XMLStreamException {
    switch (code.kind()) {
      case STANDALONE -> describe(out.empty("x"), code);
      case OPEN -> {
        if (paired) {
          describe(out.inline("g"), code);
        } else {
          describe(out.empty("bx"), code).attribute("rid", code.id());
        }
      }
      case CLOSE -> {
        if (paired) {
          out.endInline();
        } else {
          out.empty("ex").attribute("id", code.id() + "e").attribute("rid", code.id());
        }
      }
    }
  }

  private static XmlOut describe(XmlOut element, Piece.Code code) throws XMLStreamException {
    String text = code.shown().isBlank() ? code.original() : code.shown();
    return element.attribute("id", code.id()).attribute("equiv-text", Pieces.shortDisplay(text));
  }

  private void qualify(ReviewState state) throws XMLStreamException {
    switch (state) {
      case REUSED -> out.attribute("state-qualifier", "exact-match");
      case TRANSLATED -> out.attribute("state-qualifier", "leveraged-mt");
      case EXISTING -> out.attribute("state-qualifier", "id-match");
      case UNTRANSLATED, KEPT_AS_SOURCE, REVIEWED, FINAL -> {}
    }
  }

  private static String state(ExchangeUnit unit) {
    boolean doubtful =
        unit.notes().stream().anyMatch(note -> note.kind() == ExchangeNote.Kind.FINDING);
    return switch (unit.state()) {
      case UNTRANSLATED, KEPT_AS_SOURCE -> "needs-translation";
      case EXISTING, REUSED, TRANSLATED -> doubtful ? "needs-review-translation" : "translated";
      case REVIEWED -> "signed-off";
      case FINAL -> "final";
    };
  }
}
