package dev.yiben.pipeline.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.sf.okapi.common.Event;
import net.sf.okapi.common.IResource;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.filters.IFilter;
import net.sf.okapi.common.filterwriter.IFilterWriter;
import net.sf.okapi.common.resource.ITextUnit;
import net.sf.okapi.common.resource.RawDocument;
import net.sf.okapi.common.resource.TextContainer;
import net.sf.okapi.common.resource.TextFragment;
import net.sf.okapi.filters.xliff.XLIFFFilter;
import net.sf.okapi.filters.xliff2.XLIFF2Filter;
import net.sf.okapi.lib.xliff2.reader.XLIFFReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Okapi's filters, on which CAT tools are built, read what is written here, and write it back. */
class OkapiTest {
  private static final LocaleId CHINESE = LocaleId.fromString("zh");

  @TempDir private Path folder;

  @Test
  void editsXliff2ThatIsMergedBack() throws IOException {
    Review review = document();
    Path edited = edit(new XLIFF2Filter(), review.extract(ExchangeFormat.XLIFF2));

    MergedDocument merged = review.merge(edited);

    assertThat(merged.refused()).isEmpty();
    assertThat(review.output()).isEqualTo(expected());
  }

  @Test
  void editsXliff1ThatIsMergedBack() throws IOException {
    Review review = document();
    Path edited = edit(new XLIFFFilter(), review.extract(ExchangeFormat.XLIFF1));

    MergedDocument merged = review.merge(edited);

    assertThat(merged.refused()).isEmpty();
    assertThat(review.output()).isEqualTo(expected());
  }

  @Test
  void findsXliff2Valid() {
    Path file = document().extract(ExchangeFormat.XLIFF2);

    XLIFFReader.validate(file.toFile(), null);
  }

  private Review document() {
    return new Review(folder)
        .document(
            "# A Title",
            "The <b>red</b> fox<x/> ran.",
            "A < B & \"C\" > D 😀 \f end",
            "<b>one <i>two</i></b> three",
            "---",
            "Done.");
  }

  private static java.util.List<String> expected() {
    return java.util.List.of(
        "译# A Title译",
        "译The <b>red</b> fox<x/> ran.译",
        "译A < B & \"C\" > D 😀 \f end译",
        "译<b>one <i>two</i></b> three译",
        "---",
        "译Done.译");
  }

  /** Puts a character before and after each target, as an editor would write it. */
  private Path edit(IFilter filter, Path file) throws IOException {
    Path edited = folder.resolve("edited.xlf");
    try (filter;
        RawDocument document = new RawDocument(file.toUri(), "UTF-8", LocaleId.ENGLISH, CHINESE)) {
      filter.open(document);
      try (IFilterWriter writer = filter.createFilterWriter()) {
        writer.setOptions(CHINESE, "UTF-8");
        writer.setOutput(edited.toString());
        while (filter.hasNext()) {
          Event event = filter.next();
          if (event.isTextUnit()) {
            translate(event.getTextUnit());
          }
          writer.handleEvent(event);
        }
      }
    }
    assertThat(Files.readString(edited)).contains("译");
    return edited;
  }

  private static void translate(ITextUnit unit) {
    TextContainer target = unit.createTarget(CHINESE, true, IResource.COPY_ALL);
    TextFragment content = target.getFirstContent();
    content.insert(0, new TextFragment("译"));
    content.append("译");
  }
}
