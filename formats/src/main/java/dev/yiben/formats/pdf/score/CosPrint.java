package dev.yiben.formats.pdf.score;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/** Prints objects of a file so that equal ones of another file print the same. */
final class CosPrint {
  /** Ways back, from which all of a file would be printed. */
  private static final Set<String> UPWARDS = Set.of("P", "Parent", "Pg", "Prev", "Last");

  private static final int DEEPEST = 60;
  private static final int LONGEST = 4_000_000;

  private final Map<COSBase, Integer> pages;
  private final Set<String> without;
  private final StringBuilder out = new StringBuilder();
  private final Map<COSBase, Integer> seen = new HashMap<>();

  private CosPrint(Map<COSBase, Integer> pages, Set<String> without) {
    this.pages = pages;
    this.without = without;
  }

  /**
   * Prints an object and all that it leads to.
   *
   * @param pages numbers of the file's pages
   * @param without keys of dictionaries to leave out
   */
  static String of(COSBase base, Map<COSBase, Integer> pages, Set<String> without) {
    CosPrint print = new CosPrint(pages, without);
    print.print(base, 0);
    return print.out.toString();
  }

  private void print(COSBase base, int depth) {
    COSBase value = base instanceof COSObject object ? object.getObject() : base;
    if (depth > DEEPEST || out.length() > LONGEST) {
      out.append('…');
    } else if (value instanceof COSDictionary dictionary) {
      dictionary(dictionary, depth);
    } else if (value instanceof COSArray array) {
      out.append('[');
      for (int i = 0; i < array.size(); i++) {
        print(array.get(i), depth + 1);
        out.append(' ');
      }
      out.append(']');
    } else if (value instanceof COSString string) {
      out.append('(').append(HexFormat.of().formatHex(string.getBytes())).append(')');
    } else if (value instanceof COSName name) {
      out.append('/').append(name.getName());
    } else if (value instanceof org.apache.pdfbox.cos.COSNumber number) {
      out.append(number.floatValue());
    } else {
      out.append(value);
    }
  }

  private void dictionary(COSDictionary dictionary, int depth) {
    Integer page = pages.get(dictionary);
    Integer before = seen.putIfAbsent(dictionary, seen.size());
    if (page != null) {
      out.append("page ").append(page + 1);
    } else if (before != null) {
      out.append('#').append(before);
    } else {
      out.append("<<");
      List<COSName> keys = new ArrayList<>(dictionary.keySet());
      keys.sort(COSName::compareTo);
      for (COSName key : keys) {
        String name = key.getName();
        if (!UPWARDS.contains(name) && !without.contains(name) && !isStorage(dictionary, name)) {
          out.append('/').append(name).append(' ');
          print(dictionary.getItem(key), depth + 1);
        }
      }
      if (dictionary instanceof COSStream stream) {
        out.append(" stream ").append(checksum(stream));
      }
      out.append(">>");
    }
  }

  private static boolean isStorage(COSDictionary dictionary, String key) {
    return dictionary instanceof COSStream
        && Set.of("Length", "Filter", "DecodeParms").contains(key);
  }

  private static long checksum(COSStream stream) {
    CRC32 checksum = new CRC32();
    try (InputStream in = stream.createRawInputStream()) {
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        checksum.update(buffer, 0, n);
      }
    } catch (IOException | IllegalStateException e) {
      return -1;
    }
    return checksum.getValue();
  }
}
