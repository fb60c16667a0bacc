package dev.yiben.pipeline.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.glossary.Glossary;
import dev.yiben.glossary.Term;
import dev.yiben.inference.ChatMessage;
import dev.yiben.inference.GenerationRequest;
import dev.yiben.pipeline.DocumentResult;
import dev.yiben.pipeline.Fate;
import dev.yiben.pipeline.testing.Chinese;
import dev.yiben.pipeline.testing.Job;
import dev.yiben.pipeline.testing.ScriptedEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs with profiles whose lines have no numbers. */
class ProfileRunTest {
  private static final String SAKURA = "将下面的日文文本翻译成中文：";

  @TempDir Path folder;

  @Test
  void plainLinesComeBackToTheirSegments() throws InterruptedException {
    Job job =
        new Job(folder)
            .profile("sakura-0.9")
            .file("a.lines", "first line", "the <b>second</b> line", "", "third|line");
    ScriptedEngine engine = new ScriptedEngine(ProfileRunTest::answer);
    DocumentResult result = job.runOne(engine);
    assertThat(last(engine.requests().get(0)))
        .isEqualTo(SAKURA + "first line\nthe ⟦1⟧second⟦/1⟧ line\nthird|line");
    assertThat(engine.requests()).hasSize(1);
    assertThat(result.count(Fate.TRANSLATED)).isEqualTo(3);
    assertThat(job.output("a.lines"))
        .containsExactly(
            Chinese.of("first line"),
            Chinese.of("the ⟦1⟧second⟦/1⟧ line").replace("⟦1⟧", "<b>").replace("⟦/1⟧", "</b>"),
            "",
            Chinese.of("third|line"));
  }

  @Test
  void anAnswerWithALineTooFewIsAskedForInParts() throws InterruptedException {
    Job job =
        new Job(folder)
            .profile("sakura-0.9")
            .context(0)
            .file("a.lines", "line one", "line two", "line three", "line four");
    ScriptedEngine engine =
        new ScriptedEngine(
            request ->
                asked(request).size() < 3
                    ? answer(request)
                    : asked(request).stream()
                        .skip(1)
                        .map(Chinese::of)
                        .collect(Collectors.joining("\n")));
    DocumentResult result = job.runOne(engine);
    assertThat(result.count(Fate.TRANSLATED)).isEqualTo(4);
    assertThat(engine.requests().stream().map(ProfileRunTest::asked).map(List::size))
        .containsExactly(4, 4, 2, 2);
    assertThat(job.output("a.lines").get(3)).isEqualTo(Chinese.of("line four"));
  }

  @Test
  void theSamplingIsTheProfiles() throws InterruptedException {
    ScriptedEngine engine = new ScriptedEngine(ProfileRunTest::answer);
    new Job(folder).profile("sakura-1.0").file("a.lines", "first line").runOne(engine);
    assertThat(engine.requests().get(0).sampling().temperature()).isEqualTo(0.1);
    assertThat(engine.requests().get(0).sampling().topP()).isEqualTo(0.3);
  }

  @Test
  void historyGoesIntoTheMessage() throws InterruptedException {
    String[] lines =
        IntStream.range(0, 3).mapToObj(i -> "line " + "abc".repeat(i + 1)).toArray(String[]::new);
    Job job =
        new Job(folder)
            .profile("galtransl")
            .glossary(Glossary.of(List.of(Term.of("abcabc", "阿贝"))))
            .batchTokens(14)
            .context(1)
            .file("a.lines", lines);
    ScriptedEngine engine =
        ScriptedEngine.keepingPrefixes(
            request -> answer(request).replace(Chinese.of("abcabc"), "阿贝"), 100_000);
    DocumentResult result = job.runOne(engine);
    assertThat(result.count(Fate.TRANSLATED)).isEqualTo(3);
    assertThat(engine.requests()).allMatch(request -> request.messages().size() == 2);
    assertThat(last(engine.requests().get(1)))
        .startsWith("历史翻译：" + Chinese.of("line abc") + "\n参考以下术语表")
        .contains("：\nabcabc->阿贝\n根据以上");
  }

  private static String answer(GenerationRequest request) {
    return asked(request).stream().map(Chinese::of).collect(Collectors.joining("\n"));
  }

  /** Returns the plain lines of a request, which stand after its last full-width colon. */
  private static List<String> asked(GenerationRequest request) {
    String message = last(request);
    return message.substring(message.lastIndexOf('：') + 1).strip().lines().toList();
  }

  private static String last(GenerationRequest request) {
    List<ChatMessage> messages = request.messages();
    return messages.get(messages.size() - 1).content();
  }
}
