package dev.yiben.inference.libllama;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import dev.yiben.inference.libllama.ParameterLayout.ContextField;
import dev.yiben.inference.runtime.RuntimeLibraries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shared libraries of llama.cpp, loaded into the process, where they stay. */
public final class LlamaLibrary {
  // RTLD_NOW with RTLD_LOCAL, so that the embedded llama.cpp and this one cannot see each other.
  private static final int LOCAL_ON_LINUX = 2;
  private static final int LOCAL_ON_MAC = 2 | 4;

  private final RuntimeLibraries files;
  private final LlamaApi llama;
  private final BackendApi backends;
  private final DeviceApi devices;
  private final String version;

  private LlamaLibrary(
      RuntimeLibraries files,
      LlamaApi llama,
      BackendApi backends,
      DeviceApi devices,
      String version) {
    this.files = files;
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
  public static LlamaLibrary load(RuntimeLibraries files) {
    Path folder = files.folder();
    try {
      // On Linux and macOS each finds what it needs beside itself.
      files.inLoadOrder().forEach(file -> NativeLibrary.getInstance(file.toString(), options()));
      LlamaApi llama = Native.load(files.llama().toString(), LlamaApi.class, options());
      BackendApi backends = Native.load(files.ggml().toString(), BackendApi.class, options());
      DeviceApi devices =
          Native.load(files.base().orElse(files.ggml()).toString(), DeviceApi.class, options());
      String version = version(llama, folder);
      ParameterLayout.verify(
          version,
          llama.llamaModelDefaultParams(),
          llama.llamaContextDefaultParams(),
          folder.toString());
      llama.llamaLogSet(NativeLog.OF_PROCESS, null);
      LlamaLibrary library = new LlamaLibrary(files, llama, backends, devices, version);
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

  private synchronized void loadBackends() {
    if (backends.ggmlBackendDevCount() == 0) {
      backends.ggmlBackendLoadAllFromPath(files.backendFolder().toString());
    }
    if (backends.ggmlBackendDevCount() == 0) {
      backends.ggmlBackendLoadAll();
    }
    if (backends.ggmlBackendDevCount() == 0) {
      throw new InferenceException(
          Category.BACKEND_PERMANENT,
          folder()
              + ": these llama.cpp libraries find nothing to compute on, not even the processor");
    }
    llama.llamaBackendInit();
  }

  /** Returns the folder of the libraries. */
  public Path folder() {
    return files.folder();
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

  /** Starts threads to compute on; empty where the library starts its own only. */
  public Optional<ThreadPool> threadPool(int threads) {
    return ThreadPool.start(backends, devices, threads);
  }

  /** Spreads memory over the nodes of a machine, by {@code ggml_numa_strategy}, for the process. */
  public void useNuma(int strategy) {
    llama.llamaNumaInit(strategy);
  }

  /**
   * Loads a model.
   *
   * @throws InferenceException if llama.cpp refuses it (USER); the message is llama.cpp's last
   *     words
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
