package dev.yiben.pipeline.plan;

import dev.yiben.formats.document.CodedText;
import dev.yiben.pipeline.check.Finding;
import java.util.List;

/**
 * What a translation memory gives a segment.
 *
 * @param target its target
 * @param kind how the memory's unit fits: {@link MemoryMatch.Kind#CONTEXT} or {@link
 *     MemoryMatch.Kind#EXACT}
 * @param findings what the checks find in the target
 */
public record Recalled(CodedText target, MemoryMatch.Kind kind, List<Finding> findings) {
  public Recalled {
    findings = List.copyOf(findings);
  }
}
