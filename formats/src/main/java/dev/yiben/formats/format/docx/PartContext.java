package dev.yiben.formats.format.docx;

import dev.yiben.formats.format.RubyReadings;
import dev.yiben.formats.format.Tally;

/**
 * What the paragraphs of a part have in common.
 *
 * @param fields the part's
 * @param looks how runs look in the document
 * @param changes the view of tracked changes that is read
 * @param ruby what becomes of readings
 * @param tally counts the part's characters
 */
record PartContext(
    Fields fields, RunLooks looks, TrackedChanges changes, RubyReadings ruby, Tally tally) {}
