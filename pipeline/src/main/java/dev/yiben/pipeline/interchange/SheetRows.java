package dev.yiben.pipeline.interchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;

/** Collects the rows of a sheet, whose first one names the columns. */
final class SheetRows implements SheetContentsHandler {
  private static final int MOST_COLUMNS = 256;

  private final Map<Integer, String> columns = new HashMap<>();
  private final List<Map<String, String>> rows = new ArrayList<>();
  private Map<String, String> row = new HashMap<>();
  private boolean named;
  private int column;

  /** Returns the rows below the first, by the names of the columns. */
  List<Map<String, String>> rows() {
    return rows;
  }

  @Override
  public void startRow(int number) {
    row = new HashMap<>();
    column = -1;
  }

  @Override
  public void cell(String reference, String value, XSSFComment comment) {
    column = reference == null ? column + 1 : new CellReference(reference).getCol();
    if (value == null || column >= MOST_COLUMNS) {
      return;
    }
    if (!named) {
      columns.put(column, value.strip().toLowerCase(Locale.ROOT));
    } else if (columns.containsKey(column)) {
      row.put(columns.get(column), value);
    }
  }

  @Override
  public void endRow(int number) {
    if (named) {
      rows.add(row);
    }
    named |= !columns.isEmpty();
  }
}
