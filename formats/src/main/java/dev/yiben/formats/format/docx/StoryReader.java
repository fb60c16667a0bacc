package dev.yiben.formats.format.docx;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.format.FormatOptions;
import dev.yiben.formats.format.Layout;
import dev.yiben.formats.format.Revisions;
import dev.yiben.formats.office.PartText;
import dev.yiben.formats.office.PartTexts;
import dev.yiben.formats.office.TextUnit;
import dev.yiben.formats.run.Paragraph;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import dev.yiben.formats.xml.XmlText;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the texts of a story: its paragraphs, and what its pictures and tables are described by.
 */
final class StoryReader {
  private final Story story;
  private final FormatOptions options;
  private final Layout layout;
  private final XmlText xml;
  private final TrackedChanges changes;
  private final Roles roles;
  private final Streams streams;
  private final TwoLanguages languages;
  private final TableDirection tables = new TableDirection();
  private final TextBoxes boxes = new TextBoxes();
  private final PartTexts texts;
  private final AttributeTexts attributes;
  private final PartContext context;
  private final Set<Integer> joined = new HashSet<>();

  StoryReader(Story story, FormatOptions options, XmlText xml) {
    this.story = story;
    this.options = options;
    this.layout = options.layout();
    this.xml = xml;
    this.changes = new TrackedChanges(revisions(options));
    this.roles = new Roles(story);
    this.texts = new PartTexts(story.part());
    this.attributes = new AttributeTexts(xml, texts);
    this.context =
        new PartContext(
            Fields.of(xml.root(), changes),
            new RunLooks(story.look().styles(), changes),
            changes,
            options.ruby(),
            texts.tally());
    this.streams = Streams.of(story, xml.root(), roles);
    this.languages = TwoLanguages.of(layout, story.look(), xml);
  }

  /** In two languages the source keeps its changes, and the target has none to show. */
  private static Revisions revisions(FormatOptions options) {
    Revisions revisions = options.office().revisions();
    return options.layout().isBilingual() && revisions == Revisions.KEEP
        ? Revisions.ACCEPT
        : revisions;
  }

  /** Returns the texts; to be called once. */
  PartText read() {
    int goneUntil = 0;
    for (XmlElement element : xml.root().descendants()) {
      if (element.end() > goneUntil && changes.hides(element)) {
        goneUntil = element.end();
      }
      if (element.start() < goneUntil) {
        if (TrackedChanges.isText(element)) {
          texts.outside("revision", element.text());
        }
      } else if (element.is(Namespaces.WORD, "p")) {
        SegmentId id = texts.nextId();
        if (!joined.contains(element.start())) {
          addParagraph(element, id);
        }
      } else {
        tables.add(element);
        attributes.add(element, streams.name());
      }
    }
    return texts.text();
  }

  private void addParagraph(XmlElement element, SegmentId id) {
    List<XmlElement> elements = changes.joined(element);
    elements.forEach(one -> joined.add(one.start()));
    XmlElement last = elements.get(elements.size() - 1);
    Role role = context.fields().isContents(last) ? Role.TOC_ENTRY : roles.of(last);
    RunRules rules = rules(last, role);
    Optional<Paragraph> read = new ParagraphReader(elements, context, rules).read(xml.text());
    if (read.isPresent()) {
      ParagraphWriter writer =
          new ParagraphWriter(xml.text(), elements, read.get(), changes, story.look());
      add(id, role, last, read.get().text(), writer);
    }
  }

  private void add(
      SegmentId id, Role role, XmlElement paragraph, CodedText text, ParagraphWriter writer) {
    Optional<SegmentId> repeated = boxes.repeatedBy(paragraph, text);
    if (repeated.isPresent()) {
      texts.tally().outside("mirror", text.plainText());
    } else {
      streams.pass(paragraph);
      boxes.add(paragraph, text, id);
    }
    Segment segment = new Segment(repeated.orElse(id), text, role, streams.name());
    TextUnit.Writer written =
        layout.isBilingual() ? languages.writer(writer, segment.id(), role) : writer;
    texts.add(new TextUnit(segment, repeated, writer.start(), writer.end(), written));
    if (!layout.isBilingual()) {
      tables.following(segment, writer).forEach(texts::add);
    }
  }

  private RunRules rules(XmlElement paragraph, Role role) {
    RunRules hidden =
        options.office().hiddenText() ? text -> Optional.empty() : text -> hidden(text, paragraph);
    if (role != Role.TOC_ENTRY) {
      return hidden;
    }
    ContentsEntry entry = new ContentsEntry(paragraph);
    return text -> hidden.leftOut(text).or(() -> entry.leftOut(text));
  }

  private Optional<String> hidden(XmlElement text, XmlElement paragraph) {
    Optional<XmlElement> properties = text.parent().flatMap(changes::properties);
    return story.look().styles().isOn("vanish", properties, paragraph)
        ? Optional.of("hidden")
        : Optional.empty();
  }
}
