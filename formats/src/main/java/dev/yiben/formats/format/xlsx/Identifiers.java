package dev.yiben.formats.format.xlsx;

import java.util.regex.Pattern;

/** Tells cells that name something for machines: they mean the same in every language. */
final class Identifiers {
  private static final Pattern IDENTIFIER =
      Pattern.compile(
          // Part numbers and the like: capitals and digits, such as SKU-1234 or A1.
          "(?=.*[0-9])(?=.*[A-Z])[A-Z0-9]+([-_./:#+][A-Z0-9]+)*"
              // Names of variables and constants, such as unit_price or MAX_ROWS.
              + "|[A-Za-z0-9]+(_[A-Za-z0-9]+)+"
              // Addresses.
              + "|(?i:[a-z][a-z0-9+.-]*://\\S+|www\\.\\S+|mailto:\\S+)"
              + "|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+"
              // Files and paths.
              + "|[A-Za-z]:\\\\.*|\\\\\\\\\\S+"
              + "|[\\w./-]+\\.(?i:csv|docx?|gif|html?|jpe?g|json|md|mp[34]|pdf|png|pptx?|svg|txt"
              + "|xls[xmb]?|xml|ya?ml|zip)"
              // Hexadecimal numbers and universally unique identifiers.
              + "|(?=.*[0-9])[0-9a-fA-F]{8,}"
              + "|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final int LONGEST = 200;

  private Identifiers() {}

  static boolean matches(String text) {
    String stripped = text.strip();
    return stripped.length() <= LONGEST && IDENTIFIER.matcher(stripped).matches();
  }
}
