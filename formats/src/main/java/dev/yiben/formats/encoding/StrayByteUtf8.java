package dev.yiben.formats.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;

/**
 * UTF-8 for files with damaged places: a byte that is part of no character becomes a lone surrogate
 * from U+DC80 to U+DCFF, which valid text never has, and is written back as that byte.
 *
 * <p>Only for whole texts at once: a character cut at the end of the input is taken for damaged.
 */
final class StrayByteUtf8 extends Charset {
  private static final int STRAY = 0xDC00;

  StrayByteUtf8() {
    super("x-UTF-8-damaged", new String[0]);
  }

  /** Returns whether a character of a decoded text, unless half of a pair, is a stray byte. */
  static boolean isStray(int codePoint) {
    return codePoint >= STRAY + 0x80 && codePoint <= STRAY + 0xFF;
  }

  @Override
  public boolean contains(Charset charset) {
    return UTF_8.contains(charset);
  }

  @Override
  public CharsetDecoder newDecoder() {
    return new CharsetDecoder(this, 1, 1) {
      @Override
      protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
        while (in.hasRemaining()) {
          int codePoint = codePointAt(in, in.position());
          int stray = STRAY + (in.get(in.position()) & 0xFF);
          char[] characters = Character.toChars(codePoint < 0 ? stray : codePoint);
          if (out.remaining() < characters.length) {
            return CoderResult.OVERFLOW;
          }
          out.put(characters);
          in.position(in.position() + (codePoint < 0 ? 1 : length(codePoint)));
        }
        return CoderResult.UNDERFLOW;
      }
    };
  }

  @Override
  public CharsetEncoder newEncoder() {
    return new CharsetEncoder(this, 1, 4) {
      @Override
      protected CoderResult encodeLoop(CharBuffer in, ByteBuffer out) {
        while (in.hasRemaining()) {
          int codePoint = Character.codePointAt(in, 0);
          if (Character.getType(codePoint) == Character.SURROGATE && !isStray(codePoint)) {
            return CoderResult.malformedForLength(1);
          }
          byte[] bytes =
              isStray(codePoint)
                  ? new byte[] {(byte) (codePoint - STRAY)}
                  : Character.toString(codePoint).getBytes(UTF_8);
          if (out.remaining() < bytes.length) {
            return CoderResult.OVERFLOW;
          }
          out.put(bytes);
          in.position(in.position() + Character.charCount(codePoint));
        }
        return CoderResult.UNDERFLOW;
      }
    };
  }

  /**
   * Returns the character at a position, or -1 if no valid one begins there (Unicode table 3-7).
   */
  private static int codePointAt(ByteBuffer in, int position) {
    int first = in.get(position) & 0xFF;
    if (first < 0x80) {
      return first;
    }
    int length = Integer.numberOfLeadingZeros(~(first << 24));
    if (length < 2 || length > 4 || position + length > in.limit()) {
      return -1;
    }
    int codePoint = first & (0x7F >> length);
    for (int i = 1; i < length; i++) {
      int next = in.get(position + i);
      if ((next & 0xC0) != 0x80) {
        return -1;
      }
      codePoint = codePoint << 6 | (next & 0x3F);
    }
    boolean valid =
        codePoint <= Character.MAX_CODE_POINT
            && length(codePoint) == length
            && Character.getType(codePoint) != Character.SURROGATE;
    return valid ? codePoint : -1;
  }

  /** Returns how many bytes a character takes. */
  static int length(int codePoint) {
    if (codePoint < 0x80 || isStray(codePoint)) {
      return 1;
    }
    if (codePoint < 0x800) {
      return 2;
    }
    return codePoint < 0x10000 ? 3 : 4;
  }
}
