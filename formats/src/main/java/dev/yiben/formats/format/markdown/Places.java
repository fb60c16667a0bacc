package dev.yiben.formats.format.markdown;

import java.util.List;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/** Where nodes stand in the text. */
final class Places {
  private Places() {}

  /** Returns the offset of a node's first character. */
  static int start(Node node) {
    return node.getSourceSpans().get(0).getInputIndex();
  }

  /** Returns the offset after a node's last character. */
  static int end(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    SourceSpan last = spans.get(spans.size() - 1);
    return last.getInputIndex() + last.getLength();
  }
}
