package dev.yiben.pipeline.interchange;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.InlineCode.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * Writes XLIFF 2.1 (OASIS, 2018): a unit of one segment for each segment, codes as {@code <pc>} and
 * {@code <ph>} with what stands in the document as original data.
 */
final class Xliff2Writer {
  private final XmlOut out;

  private Xliff2Writer(XmlOut out) {
    this.out = out;
  }

  /** Writes a file; the stream stays open. */
  static void write(Exchange exchange, OutputStream stream) throws IOException {
    XmlOut.write(stream, out -> new Xliff2Writer(out).write(exchange));
  }

  private void write(Exchange exchange) throws XMLStreamException {
    out.begin("xliff")
        .attribute("xmlns", Xliff.NAMESPACE_2)
        .attribute("xmlns:" + Xliff.OWN_PREFIX, Xliff.OWN_NAMESPACE)
        .attribute("version", "2.1")
        .attribute("srcLang", exchange.sourceLanguage())
        .attribute("trgLang", exchange.targetLanguage());
    int number = 0;
    for (ExchangeDocument document : exchange.documents()) {
      number++;
      out.begin("file")
          .attribute("id", "f" + number)
          .attribute("original", document.origin().original());
      Xliff.writeOrigin(document.origin(), out);
      for (ExchangeUnit unit : document.units()) {
        write(unit);
      }
      out.end();
    }
    out.end();
  }

  private void write(ExchangeUnit unit) throws XMLStreamException {
    out.begin("unit")
        .attribute("id", "u" + unit.number())
        .attribute("name", unit.id())
        .attribute("canResegment", "no");
    if (!unit.notes().isEmpty()) {
      out.begin("notes");
      for (ExchangeNote note : unit.notes()) {
        out.begin("note")
            .attribute("category", note.kind().toString())
            .attribute("appliesTo", note.kind() == ExchangeNote.Kind.FINDING ? "target" : "source")
            .text(Pieces.display(note.text()))
            .endText();
      }
      out.end();
    }
    List<Piece> source = Pieces.of(unit.source());
    Map<Piece.Code, String> data = writeOriginalData(source);
    out.begin("segment").attribute("state", state(unit.state()));
    if (!unit.state().isConfirmed() && unit.state() != ReviewState.UNTRANSLATED) {
      out.attribute("subState", Xliff.OWN_PREFIX + ":" + unit.state());
    }
    write("source", source, unit.source(), data);
    if (unit.target().isPresent()) {
      write("target", Pieces.of(unit.target().get()), unit.source(), data);
    }
    out.end();
    out.end();
  }

  /** Writes what codes stand for, once for all of the same, and returns its ids. */
  private Map<Piece.Code, String> writeOriginalData(List<Piece> source) throws XMLStreamException {
    Map<Piece.Code, String> ids = new LinkedHashMap<>();
    Map<String, String> idByOriginal = new LinkedHashMap<>();
    for (Piece piece : source) {
      if (piece instanceof Piece.Code code) {
        String original = Pieces.display(code.original());
        ids.put(code, idByOriginal.computeIfAbsent(original, o -> "d" + (idByOriginal.size() + 1)));
      }
    }
    if (!ids.isEmpty()) {
      out.begin("originalData");
      for (Map.Entry<String, String> entry : idByOriginal.entrySet()) {
        out.begin("data").attribute("id", entry.getValue()).text(entry.getKey()).endText();
      }
      out.end();
    }
    return ids;
  }

  private void write(
      String name, List<Piece> pieces, CodedText source, Map<Piece.Code, String> data)
      throws XMLStreamException {
    out.begin(name).attribute("xml:space", "preserve");
    // Elements cannot cross; a source that does has its halves apart.
    boolean paired = source.isNested();
    Map<String, Piece.Code> ends = new HashMap<>();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Code code && code.kind() == Kind.CLOSE) {
        ends.put(code.id(), code);
      }
    }
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Text text) {
        out.text(text.text());
      } else if (paired) {
        writePaired((Piece.Code) piece, ends, data);
      } else {
        writeApart((Piece.Code) piece, data);
      }
    }
    out.endText();
  }

  private void writePaired(
      Piece.Code code, Map<String, Piece.Code> ends, Map<Piece.Code, String> data)
      throws XMLStreamException {
    switch (code.kind()) {
      case STANDALONE -> writeApart(code, data);
      case OPEN -> {
        out.inline("pc").attribute("id", code.id());
        describe(code, "Start");
        refer(code, "dataRefStart", data);
        Piece.Code end = ends.get(code.id());
        out.attribute("dispEnd", Pieces.shortDisplay(end.original()));
        refer(end, "dataRefEnd", data);
      }
      case CLOSE -> out.endInline();
    }
  }

  private void writeApart(Piece.Code code, Map<Piece.Code, String> data) throws XMLStreamException {
    switch (code.kind()) {
      case STANDALONE -> out.empty("ph").attribute("id", code.id());
      case OPEN -> out.empty("sc").attribute("id", code.id());
      case CLOSE -> out.empty("ec").attribute("startRef", code.id());
    }
    describe(code, "");
    refer(code, "dataRef", data);
  }

  private void refer(Piece.Code code, String attribute, Map<Piece.Code, String> data)
      throws XMLStreamException {
    if (data.containsKey(code)) {
      out.attribute(attribute, data.get(code));
    }
  }

  private void describe(Piece.Code code, String half) throws XMLStreamException {
    out.attribute("canCopy", "no").attribute("canDelete", "no");
    if (!code.shown().isEmpty()) {
      out.attribute("equiv" + half, Pieces.shortDisplay(code.shown()));
    }
    out.attribute("disp" + half, Pieces.shortDisplay(code.original()));
  }

  private static String state(ReviewState state) {
    return switch (state) {
      case UNTRANSLATED, KEPT_AS_SOURCE -> "initial";
      case EXISTING, REUSED, TRANSLATED -> "translated";
      case REVIEWED -> "reviewed";
      case FINAL -> "final";
    };
  }
}
