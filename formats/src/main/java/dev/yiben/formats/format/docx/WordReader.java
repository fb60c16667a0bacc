package dev.yiben.formats.format.docx;

import dev.yiben.formats.drawing.DrawingParts;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.office.OfficePackage;
import dev.yiben.formats.office.OfficeReader;
import dev.yiben.formats.office.PartText;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the texts of a Word document: the paragraphs of all its stories. */
final class WordReader implements OfficeReader {
  private final FormatOptions options;
  private final Map<String, Story> stories;
  private final DrawingParts drawings;
  private final List<String> parts;
  private final RevisionTally tracked = new RevisionTally();
  private final LanguageTally languages = new LanguageTally();
  private final Unread unread;
  private final ContentsTally contents = new ContentsTally();

  WordReader(OfficePackage office, FormatOptions options) {
    this.options = options;
    this.stories = Stories.of(office);
    this.drawings = new DrawingParts(office);
    this.unread = new Unread(office);
    Set<String> found = new LinkedHashSet<>(stories.keySet());
    stories.keySet().forEach(story -> found.addAll(drawings.of(story)));
    for (Story story : stories.values()) {
      office.related(story.part(), "numbering").forEach(part -> found.add(part.name()));
    }
    this.parts = List.copyOf(found);
  }

  @Override
  public List<String> parts() {
    return parts;
  }

  @Override
  public PartText read(String part, String text) {
    XmlText xml = XmlText.read(text);
    Story story = stories.get(part);
    if (story == null) {
      return drawings.has(part) ? drawings.read(part, xml, part) : NumberingTexts.read(part, xml);
    }
    for (XmlElement element : xml.root().descendants()) {
      tracked.add(element);
      languages.add(element, story.look().styles());
      unread.add(part, element);
    }
    PartText read = new StoryReader(story, options, xml).read();
    contents.add(read);
    return read;
  }

  @Override
  public Optional<String> declaredLanguage() {
    return languages.language();
  }

  @Override
  public List<String> notices() {
    return Stream.of(
            unread.notices().stream(),
            contents.notice().stream(),
            tracked.notice(options.office().revisions(), options.layout()).stream())
        .flatMap(lines -> lines)
        .toList();
  }
}
