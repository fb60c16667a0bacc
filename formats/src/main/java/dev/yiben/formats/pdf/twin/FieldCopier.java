package dev.yiben.formats.pdf.twin;

import java.util.IdentityHashMap;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/**
 * Gives fields of a form a second place, so that what is filled in shows in both (ISO 32000-2,
 * 12.7.4.1).
 */
final class FieldCopier {
  private static final COSName FIELD_TYPE = COSName.FT;

  /** What belongs to a field and not to its place on a page. */
  private static final List<COSName> OF_FIELDS =
      List.of(
          COSName.FT,
          COSName.T,
          COSName.TU,
          COSName.TM,
          COSName.FF,
          COSName.V,
          COSName.DV,
          COSName.OPT,
          COSName.MAX_LEN,
          COSName.getPDFName("TI"),
          COSName.I,
          COSName.DA,
          COSName.Q,
          COSName.getPDFName("DS"),
          COSName.getPDFName("RV"),
          COSName.getPDFName("Lock"),
          COSName.getPDFName("SV"));

  private final COSDictionary form;
  private final IdentityHashMap<COSDictionary, COSDictionary> split = new IdentityHashMap<>();

  FieldCopier(COSDictionary catalog) {
    COSDictionary found = catalog.getCOSDictionary(COSName.ACRO_FORM);
    this.form = found == null ? new COSDictionary() : found;
  }

  /**
   * Makes the copy of a field's place another place of the field.
   *
   * @return whether that is possible; signatures have one place
   */
  boolean add(COSDictionary place, COSDictionary copy) {
    if (COSName.SIG.equals(inherited(place, FIELD_TYPE))) {
      return false;
    }
    COSDictionary field =
        place.containsKey(COSName.T) ? split(place) : place.getCOSDictionary(COSName.PARENT);
    COSArray places = field == null ? null : field.getCOSArray(COSName.KIDS);
    if (places == null) {
      // A place of no field, which nothing can be filled into.
      return true;
    }
    OF_FIELDS.forEach(copy::removeItem);
    copy.setItem(COSName.PARENT, field);
    places.add(copy);
    return true;
  }

  private static COSName inherited(COSDictionary place, COSName key) {
    COSDictionary node = place;
    for (int depth = 0; node != null && depth < 32; depth++) {
      if (node.getCOSName(key) != null) {
        return node.getCOSName(key);
      }
      node = node.getCOSDictionary(COSName.PARENT);
    }
    return null;
  }

  /** Makes two of a dictionary that is field and place in one, and returns the field. */
  private COSDictionary split(COSDictionary place) {
    COSDictionary known = split.get(place);
    if (known != null) {
      return known;
    }
    COSDictionary field = new COSDictionary();
    for (COSName key : OF_FIELDS) {
      if (place.containsKey(key)) {
        field.setItem(key, place.getItem(key));
      }
    }
    if (place.containsKey(COSName.AA)) {
      field.setItem(COSName.AA, place.getItem(COSName.AA));
    }
    COSDictionary parent = place.getCOSDictionary(COSName.PARENT);
    boolean listed;
    if (parent == null) {
      listed = replace(form.getCOSArray(COSName.FIELDS), place, field);
    } else {
      field.setItem(COSName.PARENT, parent);
      listed = replace(parent.getCOSArray(COSName.KIDS), place, field);
    }
    if (!listed) {
      return place;
    }
    replace(form.getCOSArray(COSName.getPDFName("CO")), place, field);
    OF_FIELDS.forEach(place::removeItem);
    place.setItem(COSName.PARENT, field);
    COSArray places = new COSArray();
    places.add(place);
    field.setItem(COSName.KIDS, places);
    split.put(place, field);
    return field;
  }

  private static boolean replace(COSArray list, COSDictionary old, COSDictionary other) {
    boolean replaced = false;
    for (int i = 0; list != null && i < list.size(); i++) {
      if (list.getObject(i) == old) {
        list.set(i, other);
        replaced = true;
      }
    }
    return replaced;
  }
}
