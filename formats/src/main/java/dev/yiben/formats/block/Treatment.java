package dev.yiben.formats.block;

import dev.yiben.formats.document.Role;
import java.util.Optional;

/**
 * How an element takes part in the text around it.
 *
 * @param kind what becomes of its tags and content
 * @param role what its text is; empty to inherit it
 * @param rule the rule by which its content is left as it is, {@link #TRANSLATE} where it is not
 *     though a rule holds around it; empty to inherit it
 * @param lines whether line ends in its text are shown as such
 */
public record Treatment(Kind kind, Optional<Role> role, Optional<String> rule, boolean lines) {
  /** Not a rule but the end of one: text to translate in what is left as it is. */
  public static final String TRANSLATE = "translate-yes";

  /** What becomes of an element's tags and content. */
  public enum Kind {
    /** Begins and ends segments. */
    BLOCK,
    /** As {@link #BLOCK}, and its text may be HTML. */
    ESCAPED,
    /** Its tags are a pair of codes. */
    INLINE,
    /** One code in the text around it; what is in it makes segments of its own. */
    EMBEDDED,
    /** The whole element is one code; attributes of its own start tag are text still. */
    OPAQUE,
    /** As {@link #OPAQUE}, attributes too. */
    KEPT,
    /** As {@link #KEPT}, and no part of the sentence: such as a page's number. */
    MARKER,
    /** A line break: a code, and two in a row end a segment. */
    BREAK,
    /** Its content is text; its tags go where the text is translated, but link targets stay. */
    UNWRAPPED,
    /** Goes where the text is translated, but link targets stay. */
    DROPPED,
    /**
     * A base with readings: its tags are a pair of codes, and the readings in it follow the
     * translated base.
     */
    RUBY,
    /** A code; nothing in it is text of the document. */
    IGNORED
  }

  /** Returns the treatment of a block whose role is its parent's. */
  public static Treatment block() {
    return new Treatment(Kind.BLOCK, Optional.empty(), Optional.empty(), false);
  }

  /** Returns the treatment of a block with a role of its own. */
  public static Treatment block(Role role) {
    return new Treatment(Kind.BLOCK, Optional.of(role), Optional.empty(), false);
  }

  /** Returns the treatment of a block in which line ends are shown. */
  public static Treatment linedBlock() {
    return new Treatment(Kind.BLOCK, Optional.empty(), Optional.empty(), true);
  }

  /** Returns the same treatment of an element of another kind. */
  public Treatment as(Kind other) {
    return new Treatment(other, role, rule, lines);
  }

  /** Returns the same treatment of an element in which line ends are shown. */
  Treatment withLines() {
    return new Treatment(kind, role, rule, true);
  }

  /** Returns whether its content is translated though a rule may hold around it. */
  boolean isReleased() {
    return rule.filter(TRANSLATE::equals).isPresent();
  }

  /** Returns the treatment of a block that stays as it is. */
  public static Treatment skipped(String rule) {
    return new Treatment(Kind.BLOCK, Optional.empty(), Optional.of(rule), false);
  }

  /** Returns a treatment without role and rule. */
  public static Treatment of(Kind kind) {
    return new Treatment(kind, Optional.empty(), Optional.empty(), false);
  }

  /** Returns a treatment that leaves the element's text out of segments. */
  public static Treatment outside(Kind kind, String rule) {
    return new Treatment(kind, Optional.empty(), Optional.of(rule), false);
  }
}
