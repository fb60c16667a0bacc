package dev.yiben.formats.pdf.edit;

import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;

/** Takes out of the properties of marked content what they say of its old text. */
final class StaleText {
  /** What stands for the text, what it is short for, and its language. */
  private static final Set<COSName> STALE = Set.of(COSName.ACTUAL_TEXT, COSName.E, COSName.LANG);

  private StaleText() {}

  /**
   * Returns the begin of a marked-content sequence without text that stands for what is in it; null
   * if it has none.
   *
   * @param properties of the sequence; null if it has none
   */
  static Tokens without(COSName tag, COSDictionary properties) {
    if (properties == null || STALE.stream().noneMatch(properties::containsKey)) {
      return null;
    }
    COSDictionary rest = new COSDictionary();
    for (Map.Entry<COSName, COSBase> entry : properties.entrySet()) {
      COSName key = entry.getKey();
      COSBase value = entry.getValue();
      boolean stale = STALE.contains(key);
      // An object elsewhere in the file cannot be told of here.
      boolean writable =
          value instanceof COSName
              || value instanceof COSNumber
              || value instanceof COSString
              || value instanceof COSArray;
      if (!stale && writable) {
        rest.setItem(key, value);
      }
    }
    Tokens tokens = new Tokens();
    if (rest.size() == 0) {
      tokens.operator("BMC", tag);
    } else {
      tokens.operator("BDC", tag, rest);
    }
    return tokens;
  }
}
