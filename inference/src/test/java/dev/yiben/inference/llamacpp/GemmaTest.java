package dev.yiben.inference.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiben.inference.FinishReason;
import dev.yiben.inference.GenerationListener;
import dev.yiben.inference.GenerationResult;
import dev.yiben.inference.gguf.RandomModel;
import dev.yiben.inference.load.LlamaCppSettings;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model whose vocabulary has scores instead of merges, and whose layers see a window. */
final class GemmaTest {
  @TempDir Path folder;

  @Test
  void obeysTheGrammarOfABatch() throws IOException, InterruptedException {
    Path file = RandomModel.gemma3(folder.resolve("gemma.gguf"));
    String grammar =
        """
        root ::= "1|" t{1,30} "\\n2|" t{0,20} "⟦1⟧" t{0,20} "⟦/1⟧"
        t ::= [^\\x00-\\x1F⟦⟧|]
        """;
    try (LlamaCppEngine engine = LlamaCppEngine.open(LlamaCppSettings.of(file))) {
      GenerationResult result =
          engine.generate(
              DemoModel.request(DemoModel.TWO_LINES, grammar, 400), GenerationListener.NONE);

      assertThat(result.finishReason()).isEqualTo(FinishReason.STOP);
      assertThat(result.text()).matches("1\\|[^|\n]{1,30}\n2\\|[^|\n]{0,20}⟦1⟧[^|\n]{0,20}⟦/1⟧");
    }
  }
}
