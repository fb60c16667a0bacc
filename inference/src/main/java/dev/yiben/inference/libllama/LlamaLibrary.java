package dev.yiben.inference.libllama;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.libllama.ParameterLayout.ContextField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The shared libraries of llama.cpp in a folder, loaded into the process, where they stay.
 *
 * <p>Their names differ: {@code libllama.so}, {@code libllama.so.0}, {@code libllama.v0.5.0.so},
 * {@code libllama.dylib}, {@code llama.dll}.
 */
public final class LlamaLibrary {
  private static final String ENDING = "(\\.[A-Za-z0-9.]+)?\\.(so|dylib|dll)(\\.[0-9.]+)?";
  // RTLD_NOW with RTLD_LOCAL, so that the embedded llama.cpp and this one cannot see each other.
  private static final int LOCAL_ON_LINUX = 2;
  private static final int LOCAL_ON_MAC = 2 | 4;

  private final Path folder;
  private final LlamaApi llama;
  private final BackendApi backends;
  private final DeviceApi devices;
  private final String version;

  private LlamaLibrary(
      Path folder, LlamaApi llama, BackendApi backends, DeviceApi devices, String version) {
    this.folder = folder;
    this.llama = llama;
    this.backends = backends;
    this.devices = devices;
    this.version = version;
  }

  /**
   * Loads the libraries of a folder and finds out what they can compute on.
   *
   * @throws InferenceException if they are not there, cannot be loaded, or are of a version whose
   *     parameters are not known (BACKEND_PERMANENT)
   */
  public static LlamaLibrary load(Path folder) {
    try {
      LlamaApi llama = Native.load(file(folder, "llama"), LlamaApi.class, options());
      BackendApi backends = Native.load(file(folder, "ggml"), BackendApi.class, options());
      DeviceApi devices = Native.load(file(folder, "ggml-base"), DeviceApi.class, options());
      String version = version(llama, folder);
      ParameterLayout.verify(
          version,
          llama.llamaModelDefaultParams(),
          llama.llamaContextDefaultParams(),
          folder.toString());
      llama.llamaLogSet(NativeLog.OF_PROCESS, null);
      LlamaLibrary library = new LlamaLibrary(folder, llama, backends, devices, version);
      library.loadBackends();
      return library;
    } catch (UnsatisfiedLinkError e) {
      throw new InferenceException(
          Category.BACKEND_PERMANENT,
          folder
              + ": the llama.cpp libraries cannot be loaded ("
              + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
              + "); 'translate runtime install' gets ones that fit",
          e);
    }
  }

  private static String version(LlamaApi llama, Path folder) {
    try {
      return llama.llamaVersion();
    } catch (UnsatisfiedLinkError e) {
      throw new InferenceException(
          Category.BACKEND_PERMANENT,
          folder
              + ": this llama.cpp is too old (it does not say its version); 'translate runtime"
              + " install' gets a newer one",
          e);
    }
  }

  private static Map<String, Object> options() {
    return Map.of(
        Library.OPTION_FUNCTION_MAPPER,
        new CamelCaseNames(),
        Library.OPTION_STRING_ENCODING,
        "UTF-8",
        Library.OPTION_OPEN_FLAGS,
        Platform.isMac() ? LOCAL_ON_MAC : Platform.isWindows() ? -1 : LOCAL_ON_LINUX);
  }

  /** Returns whether a folder holds llama.cpp's libraries, by their names. */
  public static boolean isIn(Path folder) {
    return Stream.of("llama", "ggml", "ggml-base").allMatch(name -> find(folder, name).isPresent());
  }

  private static String file(Path folder, String name) {
    return find(folder, name)
        .orElseThrow(
            () ->
                new InferenceException(
                    Category.BACKEND_PERMANENT,
                    folder + ": there is no library " + System.mapLibraryName(name) + " in it"))
        .toString();
  }

  private static Optional<Path> find(Path folder, String name) {
    Pattern pattern = Pattern.compile("(lib)?" + Pattern.quote(name) + ENDING);
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> pattern.matcher(String.valueOf(file.getFileName())).matches())
          .min(Comparator.comparingInt((Path file) -> file.toString().length()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private synchronized void loadBackends() {
    if (backends.ggmlBackendDevCount() == 0) {
      backends.ggmlBackendLoadAllFromPath(folder.toString());
    }
    if (backends.ggmlBackendDevCount() == 0) {
      backends.ggmlBackendLoadAll();
    }
    if (backends.ggmlBackendDevCount() == 0) {
      throw new InferenceException(
          Category.BACKEND_PERMANENT,
          folder + ": these llama.cpp libraries find nothing to compute on, not even the processor");
    }
    llama.llamaBackendInit();
  }

  /** Returns the folder of the libraries. */
  public Path folder() {
    return folder;
  }

  /** Returns llama.cpp's version, such as {@code 0.5.0}. */
  public String version() {
    return version;
  }

  /** Returns what the libraries can compute on, in their order. */
  public List<ComputeDevice> devices() {
    List<ComputeDevice> all = new ArrayList<>();
    for (long i = 0; i < backends.ggmlBackendDevCount(); i++) {
      Pointer device = backends.ggmlBackendDevGet(i);
      long[] free = new long[1];
      long[] total = new long[1];
      devices.ggmlBackendDevMemory(device, free, total);
      all.add(
          new ComputeDevice(
              devices.ggmlBackendDevName(device),
              devices.ggmlBackendDevDescription(device),
              ComputeDevice.Kind.of(devices.ggmlBackendDevType(device)),
              free[0],
              total[0]));
    }
    return List.copyOf(all);
  }

  /** Returns parameters for a model, as llama.cpp has them by default. */
  public ModelParameters modelParameters() {
    return new ModelParameters(
        llama.llamaModelDefaultParams(), Math.toIntExact(llama.llamaMaxDevices()));
  }

  /** Returns parameters for a context, as llama.cpp has them by default. */
  public ContextParameters contextParameters() {
    OpaqueParameters defaults = llama.llamaContextDefaultParams();
    // One buffer for all sequences, which is what lets them share their beginnings.
    ParameterLayout.set(defaults, ContextField.UNIFIED_CACHE, true);
    return new ContextParameters(defaults);
  }

  /** Spreads memory over the nodes of a machine, by {@code ggml_numa_strategy}, for the process. */
  public void useNuma(int strategy) {
    llama.llamaNumaInit(strategy);
  }

  /**
   * Loads a model.
   *
   * @throws InferenceException if llama.cpp refuses it (USER); the message is llama.cpp's last words
   */
  public NativeModel loadModel(Path file, ModelParameters parameters) {
    NativeLog.OF_PROCESS.begin();
    Pointer model = llama.llamaModelLoadFromFile(file.toString(), parameters.opaque());
    if (model == null) {
      throw new InferenceException(
          Category.USER,
          file
              + ": llama.cpp "
              + version
              + " cannot load the model: "
              + lastProblem("it does not say why"));
    }
    return new NativeModel(llama, model);
  }

  private static String lastProblem(String otherwise) {
    return NativeLog.OF_PROCESS.problems().stream()
        .filter(line -> line.contains("error"))
        .findFirst()
        .orElse(otherwise);
  }
}
