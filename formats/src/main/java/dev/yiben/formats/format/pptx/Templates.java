package dev.yiben.formats.format.pptx;

import dev.yiben.formats.markup.MarkupException;
import dev.yiben.formats.office.OfficePackage;
import dev.yiben.formats.office.OfficePart;
import dev.yiben.formats.xml.XmlText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the layouts and masters that slides and notes are made after. */
final class Templates {
  /** As many as most presentations use; those of others are read again. */
  private static final int MOST_KEPT = 16;

  private final OfficePackage office;
  private final Map<String, Optional<Template>> kept = new LinkedHashMap<>();

  Templates(OfficePackage office) {
    this.office = office;
  }

  /** Returns what a part is made after, from the nearest to the farthest. */
  List<Template> of(String part, PartKind kind) {
    List<Template> templates = new ArrayList<>();
    if (kind == PartKind.NOTES) {
      first(part, "notesMaster").flatMap(this::read).ifPresent(templates::add);
    } else {
      Optional<String> layout = first(part, "slideLayout").filter(any -> kind == PartKind.SLIDE);
      layout.flatMap(this::read).ifPresent(templates::add);
      first(layout.orElse(part), "slideMaster").flatMap(this::read).ifPresent(templates::add);
    }
    return templates;
  }

  private Optional<String> first(String part, String type) {
    return office.related(part, type).stream().map(OfficePart::name).findFirst();
  }

  private Optional<Template> read(String part) {
    if (!kept.containsKey(part)) {
      if (kept.size() == MOST_KEPT) {
        kept.clear();
      }
      kept.put(part, xml(office, part).map(Template::new));
    }
    return kept.get(part);
  }

  /** Returns a part; nothing if it cannot be read, which is said where its own texts are. */
  static Optional<XmlText> xml(OfficePackage office, String part) {
    try {
      return office.text(part).map(source -> XmlText.read(source.text()));
    } catch (IOException | MarkupException e) {
      return Optional.empty();
    }
  }
}
