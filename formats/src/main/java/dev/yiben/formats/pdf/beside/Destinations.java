package dev.yiben.formats.pdf.beside;

import java.io.IOException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDNamedDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;

/** Finds where items of an outline and links lead to (ISO 32000-2, 12.3.2). */
public final class Destinations {
  private static final COSName GO_TO = COSName.getPDFName("GoTo");

  private final PDDocument document;
  private final IdentityHashMap<COSBase, Integer> numbers = new IdentityHashMap<>();
  private final Map<String, Optional<COSArray>> named = new HashMap<>();

  /**
   * Creates a finder.
   *
   * @param pages the pages of the document
   */
  public Destinations(PDDocument document, List<PDPage> pages) {
    this.document = document;
    for (PDPage page : pages) {
      numbers.putIfAbsent(page.getCOSObject(), numbers.size());
    }
  }

  /** Returns the place in the same file that an item or a link leads to, named or not. */
  public Optional<COSArray> of(COSDictionary itemOrLink) {
    COSBase destination = itemOrLink.getDictionaryObject(COSName.DEST);
    COSDictionary action = itemOrLink.getCOSDictionary(COSName.A);
    if (destination == null && action != null && GO_TO.equals(action.getCOSName(COSName.S))) {
      destination = action.getDictionaryObject(COSName.D);
    }
    if (destination instanceof COSArray array) {
      return Optional.of(array);
    }
    if (destination instanceof COSName name) {
      return named.computeIfAbsent("/" + name.getName(), key -> find(new PDNamedDestination(name)));
    }
    return destination instanceof COSString string
        ? named.computeIfAbsent(string.getString(), key -> find(new PDNamedDestination(string)))
        : Optional.empty();
  }

  private Optional<COSArray> find(PDNamedDestination name) {
    try {
      return Optional.ofNullable(document.getDocumentCatalog().findNamedDestinationPage(name))
          .map(PDPageDestination::getCOSObject);
    } catch (IOException | RuntimeException e) {
      // A damaged table of names leads nowhere.
      return Optional.empty();
    }
  }

  /** Returns the number of the page that a place is on, from 0. */
  public OptionalInt page(COSArray destination) {
    COSBase page = destination.size() == 0 ? null : destination.getObject(0);
    if (page instanceof COSInteger number) {
      return number.intValue() >= 0 && number.intValue() < numbers.size()
          ? OptionalInt.of(number.intValue())
          : OptionalInt.empty();
    }
    Integer number = page == null ? null : numbers.get(page);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }
}
