package dev.yiben.inference.libllama;

import com.sun.jna.FunctionMapper;
import com.sun.jna.NativeLibrary;
import java.lang.reflect.Method;
import java.util.Locale;

/** Finds {@code llama_n_ctx} under the name of {@code llamaNCtx}. */
final class CamelCaseNames implements FunctionMapper {
  @Override
  public String getFunctionName(NativeLibrary library, Method method) {
    return method.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
