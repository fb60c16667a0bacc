package dev.yiben.formats.format.renpy;

import java.util.List;

/** The dialogue of a game by its translation ids. */
interface SourceLines {
  /** Of a game whose scripts are not known. */
  SourceLines UNKNOWN = id -> List.of();

  /** Returns what is said under an id, in order; nothing if there is no such id. */
  List<Statement.Said> said(String id);
}
