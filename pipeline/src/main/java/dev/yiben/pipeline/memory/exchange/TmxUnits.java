package dev.yiben.pipeline.memory.exchange;

import dev.yiben.pipeline.memory.MemoryUnit;
import dev.yiben.pipeline.memory.Origin;
import dev.yiben.pipeline.memory.TranslationMemory;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamReader;

/** Collects the translation units of a TMX file from its tags and texts. */
final class TmxUnits {
  static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

  private static final int MOST_LANGUAGES = 100;
  private static final int MOST_PROPERTIES = 100;
  private static final int MOST_PIECES = 2_000;

  private final ForeignPair.Sink sink;
  private boolean ours;
  private String fileSource = "";
  private String unitSource = "";
  private Optional<Instant> created = Optional.empty();
  private final Map<String, String> properties = new HashMap<>();
  private final List<Variant> variants = new ArrayList<>();
  private boolean inVariant;
  private boolean inSegment;
  private int inCode;
  private String property = "";
  private final StringBuilder text = new StringBuilder();
  private List<Piece> pieces = new ArrayList<>();
  private final Map<String, String> openPairs = new HashMap<>();
  private final List<String> highlights = new ArrayList<>();
  private boolean tooLong;

  /** The text of a unit in one of its languages. */
  private record Variant(String language, List<Piece> pieces) {}

  TmxUnits(ForeignPair.Sink sink) {
    this.sink = sink;
  }

  void start(XMLStreamReader xml) {
    switch (xml.getLocalName()) {
      case "header" -> {
        fileSource = attribute(xml, "srclang");
        ours = attribute(xml, "creationtool").equals(TmxWriter.TOOL);
      }
      case "tu" -> {
        unitSource = attribute(xml, "srclang");
        created = date(attribute(xml, "changedate")).or(() -> date(attribute(xml, "creationdate")));
        properties.clear();
        variants.clear();
        tooLong = false;
      }
      case "tuv" -> {
        inVariant = true;
        pieces = new ArrayList<>();
        String language = xml.getAttributeValue(XMLConstants.XML_NS_URI, "lang");
        String tag = language == null ? attribute(xml, "lang") : language;
        if (variants.size() < MOST_LANGUAGES) {
          variants.add(new Variant(tag, pieces));
        }
      }
      case "prop" -> {
        property = inVariant ? "" : attribute(xml, "type");
        text.setLength(0);
      }
      case "seg" -> {
        inSegment = true;
        inCode = 0;
        text.setLength(0);
        openPairs.clear();
        highlights.clear();
      }
      case "bpt", "ept", "ph", "it", "ut", "hi", "sub" -> {
        if (inSegment) {
          code(xml);
        }
      }
      default -> {}
    }
  }

  private void code(XMLStreamReader xml) {
    String name = xml.getLocalName();
    if (inCode == 0 && !name.equals("sub")) {
      flush();
      String x = attribute(xml, "x");
      String i = attribute(xml, "i");
      switch (name) {
        case "bpt" -> {
          openPairs.put(i, x.isEmpty() ? "i" + i : "x" + x);
          add(new Piece(Piece.Kind.OPEN, openPairs.get(i)));
        }
        case "ept" -> add(new Piece(Piece.Kind.CLOSE, openPairs.getOrDefault(i, "i" + i)));
        case "hi" -> {
          highlights.add("hi" + (x.isEmpty() ? highlights.size() : x));
          add(new Piece(Piece.Kind.OPEN, highlights.get(highlights.size() - 1)));
        }
        default -> add(new Piece(Piece.Kind.ALONE, x.isEmpty() ? "any" : "x" + x));
      }
    }
    // What stands within a code is no text, but a highlighted text is.
    inCode += name.equals("hi") && inCode == 0 ? 0 : 1;
  }

  void text(String part) {
    boolean wanted = inSegment ? inCode == 0 : !property.isEmpty();
    if (!wanted) {
      return;
    }
    if (text.length() + part.length() > TranslationMemory.MOST_CHARACTERS) {
      tooLong = true;
    } else {
      text.append(part);
    }
  }

  void end(String name) {
    switch (name) {
      case "prop" -> {
        if (!property.isEmpty() && properties.size() < MOST_PROPERTIES) {
          properties.put(property, text.toString());
        }
        property = "";
      }
      case "hi" -> {
        if (inSegment && inCode > 0) {
          inCode--;
        } else if (inSegment && !highlights.isEmpty()) {
          flush();
          add(new Piece(Piece.Kind.CLOSE, highlights.remove(highlights.size() - 1)));
        }
      }
      case "bpt", "ept", "ph", "it", "ut", "sub" -> inCode = Math.max(0, inCode - 1);
      case "seg" -> {
        flush();
        inSegment = false;
      }
      case "tuv" -> inVariant = false;
      case "tu" -> unit();
      default -> {}
    }
  }

  private void flush() {
    Piece.plain(text.toString()).forEach(this::add);
    text.setLength(0);
  }

  private void add(Piece piece) {
    if (pieces.size() < MOST_PIECES) {
      pieces.add(piece);
    } else {
      tooLong = true;
    }
  }

  private void unit() {
    if (tooLong) {
      sink.leaveOut("too long");
      return;
    }
    String wanted = unitSource.isEmpty() ? fileSource : unitSource;
    if (variants.size() < 2) {
      sink.leaveOut("no translation");
      return;
    }
    int source = 0;
    for (int i = variants.size() - 1; i >= 0; i--) {
      source = same(variants.get(i).language(), wanted) ? i : source;
    }
    for (int i = 0; i < variants.size(); i++) {
      if (i != source) {
        sink.add(pair(variants.get(source), variants.get(i)));
      }
    }
  }

  private static boolean same(String tag, String other) {
    return tag.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
  }

  private ForeignPair pair(Variant source, Variant target) {
    return new ForeignPair(
        Optional.of(source.language()),
        Optional.of(target.language()),
        MarkedPair.of(source.pieces(), target.pieces()),
        ours ? context() : MemoryUnit.Context.UNKNOWN,
        ours ? making() : MemoryUnit.Making.byPeople(Origin.IMPORTED, true),
        ours ? findings() : List.of(),
        created);
  }

  private MemoryUnit.Context context() {
    return new MemoryUnit.Context(
        own("document"), own("segment"), own("role"), own("before"), own("after"));
  }

  private MemoryUnit.Making making() {
    Origin origin =
        own("origin").equals("translated")
            ? Origin.TRANSLATED
            : own("origin").equals("edited") ? Origin.EDITED : Origin.IMPORTED;
    return new MemoryUnit.Making(
        origin, own("confirmed").equals("yes"), own("model"), own("recipe"));
  }

  private List<String> findings() {
    return own("findings").isEmpty() ? List.of() : List.of(own("findings").split("\n", -1));
  }

  private String own(String name) {
    return properties.getOrDefault(TmxWriter.PROPERTY + name, "");
  }

  private static Optional<Instant> date(String date) {
    try {
      return date.isEmpty()
          ? Optional.empty()
          : Optional.of(LocalDateTime.parse(date, DATE).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value.strip();
  }
}
