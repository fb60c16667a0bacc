package dev.yiben.formats.format.markdown;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.Inline;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.document.TextRun;
import dev.yiben.formats.format.Coverage;
import dev.yiben.formats.format.Document;
import dev.yiben.formats.format.TargetLookup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.testutil.TestResources;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of the specifications of CommonMark and of GitHub's Markdown. */
class MarkdownSpecificationTest {
  private static final Parser PARSER =
      Parser.builder()
          .extensions(
              List.of(
                  TablesExtension.create(),
                  StrikethroughExtension.create(),
                  FootnotesExtension.create()))
          .build();

  @TempDir Path folder;

  static Stream<String> examples() {
    return Stream.of(TestResources.getSpec(), TestResources.getGfmSpec())
        .flatMap(MarkdownSpecificationTest::examples)
        .filter(example -> !example.isEmpty());
  }

  private static Stream<String> examples(URL url) {
    return ExampleReader.readExamples(url).stream().map(Example::getSource);
  }

  private Document open(String text) throws IOException {
    return new MarkdownFormat().open(Files.write(folder.resolve("x.md"), text.getBytes(UTF_8)));
  }

  private static byte[] merged(Document document, Map<SegmentId, CodedText> targets)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.merge(
        new TargetLookup() {
          @Override
          public String targetLanguage() {
            return "fr";
          }

          @Override
          public Optional<CodedText> target(SegmentId id) {
            return Optional.ofNullable(targets.get(id));
          }
        },
        out);
    return out.toByteArray();
  }

  /** Changes every letter to another of the same kind, so that no structure could come of it. */
  private static CodedText changed(CodedText source) {
    StringBuilder marked = new StringBuilder();
    for (Inline inline : source.content()) {
      marked.append(
          inline instanceof TextRun run
              ? run.text().replace('a', 'å').replace('e', 'é').replace('o', 'ø').replace('b', 'þ')
              : ((InlineCode) inline).placeholder());
    }
    return source.withMarked(marked.toString());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void keepsTheBytesAndCountsAllText(String example) throws IOException {
    try (Document document = open(example)) {
      assertThat(merged(document, Map.of())).isEqualTo(example.getBytes(UTF_8));
      long inside =
          document.segments().stream()
              .mapToLong(s -> Coverage.characters(s.source().plainText()))
              .sum();
      long outside = document.coverage().outside().values().stream().mapToLong(n -> n).sum();
      assertThat(inside + outside).isEqualTo(document.coverage().total());
      assertThat(document.coverage().outside()).doesNotContainKey("unreadable");
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void keepsTheStructure(String example) throws IOException {
    try (Document document = open(example)) {
      Map<SegmentId, CodedText> targets = new HashMap<>();
      for (Segment segment : document.segments()) {
        if (segment.skipRule().isEmpty()) {
          targets.put(segment.id(), changed(segment.source()));
        }
      }
      String written = new String(merged(document, targets), UTF_8);
      assertThat(shape(written)).as(written).isEqualTo(shape(example));
    }
  }

  /** Returns the nodes in order, with what must not change. */
  private static List<String> shape(String markdown) {
    List<String> shape = new ArrayList<>();
    collect(PARSER.parse(markdown), "", shape);
    return shape;
  }

  private static void collect(Node node, String depth, List<String> shape) {
    if (!(node instanceof Text) && !(node instanceof SoftLineBreak)) {
      shape.add(depth + node.getClass().getSimpleName() + kept(node));
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      collect(child, depth + " ", shape);
    }
  }

  private static String kept(Node node) {
    if (node instanceof Link link) {
      return " " + link.getDestination();
    }
    if (node instanceof Code code) {
      return " " + code.getLiteral();
    }
    if (node instanceof FencedCodeBlock code) {
      return " " + code.getInfo() + code.getLiteral();
    }
    if (node instanceof IndentedCodeBlock code) {
      return " " + code.getLiteral();
    }
    return node instanceof Heading heading ? " " + heading.getLevel() : "";
  }
}
