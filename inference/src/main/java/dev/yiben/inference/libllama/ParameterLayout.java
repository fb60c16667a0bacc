package dev.yiben.inference.libllama;

import com.sun.jna.Pointer;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.util.List;
import java.util.Map;

/**
 * Where the fields of llama.cpp's parameter structures are in the versions that are known.
 *
 * <p>The structures change by a field or two between versions, and nothing in the library says how.
 * So a version is taken only if it is known and what it says its defaults are is what the layout
 * expects at every place.
 *
 * @see <a href="https://github.com/ggml-org/llama.cpp/blob/master/include/llama.h">llama.h</a>
 */
final class ParameterLayout {
  /** Fields of {@code llama_model_params}: offsets in bytes. */
  enum ModelField {
    DEVICES(0),
    GPU_LAYERS(16),
    SPLIT_MODE(20),
    LOAD_MODE(24),
    MAIN_GPU(32),
    TENSOR_SPLIT(40),
    VOCABULARY_ONLY(72);

    final int offset;

    ModelField(int offset) {
      this.offset = offset;
    }
  }

  /** Fields of {@code llama_context_params}: offsets in bytes. */
  enum ContextField {
    CONTEXT(0),
    BATCH(4),
    MICRO_BATCH(8),
    SEQUENCES(12),
    THREADS(28),
    BATCH_THREADS(32),
    ROPE_SCALING(40),
    FLASH_ATTENTION(52),
    ROPE_BASE(56),
    ROPE_SCALE(60),
    YARN_WINDOW(80),
    KEY_TYPE(104),
    VALUE_TYPE(108),
    OFFLOAD_CACHE(129),
    FULL_SLIDING_WINDOW(132),
    UNIFIED_CACHE(133);

    final int offset;

    ContextField(int offset) {
      this.offset = offset;
    }
  }

  private static final List<String> VERSIONS = List.of("0.4.", "0.5.");
  private static final int MINUS_ONE_AS_FLOAT = Float.floatToIntBits(-1);

  // What 32-bit words of the defaults are in the versions above; others are padding.
  private static final Map<Integer, Integer> MODEL_DEFAULTS =
      Map.ofEntries(
          Map.entry(0, 0),
          Map.entry(4, 0),
          Map.entry(8, 0),
          Map.entry(12, 0),
          Map.entry(16, -1),
          Map.entry(20, 1),
          Map.entry(24, -1),
          Map.entry(28, 1),
          Map.entry(32, 0),
          Map.entry(40, 0),
          Map.entry(48, 0),
          Map.entry(56, 0),
          Map.entry(64, 0),
          Map.entry(72, 0x10000));
  private static final Map<Integer, Integer> CONTEXT_DEFAULTS =
      Map.ofEntries(
          Map.entry(0, 512),
          Map.entry(4, 2048),
          Map.entry(8, 512),
          Map.entry(12, 1),
          Map.entry(16, 0),
          Map.entry(20, 0),
          Map.entry(24, 1),
          Map.entry(28, 4),
          Map.entry(32, 4),
          Map.entry(36, 0),
          Map.entry(40, -1),
          Map.entry(44, -1),
          Map.entry(48, -1),
          Map.entry(52, -1),
          Map.entry(56, 0),
          Map.entry(60, 0),
          Map.entry(64, MINUS_ONE_AS_FLOAT),
          Map.entry(68, MINUS_ONE_AS_FLOAT),
          Map.entry(72, MINUS_ONE_AS_FLOAT),
          Map.entry(76, MINUS_ONE_AS_FLOAT),
          Map.entry(80, 0),
          Map.entry(84, MINUS_ONE_AS_FLOAT),
          Map.entry(88, 0),
          Map.entry(96, 0),
          Map.entry(104, 1),
          Map.entry(108, 1),
          Map.entry(112, 0),
          Map.entry(120, 0),
          Map.entry(128, 0x01010100),
          // At 132 two bytes, see below.
          Map.entry(136, 0),
          Map.entry(144, 0),
          Map.entry(152, 0));

  private ParameterLayout() {}

  /**
   * Checks that a library is of a known version and lays its parameters out as that does.
   *
   * @throws InferenceException if not (BACKEND_PERMANENT)
   */
  static void verify(
      String version, OpaqueParameters model, OpaqueParameters context, String library) {
    if (VERSIONS.stream().noneMatch(version::startsWith)) {
      throw refused(
          library, "is llama.cpp " + version + ", and versions 0.4 and 0.5 are known here");
    }
    MODEL_DEFAULTS.forEach((at, value) -> require(model, at, value, version, library));
    CONTEXT_DEFAULTS.forEach((at, value) -> require(context, at, value, version, library));
    int last = ContextField.FULL_SLIDING_WINDOW.offset;
    int flags = context.buffer().getShort(last);
    requireEqual(last, 1, flags, version, library);
  }

  private static void require(
      OpaqueParameters parameters, int at, int expected, String version, String library) {
    requireEqual(at, expected, parameters.buffer().getInt(at), version, library);
  }

  private static void requireEqual(
      int at, int expected, int actual, String version, String library) {
    if (actual != expected) {
      throw refused(
          library,
          "is llama.cpp "
              + version
              + " with parameters in another order (at byte "
              + at
              + " "
              + actual
              + " instead of "
              + expected
              + ")");
    }
  }

  private static InferenceException refused(String library, String problem) {
    return new InferenceException(
        Category.BACKEND_PERMANENT,
        library + ": " + problem + "; 'translate runtime install' gets one that fits");
  }

  static void set(OpaqueParameters parameters, ModelField field, int value) {
    parameters.buffer().putInt(field.offset, value);
  }

  static void set(OpaqueParameters parameters, ModelField field, boolean value) {
    parameters.buffer().put(field.offset, (byte) (value ? 1 : 0));
  }

  static void set(OpaqueParameters parameters, ModelField field, Pointer value) {
    parameters.buffer().putLong(field.offset, Pointer.nativeValue(value));
  }

  static void set(OpaqueParameters parameters, ContextField field, int value) {
    parameters.buffer().putInt(field.offset, value);
  }

  static void set(OpaqueParameters parameters, ContextField field, float value) {
    parameters.buffer().putFloat(field.offset, value);
  }

  static void set(OpaqueParameters parameters, ContextField field, boolean value) {
    parameters.buffer().put(field.offset, (byte) (value ? 1 : 0));
  }
}
