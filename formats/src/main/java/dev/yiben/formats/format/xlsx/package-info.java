/**
 * Excel workbooks (SpreadsheetML, ISO/IEC 29500-1 clause 18); the entry is {@link
 * dev.yiben.formats.format.xlsx.XlsxFormat}.
 *
 * <p>Sheets may be huge, so they are read in one pass. Their cells mostly name strings that are
 * kept in one part for all sheets: {@link dev.yiben.formats.format.xlsx.SharedStrings} has them in
 * the order in which sheets show them. {@link dev.yiben.formats.format.xlsx.Followers} makes what
 * refers to text follow it: columns of tables, names of sheets in formulas, values that charts
 * keep.
 */
package dev.yiben.formats.format.xlsx;
