package dev.yiben.formats.format.pptx;

/** What a part is in a presentation. */
enum PartKind {
  PRESENTATION,
  SLIDE,
  /** What the speaker has beside a slide. */
  NOTES,
  COMMENTS,
  /** What slides, notes or handouts are made after. */
  MASTER,
  /** A chart or another part that one of the others shows. */
  DRAWING
}
