/**
 * What all subtitle formats share: {@link dev.yiben.formats.cue.CueText} finds what of a cue is
 * translated, {@link dev.yiben.formats.cue.CueTrack} makes segments of cues, {@link
 * dev.yiben.formats.cue.ReadingRoom} says how much is shown at once, and {@link
 * dev.yiben.formats.cue.CueWriter} writes targets back in balanced lines. A format says by {@link
 * dev.yiben.formats.cue.CueSyntax} how its cues are written.
 */
package dev.yiben.formats.cue;
