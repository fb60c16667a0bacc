package dev.yiben.pipeline.interchange;

/** What a workbook for review looks like. */
final class SheetLayout {
  /** The hidden sheet that says where the others come from. */
  static final String ORIGINS = "yiben";

  static final String ID = "id";
  static final String SOURCE = "source";
  static final String TARGET = "target";
  static final String STATE = "state";
  static final String NOTE = "note";

  static final String SHEET = "sheet";
  static final String ORIGINAL = "original";
  static final String PART = "part";
  static final String FORMAT = "format";
  static final String TARGETS = "targets";
  static final String READING = "reading";
  static final String SOURCE_LANGUAGE = "source-language";
  static final String TARGET_LANGUAGE = "target-language";

  private SheetLayout() {}
}
