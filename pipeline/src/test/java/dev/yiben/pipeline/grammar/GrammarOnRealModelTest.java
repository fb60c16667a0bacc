package dev.yiben.pipeline.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.formats.document.CodedText;
import dev.yiben.formats.document.InlineCode;
import dev.yiben.formats.document.Role;
import dev.yiben.formats.document.Segment;
import dev.yiben.formats.document.SegmentId;
import dev.yiben.formats.lines.Columns;
import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.FinishReason;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.InferenceEngine;
import dev.yiben.inference.LocalEngine;
import dev.yiben.inference.Sampling;
import dev.yiben.inference.load.LlamaCppSettings;
import dev.yiben.pipeline.check.CheckedSegment;
import dev.yiben.pipeline.check.Finding;
import dev.yiben.pipeline.check.QaChecks;
import dev.yiben.pipeline.prompt.LanguagePair;
import dev.yiben.pipeline.prompt.LineForm;
import dev.yiben.pipeline.prompt.ParsedResponse;
import dev.yiben.pipeline.prompt.PromptLine;
import dev.yiben.pipeline.prompt.PromptTemplate;
import dev.yiben.pipeline.prompt.ResponseParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Structure holds whatever the model says: tokens are drawn nearly at random, from a real model
 * under the grammars of random batches.
 */
@ParameterizedClass
@EnumSource
class GrammarOnRealModelTest {
  private static final Path MODEL = Path.of("../samples/demo-model/demo-en-zh.gguf");
  private static final String[] WORDS = {"the", "lamp", "keeper", "sea", "old", "door", "opens"};

  @Parameter private LocalEngine kind;
  private InferenceEngine engine;

  @BeforeEach
  void load() {
    engine = kind.open(LlamaCppSettings.of(MODEL));
  }

  @AfterEach
  void close() {
    if (engine != null) {
      engine.close();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NUMBERED", "PLAIN"})
  void randomAnswersKeepTheStructure(LineForm form) throws InterruptedException {
    Random random = new Random(7);
    int lines = 0;
    for (int round = 0; round < 30; round++) {
      List<CodedText> sources = new ArrayList<>();
      for (int line = random.nextInt(3); line >= 0; line--) {
        sources.add(text(random));
      }
      GenerationResult result = generate(form, sources, round);
      boolean complete = result.finishReason() == FinishReason.STOP;
      ParsedResponse response =
          ResponseParser.parse(form, result.text(), sources.size(), complete ? "" : "cut");
      // Only the line in which an answer was cut off may be wrong.
      assertThat(response.faults()).as(result.text()).hasSize(complete ? 0 : 1);
      for (Map.Entry<Integer, String> line : response.texts().entrySet()) {
        CodedText source = sources.get(line.getKey() - 1);
        assertThat(codeFindings(source, source.withMarked(line.getValue())))
            .as(line.getValue())
            .isEmpty();
        lines++;
      }
    }
    assertThat(lines).isGreaterThan(15);
  }

  private static List<Finding> codeFindings(CodedText source, CodedText target) {
    Segment segment = new Segment(new SegmentId("s"), source, Role.PARAGRAPH, "stream");
    return QaChecks.structural()
        .check(new CheckedSegment(segment, target, Optional.of("en"), "zh", List.of()))
        .stream()
        .filter(finding -> finding.id().equals("TAG-001"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en", "th"})
  void randomAnswersKeepTheirLimits(String language) throws InterruptedException {
    Random random = new Random(7);
    int lines = 0;
    int full = 0;
    for (int round = 0; round < 30; round++) {
      List<BatchGrammar.Line> asked = new ArrayList<>();
      for (int line = random.nextInt(4); line >= 0; line--) {
        CodedText source = random.nextBoolean() ? text(random) : CodedText.of("the old lamp");
        asked.add(new BatchGrammar.Line(source, OptionalInt.of(6 + random.nextInt(30))));
      }
      GenerationResult result =
          engine.generate(
              new GenerationRequest(
                  messages(asked.stream().map(BatchGrammar.Line::source).toList()),
                  Optional.of(BatchGrammar.of(LineForm.NUMBERED, asked, language, "")),
                  Sampling.of(1.2, round),
                  400),
              GenerationListener.NONE);
      boolean complete = result.finishReason() == FinishReason.STOP;
      ParsedResponse response =
          ResponseParser.parse(
              LineForm.NUMBERED, result.text(), asked.size(), complete ? "" : "cut");
      assertThat(response.faults()).as(result.text()).hasSize(complete ? 0 : 1);
      for (Map.Entry<Integer, String> line : response.texts().entrySet()) {
        BatchGrammar.Line limited = asked.get(line.getKey() - 1);
        CodedText target = limited.source().withMarked(line.getValue());
        assertThat(codeFindings(limited.source(), target)).as(line.getValue()).isEmpty();
        if (line.getValue().contains("\uFFFD")) {
          // Tokens drawn at random need not be whole characters; TXT-003 refuses those.
          continue;
        }
        int most = roomOf(limited);
        int columns = Columns.of(target.visibleText());
        assertThat(columns).as(line.getValue()).isLessThanOrEqualTo(most);
        full += columns >= most - 1 ? 1 : 0;
        lines++;
      }
    }
    assertThat(lines).isGreaterThan(30);
    assertThat(full).as("answers that were held back").isGreaterThan(5);
  }

  /** Text that a pair must have takes room even where there is none. */
  private static int roomOf(BatchGrammar.Line line) {
    long pairs =
        line.source().codes().stream().filter(c -> c.kind() == InlineCode.Kind.OPEN).count();
    return (int) Math.max(line.columns().getAsInt(), 2 * pairs);
  }

  @Test
  void forbiddenWritingNeverComesOut() throws InterruptedException {
    String kana = ForbiddenWriting.of(new LanguagePair(Optional.of("ja"), "zh"), List.of());
    List<CodedText> sources = List.of(CodedText.of("the lamp"), CodedText.of("the sea"));
    for (int round = 0; round < 10; round++) {
      GenerationRequest request =
          new GenerationRequest(
              messages(sources),
              Optional.of(BatchGrammar.of(LineForm.NUMBERED, sources, kana)),
              Sampling.of(5.0, round),
              200);
      assertThat(engine.generate(request, GenerationListener.NONE).text())
          .doesNotContainPattern("[\\x{3041}-\\x{309F}\\x{30A1}-\\x{30FA}]");
    }
  }

  private GenerationResult generate(LineForm form, List<CodedText> sources, int seed)
      throws InterruptedException {
    return engine.generate(
        new GenerationRequest(
            messages(sources),
            Optional.of(BatchGrammar.of(form, sources, "")),
            Sampling.of(1.2, seed),
            200),
        GenerationListener.NONE);
  }

  private static List<ChatMessage> messages(List<CodedText> sources) {
    return PromptTemplate.find("demo")
        .orElseThrow()
        .messages(
            new LanguagePair(Optional.of("en"), "zh"),
            List.of(),
            sources.stream().map(s -> new PromptLine(s.marked(), List.of())).toList(),
            Map.of());
  }

  /** Returns a text with up to eight codes, nested at random. */
  private static CodedText text(Random random) {
    CodedText.Builder text = CodedText.builder().text(WORDS[random.nextInt(WORDS.length)]);
    fill(text, random, random.nextInt(5), 0);
    return text.build();
  }

  private static void fill(CodedText.Builder text, Random random, int codes, int depth) {
    for (int i = 0; i < codes; i++) {
      if (random.nextBoolean()) {
        text.standalone("<x/>", "");
      } else {
        int pair = text.open("<b>");
        text.text(WORDS[random.nextInt(WORDS.length)]);
        if (depth < 2) {
          fill(text, random, random.nextInt(3), depth + 1);
        }
        text.close(pair, "</b>");
      }
      text.text(" " + WORDS[random.nextInt(WORDS.length)]);
    }
  }
}
