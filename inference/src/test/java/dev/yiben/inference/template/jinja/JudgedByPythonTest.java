package dev.yiben.inference.template.jinja;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.inference.template.jinja.PythonJinja.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares with Python's own Jinja, for which chat templates are written. */
final class JudgedByPythonTest {
  private static final int RANDOM_TEMPLATES = 2_000;

  @TempDir private Path folder;

  @BeforeEach
  void findJudge() throws IOException, InterruptedException {
    PythonJinja.assume(folder);
  }

  private static Optional<String> ours(Task task) {
    try {
      return Optional.of(
          JinjaTemplate.parse(task.template()).render(task.variables(), LocalDate.of(2024, 7, 6)));
    } catch (JinjaException e) {
      return Optional.empty();
    }
  }

  @Test
  void expectsTheSameInOtherTests() throws IOException, InterruptedException {
    List<Task> tasks =
        Cases.RENDERED.stream().map(one -> new Task(one.get(0), Cases.VARIABLES)).toList();
    assertThat(PythonJinja.render(tasks, folder))
        .isEqualTo(Cases.RENDERED.stream().map(one -> Optional.of(one.get(1))).toList());
  }

  @Test
  void rendersRandomTemplatesTheSame() throws IOException, InterruptedException {
    RandomTemplates random = new RandomTemplates(8);
    List<Task> tasks =
        Stream.generate(random::next)
            .limit(RANDOM_TEMPLATES)
            .map(template -> new Task(template, RandomTemplates.VARIABLES))
            .toList();
    List<Optional<String>> expected = PythonJinja.render(tasks, folder);
    SoftAssertions all = new SoftAssertions();
    int rendered = 0;
    for (int i = 0; i < tasks.size(); i++) {
      // What Python refuses may be rendered: it looks at operands that are never evaluated.
      if (expected.get(i).isPresent()) {
        all.assertThat(ours(tasks.get(i))).as(tasks.get(i).template()).isEqualTo(expected.get(i));
        rendered++;
      }
    }
    all.assertAll();
    assertThat(rendered).isGreaterThan(RANDOM_TEMPLATES / 3);
  }

  @Test
  void rendersTemplatesOfRealModelsTheSame() throws IOException, InterruptedException {
    List<Task> tasks = new ArrayList<>();
    for (String template : RealTemplates.read().values()) {
      for (String roles : List.of("u", "su", "ua", "sua", "suau", "uau", "uu", "us")) {
        for (boolean thinking : List.of(false, true)) {
          tasks.add(new Task(template, conversation(roles, thinking)));
        }
      }
    }
    List<Optional<String>> expected = PythonJinja.render(tasks, folder);
    SoftAssertions all = new SoftAssertions();
    for (int i = 0; i < tasks.size(); i++) {
      all.assertThat(ours(tasks.get(i))).as(tasks.get(i).template()).isEqualTo(expected.get(i));
    }
    all.assertAll();
  }

  private static Map<String, Object> conversation(String roles, boolean thinking) {
    List<Map<String, Object>> messages = new ArrayList<>();
    for (int i = 0; i < roles.length(); i++) {
      messages.add(
          Map.of(
              "role",
              Map.of('s', "system", 'u', "user", 'a', "assistant").get(roles.charAt(i)),
              "content",
              List.of(" words 1\n", "Ünïcode", "<think>\nso\n</think>\n\nyes", "/no_think x")
                  .get(i)));
    }
    Map<String, Object> variables = new HashMap<>();
    variables.put("messages", messages);
    variables.put("bos_token", "<s>");
    variables.put("eos_token", "</s>");
    variables.put("add_generation_prompt", !roles.endsWith("a"));
    variables.put("enable_thinking", thinking);
    variables.put("thinking", thinking);
    return variables;
  }
}
