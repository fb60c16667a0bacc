package dev.yiben.inference.libllama;

import com.sun.jna.Library;
import com.sun.jna.Pointer;

/** The functions of ggml's devices, in {@code libggml-base}. */
interface DeviceApi extends Library {
  String ggmlBackendDevName(Pointer device);

  String ggmlBackendDevDescription(Pointer device);

  int ggmlBackendDevType(Pointer device);

  Pointer ggmlBackendDevBackendReg(Pointer device);

  Pointer ggmlBackendRegGetProcAddress(Pointer backend, String name);

  void ggmlThreadpoolParamsInit(Pointer parameters, int threads);

  void ggmlBackendDevMemory(Pointer device, long[] free, long[] total);
}
