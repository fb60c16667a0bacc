package dev.yiben.formats.style;

import java.util.List;

/**
 * A rule of a style sheet.
 *
 * @param prelude what stands before its declarations, without comments: selectors, or an at-rule's
 *     name such as {@code @font-face}
 * @param declarations in order
 * @param conditions the at-rules around it, such as {@code @media print}, the outermost last
 */
public record StyleRule(String prelude, List<Declaration> declarations, List<String> conditions) {
  public StyleRule {
    declarations = List.copyOf(declarations);
    conditions = List.copyOf(conditions);
  }
}
