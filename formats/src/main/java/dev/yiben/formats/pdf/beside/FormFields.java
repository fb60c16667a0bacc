package dev.yiben.formats.pdf.beside;

import dev.yiben.formats.document.Role;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;

/** Reads the tooltips of the fields of a form (ISO 32000-2, 12.7.4.1). */
final class FormFields {
  private static final int MOST_FIELDS = 100_000;
  private static final String VALUE = "form-field";

  private FormFields() {}

  static void read(COSDictionary catalog, TextCollector texts) {
    COSDictionary form = catalog.getCOSDictionary(COSName.ACRO_FORM);
    if (form == null) {
      return;
    }
    Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<COSDictionary> waiting = new ArrayDeque<>();
    push(form.getCOSArray(COSName.FIELDS), waiting);
    while (!waiting.isEmpty() && seen.size() < MOST_FIELDS) {
      COSDictionary field = waiting.pop();
      if (seen.add(field)) {
        texts.entry("field", field, COSName.TU, Role.ATTRIBUTE, text -> rule(field, text));
        value(field.getDictionaryObject(COSName.V), texts);
        value(field.getDictionaryObject(COSName.OPT), texts);
        push(field.getCOSArray(COSName.KIDS), waiting);
      }
    }
  }

  /** Returns why a tooltip stays: programs fill in the field's name where nobody wrote one. */
  private static Optional<String> rule(COSDictionary field, String text) {
    boolean named = text.equals(field.getString(COSName.T)) && text.indexOf(' ') < 0;
    return named ? Optional.of("identifier") : Optional.empty();
  }

  private static void value(COSBase value, TextCollector texts) {
    if (value instanceof COSString string) {
      texts.outside(VALUE, string.getString());
    } else if (value instanceof COSArray choices) {
      for (int i = 0; i < choices.size(); i++) {
        COSBase choice = choices.getObject(i);
        // A pair is what is sent and what is shown.
        COSBase shown =
            choice instanceof COSArray pair && pair.size() > 1 ? pair.getObject(1) : choice;
        if (shown instanceof COSString string) {
          texts.outside(VALUE, string.getString());
        }
      }
    }
  }

  private static void push(COSArray fields, Deque<COSDictionary> waiting) {
    for (int i = fields == null ? -1 : fields.size() - 1; i >= 0; i--) {
      if (fields.getObject(i) instanceof COSDictionary field) {
        waiting.push(field);
      }
    }
  }
}
