package dev.yiben.formats.format.html;

import dev.yiben.formats.block.BilingualStyle;
import dev.yiben.formats.block.DirectionPatches;
import dev.yiben.formats.block.Language;
import dev.yiben.formats.block.LanguagePatches;
import dev.yiben.formats.block.MarkupDocument;
import dev.yiben.formats.block.Presentation;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.encoding.DetectedText;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.Layout;
import dev.yiben.formats.format.TargetLookup;
import dev.yiben.formats.markup.Token;
import dev.yiben.formats.markup.Token.EndTag;
import dev.yiben.formats.markup.Token.StartTag;
import dev.yiben.formats.splice.Patch;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An open page, held in memory. */
final class HtmlDocument implements Document {
  private final DetectedText file;
  private final MarkupDocument page;
  private final Layout layout;

  HtmlDocument(DetectedText file, MarkupDocument page, Layout layout) {
    this.file = file;
    this.page = page;
    this.layout = layout;
  }

  @Override
  public Optional<String> declaredLanguage() {
    return root().stream()
        .flatMap(tag -> tag.attributes().stream())
        .filter(a -> a.name().equalsIgnoreCase("lang") || a.name().equalsIgnoreCase("xml:lang"))
        .map(attribute -> attribute.value(file.source().text()).strip())
        .filter(language -> !language.isEmpty())
        .findFirst();
  }

  private Optional<StartTag> root() {
    return page.tokens().stream()
        .filter(StartTag.class::isInstance)
        .map(StartTag.class::cast)
        .findFirst()
        .filter(tag -> tag.localName().equals("html"));
  }

  @Override
  public List<Segment> segments() {
    return page.segments();
  }

  @Override
  public Coverage coverage() {
    return page.coverage();
  }

  @Override
  public List<String> notices() {
    return file.doubt().stream().toList();
  }

  @Override
  public List<String> merge(TargetLookup targets, OutputStream out) throws IOException {
    List<String> notices = new ArrayList<>();
    for (Segment segment : page.unfit(targets)) {
      notices.add(segment.id() + ": the translation has lost or crossed codes; the source is kept");
    }
    out.write(page.isChanged(targets) ? write(targets) : file.source().splice(List.of()));
    return notices;
  }

  private byte[] write(TargetLookup targets) {
    String target = targets.targetLanguage();
    Presentation presentation =
        new Presentation(
            layout,
            declaredLanguage().flatMap(Language::of),
            Language.of(target),
            languageAttributes());
    List<Patch> patches = new ArrayList<>();
    patches.addAll(
        LanguagePatches.of(page, declaredLanguage(), target, presentation.languageAttributes()));
    patches.addAll(DirectionPatches.of(page, presentation, targets));
    if (layout.isBilingual()) {
      int place = stylePlace();
      String style = "<style>\n%s</style>\n".formatted(BilingualStyle.of(layout));
      patches.add(new Patch(place, place, style));
    }
    return page.write(targets, presentation, patches);
  }

  /** Returns where a style sheet can stand: in the head after others, else after all content. */
  private int stylePlace() {
    for (Token token : page.tokens()) {
      if (token instanceof EndTag tag && tag.localName().equals("head")) {
        return tag.start();
      }
      if (token instanceof StartTag tag && tag.localName().equals("body")) {
        return tag.start();
      }
    }
    return file.source().text().length();
  }

  private List<String> languageAttributes() {
    boolean xhtml = root().stream().anyMatch(tag -> tag.attribute("xmlns").isPresent());
    return xhtml ? List.of("lang", "xml:lang") : List.of("lang");
  }

  @Override
  public void close() {}
}
