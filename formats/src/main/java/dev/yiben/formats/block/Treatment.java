package dev.yiben.formats.block;

import dev.yiben.formats.document.Role;
import java.util.Optional;

/**
 * How an element takes part in the text around it.
 *
 * @param kind what becomes of its tags and content
 * @param role what its text is; empty to inherit it
 * @param rule the rule by which its content is left as it is; empty to translate it
 */
public record Treatment(Kind kind, Optional<Role> role, Optional<String> rule) {
  /** What becomes of an element's tags and content. */
  public enum Kind {
    /** Begins and ends segments. */
    BLOCK,
    /** Its tags are a pair of codes. */
    INLINE,
    /** The whole element is one code; attributes of its own start tag are text still. */
    OPAQUE,
    /** As {@link #OPAQUE}, attributes too. */
    KEPT,
    /** A line break: a code, and two in a row end a segment. */
    BREAK,
    /** Its content is text; its tags go where the text is translated. */
    UNWRAPPED,
    /** Goes where the text is translated. */
    DROPPED,
    /** A code; nothing in it is text of the document. */
    IGNORED
  }

  /** Returns the treatment of a block whose role is its parent's. */
  public static Treatment block() {
    return new Treatment(Kind.BLOCK, Optional.empty(), Optional.empty());
  }

  /** Returns the treatment of a block with a role of its own. */
  public static Treatment block(Role role) {
    return new Treatment(Kind.BLOCK, Optional.of(role), Optional.empty());
  }

  /** Returns the treatment of a block that stays as it is. */
  public static Treatment skipped(String rule) {
    return new Treatment(Kind.BLOCK, Optional.empty(), Optional.of(rule));
  }

  /** Returns a treatment without role and rule. */
  public static Treatment of(Kind kind) {
    return new Treatment(kind, Optional.empty(), Optional.empty());
  }

  /** Returns a treatment that leaves the element's text out of segments. */
  public static Treatment outside(Kind kind, String rule) {
    return new Treatment(kind, Optional.empty(), Optional.of(rule));
  }
}
