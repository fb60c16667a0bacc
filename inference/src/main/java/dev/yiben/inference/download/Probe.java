package dev.yiben.inference.download;

import dev.yiben.inference.InferenceException;
import dev.yiben.inference.InferenceException.Category;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Asks for the first bytes of a file, to learn of it and whether it is what is wanted at all. */
final class Probe {
  private final HttpTransfer http;

  Probe(HttpTransfer http) {
    this.http = http;
  }

  /**
   * Asks.
   *
   * @param magic the characters that such a file starts with
   * @throws InferenceException if the server refuses, or sends something else
   */
  RemoteFile ask(RemoteAddress address, String magic) throws IOException, InterruptedException {
    ByteBuffer first = ByteBuffer.allocate(magic.length());
    Answer answer =
        http.get(
            address,
            Map.of("Range", "bytes=0-" + (magic.length() - 1)),
            given ->
                bytes -> {
                  while (bytes.hasRemaining() && first.hasRemaining()) {
                    first.put(bytes.get());
                  }
                  return first.hasRemaining();
                });
    return switch (answer.status()) {
      case 200, 206 -> {
        requireWanted(address, answer, first, magic);
        yield file(answer);
      }
      case 416 -> throw new InferenceException(Category.USER, address + ": the file is empty");
      default -> throw Refusals.of(address, answer);
    };
  }

  private static void requireWanted(
      RemoteAddress address, Answer answer, ByteBuffer first, String magic) throws IOException {
    if (first.flip().equals(StandardCharsets.US_ASCII.encode(magic))) {
      return;
    }
    if (answer.isPage()) {
      throw Refusals.page(address);
    }
    if (first.remaining() < magic.length() && answer.contentLength().orElse(magic.length()) > 0) {
      throw new IOException("the connection ended at once");
    }
    throw new InferenceException(
        Category.USER,
        address + ": this is no GGUF model file; give the address of the .gguf file itself");
  }

  private static RemoteFile file(Answer answer) {
    boolean part = answer.status() == 206;
    OptionalLong told =
        part
            ? answer
                .contentRange()
                .map(range -> OptionalLong.of(range.size()))
                .orElse(OptionalLong.empty())
            : answer.contentLength();
    OptionalLong size = told.isPresent() ? told : answer.linkedSize();
    Optional<String> host = Optional.ofNullable(answer.uri().getHost());
    return new RemoteFile(
        size, answer.sha256(), answer.validator(), part, host.orElse("the server"));
  }
}
