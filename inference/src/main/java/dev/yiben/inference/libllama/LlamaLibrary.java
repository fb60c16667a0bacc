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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The shared libraries of llama.cpp, loaded into the process, where they stay.
 *
 * <p>A process takes one set of them: libggml-base has the same name in all versions, so that the
 * system would give a second libllama the one that is there.
 */
public final class LlamaLibrary {
  // RTLD_NOW with RTLD_LOCAL, so that the embedded llama.cpp and this one cannot see each other.
  private static final int LOCAL_ON_LINUX = 2;
  private static final int LOCAL_ON_MAC = 2 | 4;

  private static final String INSTALL = "; 'translate runtime install' gets ones that fit";

  // What is in the process stays in it, so these cannot belong to anything else.
  private static Path folderOfProcess;
  private static LlamaLibrary ofProcess;

  private final RuntimeLibraries files;
  private final NativeRoom room;
  private final LlamaApi llama;
  private final BackendApi backends;
  private final BaseApi base;
  private final String version;

  private LlamaLibrary(
      RuntimeLibraries files, NativeRoom room, BackendApi backends, BaseApi base, String version) {
    this.files = files;
    this.room = room;
    this.backends = backends;
    this.base = base;
    this.version = version;
    llama = room.llama();
  }

  /**
   * Loads the libraries of a folder and finds out what they can compute on.
   *
   * @throws InferenceException if they are not there, cannot be loaded, or are of a version whose
   *     parameters are not known (BACKEND_PERMANENT)
   */
  public static synchronized LlamaLibrary load(RuntimeLibraries files) {
    if (folderOfProcess != null && !folderOfProcess.equals(files.folder())) {
      throw refused(
          files.folder(),
          "these llama.cpp libraries cannot be loaded beside those of "
              + folderOfProcess
              + ", which the process has already; start it anew",
          null);
    }
    if (ofProcess == null) {
      ofProcess = open(files);
    }
    ofProcess.room.givenUp().require();
    return ofProcess;
  }

  private static synchronized LlamaLibrary open(RuntimeLibraries files) {
    Deque<NativeLibrary> opened = new ArrayDeque<>();
    try {
      // On Linux and macOS each finds what it needs beside itself.
      for (Path file : files.inLoadOrder()) {
        opened.push(NativeLibrary.getInstance(file.toString(), options()));
      }
    } catch (UnsatisfiedLinkError e) {
      while (!opened.isEmpty()) {
        opened.pop().close();
      }
      throw refused(
          files.folder(),
          "the llama.cpp libraries cannot be loaded (" + reason(e) + ")" + INSTALL,
          e);
    } catch (LinkageError e) {
      throw new InferenceException(
          Category.BACKEND_PERMANENT,
          "Java's access to native libraries cannot be unpacked or loaded ("
              + reason(e)
              + "); name a folder where programs may run with -Djna.tmpdir",
          e);
    }
    folderOfProcess = files.folder();
    return open(files, opened.peek());
  }

  private static LlamaLibrary open(RuntimeLibraries files, NativeLibrary libllama) {
    Path folder = files.folder();
    try {
      String version = version(libllama, folder);
      LlamaApi llama = LlamaApi.of(libllama);
      BackendApi backends = Native.load(files.ggml().toString(), BackendApi.class, options());
      BaseApi base =
          Native.load(files.base().orElse(files.ggml()).toString(), BaseApi.class, options());
      ParameterLayout.verify(
          version,
          llama.llamaModelDefaultParams(),
          llama.llamaContextDefaultParams(),
          folder.toString());
      GivenUp givenUp = GivenUp.OF_PROCESS;
      llama.llamaLogSet(NativeLog.OF_PROCESS, null);
      base.ggmlSetAbortCallback(givenUp);
      NativeRoom room =
          new NativeRoom(llama, new NativeCalls(givenUp), givenUp, NativeLog.OF_PROCESS);
      LlamaLibrary library = new LlamaLibrary(files, room, backends, base, version);
      room.calls().call(library::loadBackends);
      return library;
    } catch (UnsatisfiedLinkError e) {
      throw refused(
          folder, "these llama.cpp libraries lack what is needed (" + reason(e) + ")" + INSTALL, e);
    }
  }

  private static String version(NativeLibrary libllama, Path folder) {
    try {
      return libllama.getFunction("llama_version").invokeString(new Object[0], false);
    } catch (UnsatisfiedLinkError e) {
      throw refused(folder, "this llama.cpp is too old: it does not say its version" + INSTALL, e);
    }
  }

  /** Returns what the system says, which comes after JNA's own line. */
  private static String reason(LinkageError e) {
    List<String> lines = String.valueOf(e.getMessage()).lines().map(String::strip).toList();
    return lines.size() > 1 && lines.get(0).endsWith(":") ? lines.get(1) : lines.get(0);
  }

  private static InferenceException refused(Path folder, String problem, Throwable cause) {
    return new InferenceException(Category.BACKEND_PERMANENT, folder + ": " + problem, cause);
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

  private LlamaLibrary loadBackends() {
    backends.ggmlBackendLoadAllFromPath(files.backendFolder().toString());
    if (backends.ggmlBackendDevCount() == 0) {
      backends.ggmlBackendLoadAll();
    }
    if (backends.ggmlBackendDevCount() == 0) {
      throw refused(
          folder(),
          "these llama.cpp libraries find nothing to compute on, not even the processor" + INSTALL,
          null);
    }
    llama.llamaBackendInit();
    return this;
  }

  /** Returns the folder of the libraries. */
  public Path folder() {
    return files.folder();
  }

  /** Returns llama.cpp's version, such as {@code 0.5.0}. */
  public String version() {
    return version;
  }

  /**
   * Calls a listener, on any thread, when llama.cpp gives up and nothing native can be done any
   * more in this process; at once if that is so.
   */
  public void onGivingUp(Consumer<InferenceException> listener) {
    room.givenUp().listen(listener);
  }

  /** Forgets a listener. */
  public void forget(Consumer<InferenceException> listener) {
    room.givenUp().forget(listener);
  }

  /** Returns what the libraries can compute on, in their order. */
  public List<ComputeDevice> devices() {
    List<ComputeDevice> all = new ArrayList<>();
    for (long i = 0; i < backends.ggmlBackendDevCount(); i++) {
      Pointer device = backends.ggmlBackendDevGet(i);
      long[] free = new long[1];
      long[] total = new long[1];
      base.ggmlBackendDevMemory(device, free, total);
      all.add(
          new ComputeDevice(
              base.ggmlBackendDevName(device),
              base.ggmlBackendDevDescription(device),
              ComputeDevice.Kind.of(base.ggmlBackendDevType(device)),
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
    return ThreadPool.start(backends, base, threads);
  }

  /** Spreads memory over the nodes of a machine, by {@code ggml_numa_strategy}, for the process. */
  public void useNuma(int strategy) {
    llama.llamaNumaInit(strategy);
  }

  /** Writes llama.cpp's log to a file as well, until that is closed. */
  public NativeLogFile logTo(Path file) {
    return room.log().writeTo(file);
  }

  /**
   * Loads a model.
   *
   * @throws InferenceException if llama.cpp refuses it (USER, or RESOURCE for want of memory)
   */
  public NativeModel loadModel(Path file, ModelParameters parameters) {
    return room.calls().call(() -> loaded(file, parameters));
  }

  private NativeModel loaded(Path file, ModelParameters parameters) {
    room.log().begin();
    Pointer model = llama.llamaModelLoadFromFile(file.toString(), parameters.opaque());
    List<String> problems = room.log().problems();
    if (model == null) {
      throw LoadFailure.ofModel(file, version, problems);
    }
    return new NativeModel(room, file, model, problems);
  }
}
