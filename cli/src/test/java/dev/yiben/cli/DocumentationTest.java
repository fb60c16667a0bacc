package dev.yiben.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.inference.openai.EndpointPreset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Holds the documentation to what the program does. */
class DocumentationTest {
  private static final Path REPOSITORY = Path.of("..");
  private static final Set<String> OF_OTHER_COMMANDS =
      Set.of(
          "--origin",
          "--confirmed",
          "--unconfirmed",
          "--unused-since",
          "--replace",
          "--hub",
          "--sha",
          "--length",
          "--keep",
          "--least-iou",
          "--translated",
          "--source",
          "--texts",
          "--language",
          "--as");

  private final CommandSpec command =
      new CommandLine(
              new TranslateCommand(
                  new Environment(
                      System.in,
                      System.out,
                      System.err,
                      Map.of(),
                      Path.of(""),
                      Optional.empty(),
                      0)))
          .getCommandSpec();

  @Test
  void exampleConfigurationHasEverySetting() {
    Set<String> named = found("(?m)^([a-z-]+):", "config.example.yaml");

    assertThat(named).containsExactlyInAnyOrderElementsOf(new SettingKeys(command).all());
  }

  @Test
  void exampleConfigurationIsValid(@TempDir Path root) {
    Workspace workspace = new Workspace(root);

    OutcomeAssert.assertThat(
            workspace.run(
                "config",
                "show",
                "--config",
                REPOSITORY.resolve("config.example.yaml").toAbsolutePath().toString()))
        .succeeded();
  }

  @Test
  void pageOfOptionsHasEveryOptionAndNoOther() {
    assertThat(found("`(--[a-z-]+)", "docs/options.md"))
        .containsExactlyInAnyOrderElementsOf(options());
  }

  @Test
  void noPageNamesAnOptionThatIsNotThere() {
    for (String page : pages()) {
      assertThat(with(options(), OF_OTHER_COMMANDS))
          .as(page)
          .containsAll(found("translate [^`\\n]*?(--[a-z-]+)", page));
    }
  }

  @Test
  void pageOfExitCodesHasThemAll() {
    assertThat(found("(?m)^\\| (\\d+) \\|", "docs/exit-codes-and-report.md"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ExitCode.values()).map(code -> Integer.toString(code.code())).toList());
  }

  @Test
  void pageOfChecksHasThemAll() {
    assertThat(found("(?m)^\\| ((?!RPY)[A-Z]+-\\d+) \\|", "docs/checks.md"))
        .containsExactlyInAnyOrderElementsOf(CheckIds.all());
  }

  @Test
  void pageOfEndpointsHasThemAllWithTheirTraps() throws IOException {
    String page = Files.readString(REPOSITORY.resolve("docs/endpoints.md"));

    assertThat(found("(?m)^\\| `([a-z0-9.-]+)` \\|", "docs/endpoints.md"))
        .containsExactlyInAnyOrderElementsOf(
            EndpointPreset.all().stream().map(EndpointPreset::name).toList());
    for (EndpointPreset preset : EndpointPreset.all()) {
      assertThat(page).contains(preset.start()).contains(preset.trap());
      assertThat(preset.documentation()).anyMatch(source -> page.contains(source.toString()));
    }
  }

  @Test
  void linksLeadToFiles() {
    for (String page : pages()) {
      for (String link : found("\\]\\(([^)#:]+)\\)", page)) {
        assertThat(REPOSITORY.resolve(page).resolveSibling(link))
            .as("%s in %s", link, page)
            .exists();
      }
    }
  }

  private Set<String> options() {
    return command.options().stream()
        .flatMap(option -> Arrays.stream(option.names()))
        .filter(name -> name.startsWith("--"))
        .collect(Collectors.toSet());
  }

  private static Set<String> with(Set<String> some, Set<String> others) {
    return Stream.of(some, others).flatMap(Set::stream).collect(Collectors.toSet());
  }

  private static List<String> pages() {
    return List.of(
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "docs/options.md",
        "docs/pdf-score.md",
        "docs/profiles.md",
        "docs/benchmarks.md",
        "docs/inference.md",
        "docs/checks.md",
        "docs/endpoints.md",
        "docs/limits.md",
        "docs/glossary.md",
        "docs/memory.md",
        "docs/models.md",
        "docs/resume.md",
        "docs/review.md",
        "docs/llama-server.md",
        "docs/exit-codes-and-report.md");
  }

  private static Set<String> found(String pattern, String page) {
    try {
      return Pattern.compile(pattern)
          .matcher(Files.readString(REPOSITORY.resolve(page)))
          .results()
          .map((MatchResult result) -> result.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
