package dev.yiben.formats.pdf.twin;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/** Finds out which copies of forms are as they were copied, with all that they draw. */
final class UnchangedForms {
  private static final int BLOCK = 1 << 16;

  private final Map<COSBase, COSDictionary> copies;
  private final IdentityHashMap<COSStream, Boolean> known = new IdentityHashMap<>();

  /**
   * Creates a finder.
   *
   * @param copies of resources and forms, by what they are copies of
   */
  UnchangedForms(Map<COSBase, COSDictionary> copies) {
    this.copies = copies;
  }

  /** Returns whether the copy of a form is as the form. */
  boolean holds(COSStream form) throws IOException {
    Boolean before = known.get(form);
    if (before != null) {
      return before;
    }
    // A form that draws itself is not worth a closer look.
    known.put(form, false);
    boolean holds = isUnchanged(form);
    known.put(form, holds);
    return holds;
  }

  private boolean isUnchanged(COSStream form) throws IOException {
    COSStream copy = (COSStream) copies.get(form);
    COSDictionary resources = form.getCOSDictionary(COSName.RESOURCES);
    COSDictionary copied = copy.getCOSDictionary(COSName.RESOURCES);
    if ((resources == null ? null : copies.get(resources)) != copied || !sameBytes(form, copy)) {
      return false;
    }
    COSDictionary objects = resources == null ? null : resources.getCOSDictionary(COSName.XOBJECT);
    if (objects != null) {
      for (COSName name : objects.keySet()) {
        if (objects.getDictionaryObject(name) instanceof COSStream inner
            && copies.containsKey(inner)
            && !holds(inner)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean sameBytes(COSStream one, COSStream other) throws IOException {
    try (InputStream first = one.createRawInputStream();
        InputStream second = other.createRawInputStream()) {
      byte[] block = first.readNBytes(BLOCK);
      while (Arrays.equals(block, second.readNBytes(BLOCK))) {
        if (block.length == 0) {
          return true;
        }
        block = first.readNBytes(BLOCK);
      }
      return false;
    }
  }
}
