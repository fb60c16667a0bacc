package dev.yiben.inference.libllama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.libllama.ParameterLayout.ContextField;
import dev.yiben.inference.libllama.ParameterLayout.ModelField;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ParameterLayoutTest {
  private static final float MINUS_ONE = -1;

  @ParameterizedTest
  @ValueSource(strings = {"0.4.0", "0.4.0-dev", "0.5.0", "0.5.7-dev"})
  void takesKnownVersionsWithTheirDefaults(String version) {
    ParameterLayout.verify(version, model(), context(), "lib");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.3.9", "0.6.0", "1.0.5", "0.50.0", "", "b10361"})
  void refusesUnknownVersions(String version) {
    assertThatThrownBy(() -> ParameterLayout.verify(version, model(), context(), "lib"))
        .isInstanceOf(InferenceException.class)
        .hasMessage(
            "lib: is llama.cpp "
                + version
                + ", and versions 0.4 and 0.5 are known here; 'translate runtime install' gets one"
                + " that fits");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 16, 20, 24, 28, 32, 64, 72})
  void refusesAModelsDefaultThatIsNotWhereItShouldBe(int offset) {
    OpaqueParameters model = model();
    model.buffer().putInt(offset, 7);

    assertThatThrownBy(() -> ParameterLayout.verify("0.5.0", model, context(), "lib"))
        .hasMessageContaining("(at byte " + offset + " 7 instead of ")
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 8, 12, 24, 28, 32, 52, 64, 104, 108, 128, 132, 152})
  void refusesAContextsDefaultThatIsNotWhereItShouldBe(int offset) {
    OpaqueParameters context = context();
    context.buffer().putInt(offset, 7);

    assertThatThrownBy(() -> ParameterLayout.verify("0.4.0", model(), context, "lib"))
        .hasMessageContaining("(at byte " + offset + " 7 instead of ");
  }

  @Test
  void refusesParametersThatHaveMovedByAField() {
    OpaqueParameters context = context();
    System.arraycopy(context().bytes, 24, context.bytes, 28, 140);

    assertThatThrownBy(() -> ParameterLayout.verify("0.5.0", model(), context, "lib"))
        .hasMessageContaining("parameters in another order");
  }

  @Test
  void writesEachFieldWhereItIsAndNothingElse() {
    assertThat(changed(p -> ParameterLayout.set(p, ModelField.GPU_LAYERS, 1))).isEqualTo("16");
    assertThat(changed(p -> ParameterLayout.set(p, ModelField.VOCABULARY_ONLY, true)))
        .isEqualTo("72");
    assertThat(changed(p -> ParameterLayout.set(p, ContextField.BATCH_THREADS, 9))).isEqualTo("32");
    assertThat(changed(p -> ParameterLayout.set(p, ContextField.UNIFIED_CACHE, true)))
        .isEqualTo("133");
    assertThat(changed(p -> ParameterLayout.set(p, ContextField.ROPE_BASE, 2f))).isEqualTo("59");
  }

  private static String changed(Consumer<OpaqueParameters> change) {
    OpaqueParameters parameters = new OpaqueParameters();
    change.accept(parameters);
    StringBuilder places = new StringBuilder();
    for (int i = 0; i < parameters.bytes.length; i++) {
      if (parameters.bytes[i] != 0) {
        places.append(places.isEmpty() ? "" : " ").append(i);
      }
    }
    return places.toString();
  }

  private static OpaqueParameters model() {
    return parameters(Map.of(16, -1, 20, 1, 24, -1, 28, 1, 72, 0x10000));
  }

  private static OpaqueParameters context() {
    OpaqueParameters parameters =
        parameters(
            Map.of(
                0,
                512,
                4,
                2048,
                8,
                512,
                12,
                1,
                24,
                1,
                28,
                4,
                32,
                4,
                104,
                1,
                108,
                1,
                128,
                0x01010100));
    for (int enumeration : new int[] {40, 44, 48, 52}) {
      parameters.buffer().putInt(enumeration, -1);
    }
    for (int fraction : new int[] {64, 68, 72, 76, 84}) {
      parameters.buffer().putFloat(fraction, MINUS_ONE);
    }
    parameters.buffer().putInt(132, 1);
    return parameters;
  }

  private static OpaqueParameters parameters(Map<Integer, Integer> words) {
    OpaqueParameters parameters = new OpaqueParameters();
    words.forEach((at, value) -> parameters.buffer().putInt(at, value));
    return parameters;
  }
}
