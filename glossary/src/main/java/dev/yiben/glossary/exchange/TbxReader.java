package dev.yiben.glossary.exchange;

import dev.yiben.glossary.GlossaryException;
import dev.yiben.glossary.Term;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads TBX, the exchange format of termbases: version 2 ({@code martif}) and version 3 (ISO
 * 30042:2019, {@code tbx}), with data categories as attributes (DCA) or as tags (DCT).
 */
final class TbxReader {
  private static final int MAX_CONCEPTS = 500_000;
  private static final int MAX_DEPTH = 40;

  /** What of a concept becomes the note of a term. */
  private static final Set<String> NOTES = Set.of("note", "definition");

  private static final String STATUS = "administrativeStatus";
  private static final String AUTHORIZATION = "normativeAuthorization";

  private final Path file;
  private final ImportOptions options;
  private final List<Notice> notices;
  private final Draft draft;
  private final List<Concept> concepts = new ArrayList<>();
  private final Set<String> languages = new LinkedHashSet<>();
  private final Map<String, Integer> unread = new TreeMap<>();

  TbxReader(Path file, ImportOptions options, List<Notice> notices, Draft draft) {
    this.file = file;
    this.options = options;
    this.notices = notices;
    this.draft = draft;
  }

  /** A term in one language, with what its status says. */
  private record Name(String text, boolean preferred, boolean deprecated) {}

  /** What is said in several languages. */
  private static final class Concept {
    private final int line;
    private final Map<String, List<Name>> names = new LinkedHashMap<>();
    private final Map<String, Set<String>> notes = new LinkedHashMap<>();

    Concept(int line) {
      this.line = line;
    }

    List<Name> names(String language) {
      return names.getOrDefault(language, List.of());
    }

    /** Notes on the concept as such, and those in a language. */
    String note(String language) {
      Set<String> all = new LinkedHashSet<>(notes.getOrDefault("", Set.of()));
      all.addAll(notes.getOrDefault(language, Set.of()));
      return String.join("; ", all);
    }
  }

  void read(String text) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    String declared = "";
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "martif", "tbx" -> declared = language(xml);
            case "termEntry", "conceptEntry" -> concepts.add(concept(xml));
            default -> {}
          }
        }
        if (concepts.size() > MAX_CONCEPTS) {
          throw new GlossaryException(file, "more than " + MAX_CONCEPTS + " entries; split it");
        }
      }
    } catch (XMLStreamException e) {
      throw new GlossaryException(
          file,
          Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNumber()),
          "not well-formed XML: " + e.getMessage().replaceAll("(?s).*Message: ", ""));
    }
    if (concepts.isEmpty()) {
      throw new GlossaryException(file, "an XML file without entries of a termbase (TBX)");
    }
    addTerms(declared);
    unread.forEach(
        (category, times) ->
            notices.add(new Notice(0, "\"%s\" is not read (%d times)".formatted(category, times))));
  }

  private static String language(XMLStreamReader xml) {
    String language = xml.getAttributeValue(XMLConstants.XML_NS_URI, "lang");
    return language == null ? "" : language.strip().replace('_', '-');
  }

  private Concept concept(XMLStreamReader xml) throws XMLStreamException {
    Concept concept = new Concept(xml.getLocation().getLineNumber());
    String language = "";
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        if (isLanguage(xml)) {
          language = "";
        }
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        if (depth > MAX_DEPTH) {
          throw new XMLStreamException("too deeply nested", xml.getLocation());
        }
        if (isLanguage(xml)) {
          language = language(xml);
          languages.add(language);
        } else if (isTerm(xml)) {
          concept
              .names
              .computeIfAbsent(language, key -> new ArrayList<>())
              .add(name(xml, concept, language));
          depth--;
        } else if (isData(xml)) {
          data(category(xml), text(xml), concept, language);
          depth--;
        }
      }
    }
    return concept;
  }

  private static boolean isLanguage(XMLStreamReader xml) {
    return xml.getLocalName().equals("langSet") || xml.getLocalName().equals("langSec");
  }

  private static boolean isTerm(XMLStreamReader xml) {
    return switch (xml.getLocalName()) {
      case "tig", "ntig", "termSec" -> true;
      default -> false;
    };
  }

  /** Groups hold data; all else holds text. */
  private static boolean isData(XMLStreamReader xml) {
    return !xml.getLocalName().endsWith("Grp");
  }

  /** Returns what an element says: by its type, or by its own name. */
  private static String category(XMLStreamReader xml) {
    String type = xml.getAttributeValue(null, "type");
    return type == null || type.isBlank() ? xml.getLocalName() : type;
  }

  private void data(String category, String text, Concept concept, String language) {
    if (NOTES.contains(category) && !text.isBlank()) {
      concept.notes.computeIfAbsent(language, key -> new LinkedHashSet<>()).add(text);
    } else if (!NOTES.contains(category)) {
      unread.merge(category, 1, Integer::sum);
    }
  }

  private Name name(XMLStreamReader xml, Concept concept, String language)
      throws XMLStreamException {
    String term = "";
    String status = "";
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        String category = category(xml);
        if (xml.getLocalName().equals("term")) {
          term = text(xml);
        } else if (category.equals(STATUS) || category.equals(AUTHORIZATION)) {
          status = text(xml);
        } else if (isData(xml)) {
          data(category, text(xml), concept, language);
        } else {
          depth++;
          if (depth > MAX_DEPTH) {
            throw new XMLStreamException("too deeply nested", xml.getLocation());
          }
        }
      }
    }
    return new Name(
        term,
        status.startsWith("preferred"),
        status.startsWith("deprecated") || status.startsWith("superseded"));
  }

  /** Returns the text of an element with that of the elements in it, as one line. */
  private static String text(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        default -> {}
      }
    }
    return text.toString().strip().replaceAll("\\s+", " ");
  }

  private void addTerms(String declared) {
    String target = options.target().flatMap(this::known).orElse("");
    if (options.target().isPresent() && target.isEmpty()) {
      throw lacks(options.target().get());
    }
    Optional<String> asked = options.source().flatMap(this::known);
    if (options.source().isPresent() && asked.isEmpty()) {
      throw lacks(options.source().get());
    }
    String source =
        asked
            .or(() -> known(declared).filter(language -> !language.equals(target)))
            .or(() -> languages.stream().filter(language -> !language.equals(target)).findFirst())
            .orElseThrow(() -> new GlossaryException(file, "it has terms of one language only"));
    List<String> others = languages.stream().filter(language -> !language.equals(source)).toList();
    if (target.isEmpty() && others.size() != 1) {
      throw new GlossaryException(
          file, "it has the languages " + String.join(", ", languages) + "; say which with --to");
    }
    String into = target.isEmpty() ? others.get(0) : target;
    concepts.forEach(concept -> addTerms(concept, source, into));
  }

  private Optional<String> known(String language) {
    return languages.stream()
        .filter(one -> one.equalsIgnoreCase(language))
        .findFirst()
        .or(
            () ->
                languages.stream()
                    .filter(one -> HeaderReader.speaks(one, Optional.of(language)))
                    .findFirst());
  }

  private GlossaryException lacks(String language) {
    return new GlossaryException(
        file, "it has no terms in " + language + ", but in " + String.join(", ", languages));
  }

  private void addTerms(Concept concept, String source, String target) {
    List<Name> good =
        concept.names(target).stream()
            .filter(name -> !name.deprecated() && !name.text().isEmpty())
            .toList();
    if (good.isEmpty() || concept.names(source).isEmpty()) {
      notices.add(
          new Notice(
              concept.line,
              "the entry has no term in " + (good.isEmpty() ? target : source) + "; left out"));
      return;
    }
    Name best = good.stream().filter(Name::preferred).findFirst().orElse(good.get(0));
    for (Name other : good) {
      if (!other.equals(best)) {
        notices.add(
            new Notice(
                concept.line,
                "\"%s\" is left out beside \"%s\": a term has one translation"
                    .formatted(other.text(), best.text())));
      }
    }
    List<String> forbidden =
        concept.names(target).stream().filter(Name::deprecated).map(Name::text).toList();
    String note = concept.note(source);
    for (Name name : concept.names(source)) {
      draft.add(
          concept.line,
          new Term(
              name.text(),
              best.text(),
              note.length() > 1000 ? note.substring(0, 1000) : note,
              false,
              true,
              false,
              name.text().equals(best.text()),
              forbidden));
    }
  }
}
