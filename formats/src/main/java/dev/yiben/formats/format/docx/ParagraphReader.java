package dev.yiben.formats.format.docx;

import dev.yiben.formats.format.RubyReadings;
import dev.yiben.formats.format.Tally;
import dev.yiben.formats.run.CodeKind;
import dev.yiben.formats.run.Paragraph;
import dev.yiben.formats.run.ParagraphBuilder;
import dev.yiben.formats.run.Piece;
import dev.yiben.formats.run.RunStyle;
import dev.yiben.formats.xml.Namespaces;
import dev.yiben.formats.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what a paragraph consists of (ISO/IEC 29500-1, 17.3.1.22). */
final class ParagraphReader {
  /** Elements that only say what stands in them. */
  private static final Set<String> CONTAINERS =
      Set.of("hyperlink", "smartTag", "customXml", "sdt", "bdo", "dir", "fldSimple");

  /**
   * Those of them that say what a program took the words for, such as a place. That does not hold
   * for a translation, nobody sees it, and Word has given both up: they go.
   */
  private static final Set<String> GUESSES = Set.of("smartTag", "customXml");

  private final List<XmlElement> paragraphs;
  private final Set<Integer> starts;
  private final PartContext context;
  private final RunRules rules;
  private final TrackedChanges changes;
  private final Tally tally;
  private final Map<Integer, RunStyle> looks;
  private final Set<String> looseBookmarks = new HashSet<>();
  private final ParagraphBuilder builder;
  private final FieldCollector fields;
  private final RunReader runs;

  /**
   * Creates a reader.
   *
   * @param paragraphs the paragraph's elements, as {@link TrackedChanges#joined} tells them
   */
  ParagraphReader(List<XmlElement> paragraphs, PartContext context, RunRules rules) {
    this.paragraphs = paragraphs;
    this.starts = paragraphs.stream().map(XmlElement::start).collect(Collectors.toSet());
    this.context = context;
    this.rules = rules;
    this.changes = context.changes();
    this.tally = context.tally();
    List<XmlElement> content = changes.content(paragraphs);
    this.looks = context.looks().of(runs(content), paragraphs.get(paragraphs.size() - 1));
    this.builder =
        content.isEmpty()
            ? new ParagraphBuilder(0, 0)
            : new ParagraphBuilder(content.get(0).start(), content.get(content.size() - 1).end());
    this.fields = new FieldCollector(builder, tally);
    this.runs = new RunReader(builder, tally);
  }

  /** Returns all runs in some elements whose text is of the paragraph. */
  private List<XmlElement> runs(List<XmlElement> content) {
    List<XmlElement> found = new ArrayList<>();
    for (XmlElement element : content) {
      if (element.is(Namespaces.WORD, "r")) {
        found.add(element);
        for (XmlElement child : element.children()) {
          rubyBase(child).ifPresent(base -> found.addAll(runs(changes.children(base))));
        }
      } else if (isContainer(element) || changes.isInsertion(element)) {
        found.addAll(runs(changes.children(holder(element))));
      }
    }
    return found;
  }

  /** Returns the paragraph; nothing if there is no text in it. */
  Optional<Paragraph> read(String part) {
    context.fields().instructionUntil(paragraphs.get(0)).ifPresent(fields::goOn);
    changes.content(paragraphs).forEach(this::add);
    fields.stop();
    return builder.build(part, tally);
  }

  private void add(XmlElement element) {
    if (element.is(Namespaces.WORD, "r")) {
      addRun(element);
    } else if (fields.isCollecting() && !fields.endsIn(element)) {
      fields.add(element);
    } else if (isContainer(element)) {
      addContainer(element);
    } else if (changes.isInsertion(element)) {
      addInsertion(element);
    } else {
      if (fields.isCollecting()) {
        // The end that is looked for is in what is not read.
        fields.stop();
      }
      addOther(element);
    }
  }

  private boolean isContainer(XmlElement element) {
    return element.name().namespace().equals(Namespaces.WORD)
        && CONTAINERS.contains(element.local())
        && !element.isEmptyTag()
        && (!element.local().equals("sdt") || ContentControl.isText(element))
        && (!element.local().equals("fldSimple") || Field.isText(element.value("instr")));
  }

  private static XmlElement holder(XmlElement container) {
    return container.child(Namespaces.WORD, "sdtContent").orElse(container);
  }

  private void addContainer(XmlElement element) {
    if (GUESSES.contains(element.local())) {
      changes.children(element).forEach(this::add);
      return;
    }
    fields.flush();
    XmlElement holder = holder(element);
    builder.open(element.start(), holder.contentStart());
    changes.children(holder).forEach(this::add);
    fields.flush();
    builder.close(holder.contentEnd(), element.end());
  }

  private void addInsertion(XmlElement element) {
    fields.flush();
    builder.openChange(element.start(), element.contentStart());
    changes.children(element).forEach(this::add);
    fields.flush();
    builder.close(element.contentEnd(), element.end());
  }

  private void addOther(XmlElement element) {
    if (OpaqueText.isMath(element)) {
      addOpaque(CodeKind.WORD, "math", element);
      return;
    }
    if (!element.name().namespace().equals(Namespaces.WORD)) {
      addOpaque(CodeKind.MARK, "alternative", element);
      return;
    }
    switch (element.local()) {
      case "proofErr", "smartTagPr", "customXmlPr" -> {
        // The spelling checker looks at the translation anew.
      }
      case "fldSimple" ->
          addOpaque(
              Field.isUnseen(element.value("instr")) ? CodeKind.END_ANCHOR : CodeKind.WORD,
              "field",
              element);
      case "sdt" -> addOpaque(CodeKind.MARK, "symbol", element);
      case "subDoc", "contentPart" -> addOpaque(CodeKind.MARK, "alternative", element);
      case "del", "moveFrom" ->
          builder.code(CodeKind.START_ANCHOR, element.start(), element.end(), "", Optional.empty());
      default -> addAnchor(element);
    }
  }

  private void addOpaque(CodeKind kind, String rule, XmlElement element) {
    String text = OpaqueText.of(element);
    tally.text(text);
    tally.outside(rule, text);
    builder.code(kind, element.start(), element.end(), text, Optional.empty());
  }

  private void addAnchor(XmlElement element) {
    String name = element.local();
    boolean start = name.endsWith("Start");
    String key = name.replaceFirst("(Start|End)$", "") + ' ' + element.value("id");
    boolean loose =
        looseBookmarks.contains(key) || (name.contains("Range") && !name.startsWith("comment"));
    if (loose || (start && Bookmarks.isOfNoUse(element.value("name")))) {
      looseBookmarks.add(key);
      builder.loose(element.start(), element.end());
    } else if (start || name.endsWith("End")) {
      builder.anchor(
          start ? CodeKind.START_ANCHOR : CodeKind.END_ANCHOR, key, element.start(), element.end());
    } else {
      addOpaque(CodeKind.END_ANCHOR, "alternative", element);
    }
  }

  private void addRun(XmlElement run) {
    RunStyle style = looks.getOrDefault(run.start(), RunStyle.PLAIN);
    boolean symbolFont = Symbols.isIn(changes.properties(run));
    List<XmlElement> children =
        run.children().stream().filter(child -> !child.is(Namespaces.WORD, "rPr")).toList();
    for (int i = 0; i < children.size(); i++) {
      XmlElement child = children.get(i);
      Piece piece =
          children.size() == 1
              ? new Piece.WholeRun(run.start(), run.end(), child.start(), child.end())
              : new Piece.InRun(child.start(), child.end(), style);
      if (child.is(Namespaces.WORD, "fldChar")) {
        addMark(child, piece);
      } else if (fields.isCollecting()) {
        fields.add(child, piece);
      } else if (rubyBase(child).isPresent()) {
        addRuby(run, child, rubyBase(child).get());
      } else if (Properties.isTrue(child.value("customMarkFollows")) && i + 1 < children.size()) {
        runs.addCustomMark(children.subList(i, i + 2), style);
        i++;
      } else {
        runs.add(child, piece, style, symbolFont, leftOut(child));
      }
    }
  }

  private Optional<String> leftOut(XmlElement element) {
    return TrackedChanges.isText(element) || element.is(Namespaces.WORD, "noBreakHyphen")
        ? rules.leftOut(element)
        : Optional.empty();
  }

  private void addMark(XmlElement mark, Piece piece) {
    Optional<Field> field = context.fields().beginningAt(mark);
    if (fields.isCollecting()) {
      fields.add(mark, piece);
    } else if (field.isPresent()) {
      fields.begin(field.get(), isWhole(field.get()), piece);
    } else {
      fields.addEnd(mark, piece);
    }
  }

  /** Returns whether all marks of a field are in the same element of this paragraph. */
  private boolean isWhole(Field field) {
    int around = around(field.begin());
    return around == around(field.head()) && around == around(field.end());
  }

  /** Returns the offset of what holds the run of a mark, as far as it is read here. */
  private int around(XmlElement mark) {
    Optional<XmlElement> around = mark.parent();
    if (around.isEmpty() || !around.get().is(Namespaces.WORD, "r")) {
      return mark.start();
    }
    around = around.get().parent();
    while (around.isPresent()
        && (changes.isSeenThrough(around.get())
            || GUESSES.contains(around.get().local())
            || around.get().is(Namespaces.WORD, "sdtContent"))) {
      around = around.get().parent();
    }
    int start = around.map(XmlElement::start).orElse(mark.start());
    return starts.contains(start) ? paragraphs.get(0).start() : start;
  }

  private static Optional<XmlElement> rubyBase(XmlElement element) {
    return element.is(Namespaces.WORD, "ruby")
        ? element.child(Namespaces.WORD, "rubyBase")
        : Optional.empty();
  }

  /** Adds the base of a ruby; its reading goes, or stays over what it becomes. */
  private void addRuby(XmlElement run, XmlElement ruby, XmlElement base) {
    String reading = ruby.child(Namespaces.WORD, "rt").map(OpaqueText::of).orElse("");
    tally.text(reading);
    tally.outside("ruby-reading", reading);
    boolean keep = context.ruby() == RubyReadings.KEEP;
    if (keep) {
      List<Piece> before = new ArrayList<>();
      before.add(new Piece.Between(run.start(), run.contentStart()));
      run.child(Namespaces.WORD, "rPr")
          .ifPresent(own -> before.add(new Piece.Between(own.start(), own.end())));
      before.add(new Piece.Between(ruby.start(), base.contentStart()));
      builder.open(before);
    }
    changes.children(base).forEach(this::add);
    if (keep) {
      builder.close(
          List.of(
              new Piece.Between(base.contentEnd(), ruby.end()),
              new Piece.Between(run.contentEnd(), run.end())));
    }
  }
}
