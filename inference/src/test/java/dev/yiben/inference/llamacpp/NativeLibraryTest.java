package dev.yiben.inference.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NativeLibraryTest {
  @Test
  void namesThePackageOfTheMissingOpenMpLibrary() {
    String printed =
        "/opt/x/libjllama.so: libgomp.so.1: cannot open shared object file: No such file or"
            + " directory\nFailed to load native library: /opt/x/libjllama.so";

    assertThat(NativeLibrary.problem(new UnsatisfiedLinkError("No native library"), printed))
        .contains("apt-get install libgomp1")
        .doesNotContain("\n");
  }

  @Test
  void saysWhyTheLibraryCannotBeLoadedInOneLine() {
    String printed = "\n/opt/x/libjllama.so: version GLIBC_2.99 not found\nFailed to load\n";

    assertThat(NativeLibrary.problem(new UnsatisfiedLinkError("No native library"), printed))
        .endsWith("/opt/x/libjllama.so: version GLIBC_2.99 not found")
        .doesNotContain("\n");
  }
}
