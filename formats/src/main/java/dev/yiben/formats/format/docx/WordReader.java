package dev.yiben.formats.format.docx;

import dev.yiben.formats.format.OfficeOptions;
import dev.yiben.formats.office.OfficePackage;
import dev.yiben.formats.office.OfficeReader;
import dev.yiben.formats.office.PartText;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.util.List;
import java.util.Map;

/** Finds the texts of a Word document: the paragraphs of all its stories. */
final class WordReader implements OfficeReader {
  private final OfficeOptions options;
  private final Map<String, Story> stories;
  private final RevisionTally tracked = new RevisionTally();

  WordReader(OfficePackage office, OfficeOptions options) {
    this.options = options;
    this.stories = Stories.of(office);
  }

  @Override
  public List<String> parts() {
    return List.copyOf(stories.keySet());
  }

  @Override
  public PartText read(String part, String text) {
    XmlText xml = XmlText.read(text);
    for (XmlElement element : xml.root().descendants()) {
      tracked.add(element);
    }
    return new StoryReader(stories.get(part), options, xml).read();
  }

  @Override
  public List<String> notices() {
    return tracked.notice(options.revisions()).stream().toList();
  }
}
