package dev.yiben.inference.llamanative;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns the bytes of tokens into text; halves of characters wait for the rest. */
final class WholeCharacters {
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private ByteBuffer rest = ByteBuffer.allocate(0);

  /** Returns the characters that are whole with these bytes. */
  String add(byte[] bytes) {
    return decode(bytes, false);
  }

  /** Returns what is left at the end. */
  String end() {
    return decode(new byte[0], true);
  }

  private String decode(byte[] bytes, boolean end) {
    ByteBuffer all = ByteBuffer.allocate(rest.remaining() + bytes.length);
    all.put(rest).put(bytes).flip();
    CharBuffer text = CharBuffer.allocate(all.remaining() + 1);
    decoder.decode(all, text, end);
    rest = all;
    return text.flip().toString();
  }
}
