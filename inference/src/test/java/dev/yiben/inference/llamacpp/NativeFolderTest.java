package dev.yiben.inference.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NativeFolderTest {
  @TempDir Path parent;

  private Path folder(String name) throws IOException {
    Path folder = Files.createDirectory(parent.resolve(name));
    Files.writeString(folder.resolve("libjllama.so"), "library");
    return folder;
  }

  @Test
  void removesTheFoldersOfEndedProcessesOnly() throws Exception {
    Process ended =
        new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    ended.waitFor();
    Path stale = folder("yiben-native-" + ended.pid() + "-123");
    Path mine = folder("yiben-native-" + ProcessHandle.current().pid() + "-123");
    Path other = folder("yiben-native-notes");

    NativeFolder.removeStale(parent);

    assertThat(stale).doesNotExist();
    assertThat(mine.resolve("libjllama.so")).exists();
    assertThat(other.resolve("libjllama.so")).exists();
  }
}
