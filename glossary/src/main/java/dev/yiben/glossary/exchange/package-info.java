/**
 * Glossaries of other tools: tables (CSV, TSV, XLSX), TBX, and the JSON files of translation tools
 * and games. {@link dev.yiben.glossary.exchange.GlossaryImport} reads them, {@link
 * dev.yiben.glossary.exchange.GlossaryExport} writes them; what cannot be carried over is told.
 */
package dev.yiben.glossary.exchange;
